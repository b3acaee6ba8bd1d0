import { randomBytes } from 'node:crypto';
import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { BookingId } from '../../kernel/ids';
import type { BusinessScope } from '../../tenancy/types';
import { referenceFrom, referenceLength } from '../reference';
import type { Actor, Booking } from '../types';
import { importRows } from './sql/import-rows';

export type ImportedBooking = Omit<
  Booking,
  | 'id'
  | 'reference'
  | 'holdUntil'
  | 'seriesId'
  | 'version'
  | 'calendarLink'
  | 'status'
  | 'terms'
  | 'askedPaise'
  | 'keptPaise'
  | 'refundingPaise'
  | 'asking'
  | 'comingAt'
  | 'feedback'
> & {
  status: Exclude<Booking['status'], 'held' | 'expired'>;
  /** When it was made. */
  bookedAt: Date;
  /** When its status last changed: attendance, or the cancellation. */
  changedAt: Date;
  reason: string | null;
};

/**
 * Brings bookings in as they stand, with their history, in one statement. What overlaps something that is there
 * already, or an earlier one of the same import, is left out, never forced in; cancelled ones take no time.
 * Returns how many came in.
 */
export async function importBookings(
  tx: Tx,
  scope: BusinessScope,
  input: { bookings: readonly ImportedBooking[]; actor: Actor },
): Promise<number> {
  const drawn = new Set<string>();
  while (drawn.size < input.bookings.length) {
    const reference = referenceFrom(randomBytes(referenceLength * 2));
    if (reference) drawn.add(reference);
  }
  const references = [...drawn];
  const rows = input.bookings.map((booking, place) => ({
    ...booking,
    id: newId<BookingId>(),
    occupancyId: newId(),
    reference: references[place],
  }));
  const [answer] = await tx.$queryRaw<{ count: number }[]>(importRows(scope, rows, input.actor));
  return answer?.count ?? 0;
}
