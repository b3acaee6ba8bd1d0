import type { SlotQuote } from '../booking/schema';
import type { Block, Booking } from '../booking/types';
import { listNamed } from '../customers/queries';
import type { Db } from '../db/client';
import type { BusinessScope } from '../tenancy/types';

export type Clash = SlotQuote['clashes'][number];

/** What stands in the way of each of several times, with names: P04, nobody is booked over unknowingly. One statement. */
export async function nameClashes(
  db: Db,
  scope: BusinessScope,
  overlaps: readonly { bookings: readonly Booking[]; blocks: readonly Block[] }[],
): Promise<Clash[][]> {
  const ids = overlaps.flatMap(({ bookings }) => bookings.flatMap((one) => one.customerId ?? []));
  const named = await listNamed(db, scope, [...new Set(ids)]);
  const names = new Map(named.map((one) => [one.id, one.name ?? one.phone]));
  return overlaps.map(({ bookings, blocks }) => [
    ...bookings.map((one) => ({
      what: 'booking' as const,
      name: one.attendeeName ?? (one.customerId === null ? null : (names.get(one.customerId) ?? null)),
      reference: one.reference,
      startsAt: one.startsAt.toISOString(),
      endsAt: one.endsAt.toISOString(),
    })),
    ...blocks.map((one) => ({
      what: 'block' as const,
      name: one.reason || null,
      reference: null,
      startsAt: one.startsAt.toISOString(),
      endsAt: one.endsAt.toISOString(),
    })),
  ]);
}
