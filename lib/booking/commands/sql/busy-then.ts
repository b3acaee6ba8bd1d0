import { Prisma } from '../../../db/generated/client';
import type { BusinessScope } from '../../../tenancy/types';
import { instant } from './booking-row';

/**
 * What took the resources' time at an earlier instant, as far as history tells, in the shape of `busyTimes`: what was
 * made by then and still stands, or was given back only afterwards.
 */
export const busyThen = (
  scope: BusinessScope,
  input: { resourceIds: readonly string[]; from: Date; to: Date; at: Date },
): Prisma.Sql => Prisma.sql`/* statement: busy-then */
SELECT o.resource_id::text AS "resourceId", o.unit,
  array_agg(floor(date_part('epoch', lower(o.during)) / 60)::int) AS starts,
  array_agg(ceil(date_part('epoch', upper(o.during)) / 60)::int) AS ends
FROM occupancy o
WHERE o.business_id = ${scope.businessId}::uuid AND o.resource_id = ANY(${[...input.resourceIds]}::uuid[])
  AND o.during && tstzrange(${instant(input.from)}, ${instant(input.to)}, '[)')
  AND o.created_at <= ${instant(input.at)} AND NOT (o.kind = 'hold' AND o.hold_until <= ${instant(input.at)})
  AND (o.active
    OR EXISTS (SELECT FROM booking_event e WHERE e.business_id = o.business_id AND e.booking_id = o.booking_id
      AND e.kind IN ('cancelled', 'expired', 'moved') AND e.at >= ${instant(input.at)})
    OR (o.booking_id IS NULL AND EXISTS (SELECT FROM audit_entry a WHERE a.business_id = o.business_id
      AND a.action = 'lift-block' AND a.at >= ${instant(input.at)} AND a.subject -> 'ids' @> to_jsonb(o.id::text))))
GROUP BY o.resource_id, o.unit`;
