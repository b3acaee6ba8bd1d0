import type { Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import { fail, ok, type Result } from '../../kernel/result';
import type { BusinessScope } from '../../tenancy/types';
import type { Actor, Booking, NotFound, SlotTaken, WrongState } from '../types';
import { findRetake } from './find-retake';
import { bookingColumns, instant, toBooking, type BookingRow } from './sql/booking-row';
import { sweepStale } from './sql/sweep-stale';
import { uuidV7 } from './sql/uuid-v7';
import { takeForBooking } from './take-for-booking';

type KeepInput = { bookingId: string; holdUntil: Date; actor: Actor; now: Date };

/**
 * Keeps a held time until `holdUntil`, since it is about to be paid. A hold that has run out, or was given up, is taken
 * again if its time is still free and has not begun; otherwise `slot-taken`. A hold is never made shorter. Fails with
 * `wrong-state` for what is no hold.
 */
export async function keepHold(
  tx: Tx,
  scope: BusinessScope,
  input: KeepInput,
): Promise<Result<Booking, NotFound | WrongState | SlotTaken>> {
  const retake = await findRetake(tx, scope, input);
  if (!retake) return fail({ reason: 'not-found' });
  const wanted = { ...retake, holdUntil: input.holdUntil };
  const [locked] = await tx.$queryRaw<BookingRow[]>(sweepStale(scope, wanted, input.bookingId));
  if (!locked) return fail({ reason: 'not-found' });
  const booking = toBooking(locked);
  if (booking.status === 'held') return ok(await write(tx, scope, input, booking.unit));
  if (booking.status !== 'expired') return fail({ reason: 'wrong-state', status: booking.status });
  if (booking.startsAt <= input.now) return fail({ reason: 'slot-taken' });
  const taken = await takeForBooking(tx, scope, input.bookingId, wanted);
  if (!taken) return fail({ reason: 'slot-taken' });
  return ok(await write(tx, scope, input, taken.candidate.unit));
}

async function write(tx: Tx, scope: BusinessScope, input: KeepInput, unit: number): Promise<Booking> {
  const business = Prisma.sql`${scope.businessId}::uuid`;
  const { bookingId, holdUntil, actor, now } = input;
  const [row] = await tx.$queryRaw<BookingRow[]>(Prisma.sql`
WITH kept AS (
  UPDATE booking SET status = 'held', hold_until = greatest(hold_until, ${instant(holdUntil)}), unit = ${unit}::int,
    version = version + 1, updated_at = ${instant(now)}
  WHERE business_id = ${business} AND id = ${bookingId}::uuid RETURNING *
), taken AS (
  UPDATE occupancy o SET hold_until = k.hold_until FROM kept k
  WHERE o.business_id = ${business} AND o.booking_id = k.id AND o.active AND o.kind = 'hold'
), told AS (
  INSERT INTO booking_event (business_id, id, booking_id, kind, at, actor, "to", reason)
  SELECT business_id, ${uuidV7}, id, 'held', updated_at, ${JSON.stringify(actor)}::jsonb,
    jsonb_build_object('status', status, 'resourceId', resource_id, 'unit', unit,
      'startsAt', starts_at, 'endsAt', ends_at, 'holdUntil', hold_until), 'to be paid'
  FROM kept
)
SELECT ${bookingColumns('a')} FROM kept a`);
  if (!row) throw new Error(`Booking ${bookingId} vanished under its lock.`);
  return toBooking(row);
}
