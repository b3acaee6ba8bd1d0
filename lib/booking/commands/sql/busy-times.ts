import { Prisma } from '../../../db/generated/client';
import type { BusinessScope } from '../../../tenancy/types';
import { instant } from './booking-row';

/** Starts and ends of one unit's taken times, in epoch minutes, position by position. */
export type BusyRow = { resourceId: string; unit: number; starts: number[]; ends: number[] };

/**
 * What takes the resources' time between two instants; holds that have run out and the bookings in `except` are left
 * out. One scan of the index over business and time, so the answer costs what lies in the span, however much is
 * stored before and after. The times come as two arrays per unit: a month of twelve courts is a dozen rows to decode
 * instead of thousands. `date_part` rather than `extract`, whose numeric arithmetic took half of the statement.
 * A start is rounded down and an end up: nothing is ever freed by rounding.
 */
export const busyTimes = (
  scope: BusinessScope,
  input: { resourceIds: readonly string[]; from: Date; to: Date; now: Date; except?: readonly string[] },
): Prisma.Sql => Prisma.sql`/* statement: busy-times */
SELECT o.resource_id::text AS "resourceId", o.unit,
  array_agg(floor(date_part('epoch', lower(o.during)) / 60)::int) AS starts,
  array_agg(ceil(date_part('epoch', upper(o.during)) / 60)::int) AS ends
FROM occupancy o
WHERE o.business_id = ${scope.businessId}::uuid AND o.resource_id = ANY(${[...input.resourceIds]}::uuid[])
  AND o.active AND o.during && tstzrange(${instant(input.from)}, ${instant(input.to)}, '[)')
  AND NOT (o.kind = 'hold' AND o.hold_until <= ${instant(input.now)})
  AND (o.booking_id IS NULL OR o.booking_id <> ALL(${[...(input.except ?? [])]}::uuid[]))
GROUP BY o.resource_id, o.unit`;
