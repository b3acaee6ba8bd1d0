import type { Tx } from '../../db/client';
import { fail, ok, type Result } from '../../kernel/result';
import type { BusinessScope } from '../../tenancy/types';
import { findBookingByEffect } from '../queries';
import type { Booking, HoldSlotInput, SlotTaken } from '../types';
import { drawFresh } from './draw-fresh';
import { toBooking, type BookingRow } from './sql/booking-row';
import { settleReplacement } from './sql/settle-replacement';
import { sweepStale } from './sql/sweep-stale';
import { takeForBooking } from './take-for-booking';

/**
 * Holds a new time and gives up the hold `replaces`, which the new time may overlap. When no candidate is free the
 * old hold stays and the answer is `slot-taken`. Null when there is no such hold any more: hold as if for the first time.
 */
export async function replaceHold(
  tx: Tx,
  scope: BusinessScope,
  input: HoldSlotInput & { replaces: string },
): Promise<Result<Booking, SlotTaken> | null> {
  const earlier = await findBookingByEffect(tx, scope, input.effectId);
  if (earlier) return ok(earlier);
  const [old] = await tx.$queryRaw<BookingRow[]>(sweepStale(scope, input, input.replaces));
  if (old?.status !== 'held') return null;
  const taken = await takeForBooking(tx, scope, input.replaces, input);
  if (!taken) return fail({ reason: 'slot-taken' });
  const [made] = await tx.$queryRaw<BookingRow[]>(
    settleReplacement(scope, input, taken.candidate, drawFresh()),
  );
  if (!made) throw new Error('A secured time was not written.');
  return ok(toBooking(made));
}
