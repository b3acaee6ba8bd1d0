import { Prisma } from '../../../db/generated/client';
import type { BusinessScope } from '../../../tenancy/types';
import type { WantedTime } from '../../types';
import { instant } from './booking-row';
import { uuidV7 } from './uuid-v7';
import { candidateTable, duringOf, takersOfWanted } from './wanted-time';

export type PiecesRow = {
  resource_id: string;
  unit: number;
  price_paise: number;
  price_lines: string;
  /** Stretches that had to be taken, and the rows of those that were. */
  pieces: number;
  ids: string[];
};

/**
 * Takes, for the booking `own`, the part of the first free candidate that it does not take already, as holds. Its
 * own rows are no obstacle, so a booking may move by half its length. No row: nobody's place looks free.
 * Fewer ids than pieces: a rival was faster; the caller takes the pieces back. Stretches are taken in order of time.
 */
export const takePieces = (scope: BusinessScope, own: string, wanted: WantedTime): Prisma.Sql => {
  const business = Prisma.sql`${scope.businessId}::uuid`;
  return Prisma.sql`
WITH wanted AS MATERIALIZED (
  SELECT c.*, ${duringOf(wanted)} AS during FROM ${candidateTable(wanted.candidates)}
), in_the_way AS MATERIALIZED (
  SELECT w.place, o.during, o.booking_id IS NOT DISTINCT FROM ${own}::uuid AS own
  FROM wanted w CROSS JOIN ${takersOfWanted(business)}
), chosen AS MATERIALIZED (
  SELECT w.* FROM wanted w WHERE NOT EXISTS (SELECT FROM in_the_way i WHERE i.place = w.place AND NOT i.own)
  ORDER BY w.place LIMIT 1
), pieces AS MATERIALIZED (
  SELECT c.resource_id, c.unit, piece FROM chosen c, unnest(tstzmultirange(c.during) - coalesce(
    (SELECT range_agg(i.during) FROM in_the_way i WHERE i.place = c.place), '{}'::tstzmultirange)) AS piece
), got AS (
  INSERT INTO occupancy (business_id, id, resource_id, unit, kind, during, active, booking_id, hold_until, created_at)
  SELECT ${business}, ${uuidV7}, p.resource_id, p.unit, 'hold', p.piece, true, ${own}::uuid,
    ${instant(wanted.holdUntil)}, ${instant(wanted.now)}
  FROM pieces p ORDER BY lower(p.piece) ON CONFLICT DO NOTHING RETURNING id
)
SELECT c.resource_id, c.unit, c.price_paise, c.price_lines, (SELECT count(*)::int FROM pieces) AS pieces,
  ARRAY(SELECT id::text FROM got) AS ids
FROM chosen c`;
};
