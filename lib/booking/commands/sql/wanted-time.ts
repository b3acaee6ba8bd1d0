import { Prisma } from '../../../db/generated/client';
import type { Candidate, WantedTime } from '../../types';
import { instant } from './booking-row';

/** The candidates as a table `(resource_id, unit, price_paise, price_lines, place)`, in the order they are to be tried. */
export const candidateTable = (candidates: readonly Candidate[]): Prisma.Sql => Prisma.sql`
  unnest(${candidates.map((each) => each.resourceId)}::uuid[], ${candidates.map((each) => each.unit)}::int[],
         ${candidates.map((each) => each.pricePaise)}::int[],
         ${candidates.map((each) => JSON.stringify(each.priceLines))}::text[])
    WITH ORDINALITY AS c(resource_id, unit, price_paise, price_lines, place)`;

/** The time taken, buffers included, half-open. */
export const duringOf = (
  wanted: Pick<WantedTime, 'startsAt' | 'endsAt' | 'bufferBeforeMinutes' | 'bufferAfterMinutes'>,
): Prisma.Sql => {
  const from = new Date(wanted.startsAt.getTime() - wanted.bufferBeforeMinutes * 60_000);
  const to = new Date(wanted.endsAt.getTime() + wanted.bufferAfterMinutes * 60_000);
  return Prisma.sql`tstzrange(${instant(from)}, ${instant(to)}, '[)')`;
};

/**
 * What takes the time of a row `w(resource_id, unit, during)`, as `o`: one look into the index for each. `OFFSET 0` keeps the
 * planner from making a join of it, which it plans for a table still without statistics as a reading of all that the business
 * ever had, and keeps that plan (measured with 600 bookings: 0.3 ms instead of 0.02).
 */
export const takersOfWanted = (business: Prisma.Sql): Prisma.Sql => Prisma.sql`LATERAL (
    SELECT o.id, o.booking_id, o.kind, o.hold_until, o.during FROM occupancy o
    WHERE o.business_id = ${business} AND o.resource_id = w.resource_id AND o.unit = w.unit AND o.during && w.during
      AND o.active AND o.kind <> 'override' OFFSET 0
  ) o`;
