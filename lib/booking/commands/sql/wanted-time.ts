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
