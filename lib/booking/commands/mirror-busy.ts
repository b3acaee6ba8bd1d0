import type { Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import type { ResourceId } from '../../kernel/ids';
import type { BusinessScope } from '../../tenancy/types';
import { instant } from './sql/booking-row';
import { uuidV7 } from './sql/uuid-v7';

type Span = { startsAt: Date; endsAt: Date };

export type MirrorBusyInput = {
  resourceId: ResourceId;
  /** All times at which its outside calendar is busy from now on; they may overlap. */
  times: readonly Span[];
  now: Date;
};

/**
 * Makes the busy times of a court or doctor, in all its units, exactly these, as far as nothing of ours stands there:
 * bookings, holds and blocks keep their time, and what is left of a busy time around them is taken. Time of the past is
 * left as it is. Repeating it changes nothing. Returns the times that were given back, and whether anything changed.
 */
export async function mirrorBusy(
  tx: Tx,
  scope: BusinessScope,
  input: MirrorBusyInput,
): Promise<{ freed: { resourceId: ResourceId; startsAt: Date }[]; changed: boolean }> {
  const wanted = wantedPieces(scope, input);
  const own = Prisma.sql`o.business_id = ${scope.businessId}::uuid AND o.resource_id = ${input.resourceId}::uuid
    AND o.active AND o.kind = 'busy'`;
  const freed = await tx.$queryRaw<{ startsAt: number }[]>(Prisma.sql`
    WITH ${wanted}
    UPDATE occupancy o SET active = false
    WHERE ${own} AND upper(o.during) > ${instant(input.now)}
      AND NOT EXISTS (SELECT FROM wanted w WHERE w.unit = o.unit AND w.during = o.during)
    RETURNING (extract(epoch from lower(o.during)) * 1000)::float8 AS "startsAt"`);
  // A rival's unfinished booking is waited for; if it stays, its time is left out at the next round.
  const taken = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    WITH ${wanted}
    INSERT INTO occupancy (business_id, id, resource_id, unit, kind, during, active, created_at)
    SELECT ${scope.businessId}::uuid, ${uuidV7}, ${input.resourceId}::uuid, w.unit, 'busy', w.during, true,
      ${instant(input.now)}
    FROM wanted w WHERE NOT EXISTS (SELECT FROM occupancy o WHERE ${own} AND o.unit = w.unit AND o.during = w.during)
    ON CONFLICT DO NOTHING RETURNING id::text`);
  return {
    freed: freed.map(({ startsAt }) => ({ resourceId: input.resourceId, startsAt: new Date(startsAt) })),
    changed: freed.length + taken.length > 0,
  };
}

/** CTE `wanted`: for each unit, the pieces of the busy times that nothing else takes. */
function wantedPieces(scope: BusinessScope, { resourceId, times }: MirrorBusyInput): Prisma.Sql {
  const starts = times.map(({ startsAt }) => startsAt.toISOString());
  const ends = times.map(({ endsAt }) => endsAt.toISOString());
  return Prisma.sql`busy AS MATERIALIZED (
    SELECT coalesce(range_agg(tstzrange(t.starts_at, t.ends_at, '[)')), '{}'::tstzmultirange) AS times
    FROM unnest(${starts}::timestamptz[], ${ends}::timestamptz[]) AS t(starts_at, ends_at)
  ), unit AS (
    SELECT generate_series(1, r.capacity) AS unit FROM resource r
    WHERE r.business_id = ${scope.businessId}::uuid AND r.id = ${resourceId}::uuid
  ), taken AS (
    SELECT o.unit, range_agg(o.during) AS times FROM occupancy o CROSS JOIN busy
    WHERE o.business_id = ${scope.businessId}::uuid AND o.resource_id = ${resourceId}::uuid AND o.active
      AND o.kind NOT IN ('busy', 'override') AND o.during && range_merge(busy.times) GROUP BY o.unit
  ), wanted AS MATERIALIZED (
    SELECT u.unit, piece AS during FROM unit u CROSS JOIN busy LEFT JOIN taken t ON t.unit = u.unit
    CROSS JOIN LATERAL unnest(busy.times - coalesce(t.times, '{}'::tstzmultirange)) AS piece
  )`;
}
