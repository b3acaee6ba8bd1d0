import type { Tx } from '../../db/client';
import { fail, ok, type Result } from '../../kernel/result';
import type { BusinessScope } from '../../tenancy/types';
import type { Booking, HoldSlotInput, SlotTaken } from '../types';
import { drawFresh } from './draw-fresh';
import { replaceHold } from './replace-hold';
import { toBooking } from './sql/booking-row';
import { sweepStale } from './sql/sweep-stale';
import { takeSlot, type TakenRow } from './sql/take-slot';

/** More looks than rivals can spoil: each look is lost only to somebody who took a place for good. */
const looksPerCandidate = 4;

/**
 * Holds the first candidate that is free until `holdUntil`, as a booking with status `held`. Safe to repeat with
 * the same `effectId`: the same booking comes back, whatever became of it. Holds that have run out do not count.
 * With `replaces`, that hold is given up once the new time is held, and kept when none is free.
 * A rival's unfinished take is waited for. Fails with `slot-taken` when no candidate is left; the transaction lives
 * on. Foreign ids make the database refuse the row: that throws.
 */
export async function holdSlot(
  tx: Tx,
  scope: BusinessScope,
  input: HoldSlotInput,
): Promise<Result<Booking, SlotTaken>> {
  if (input.replaces) {
    const replaced = await replaceHold(tx, scope, { ...input, replaces: input.replaces });
    if (replaced) return replaced;
  }
  const fresh = drawFresh();
  const looks = input.candidates.length * looksPerCandidate;
  for (let look = 0; look < looks; look += 1) {
    const [row] = await tx.$queryRaw<TakenRow[]>(takeSlot(scope, input, fresh));
    if (!row) break;
    if (row.id !== null) return ok(toBooking(row));
    if (row.looked_free) continue;
    if (!row.stale) break;
    await tx.$queryRaw(sweepStale(scope, input));
  }
  return fail({ reason: 'slot-taken' });
}
