import { jobPriority } from '../../db/add-job';
import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';
import type { Booking } from '../types';

type FreedTime = Pick<Booking, 'resourceId' | 'startsAt'>;

/**
 * Has the waiting lists looked at that time just given back may serve: of every service its court or doctor offers, on
 * the local day it starts. In the caller's transaction, so it happens exactly when the time is free. Where nobody
 * waits, nothing is queued.
 */
export async function callWaiting(tx: Tx, scope: BusinessScope, freed: readonly FreedTime[]): Promise<void> {
  if (freed.length === 0) return;
  const resourceIds = freed.map((each) => each.resourceId);
  const starts = freed.map((each) => each.startsAt.toISOString());
  await tx.$queryRaw`/* statement: call-waiting */
    SELECT (graphile_worker.add_job('offer-places',
      json_build_object('businessId', w.business_id, 'serviceId', w.service_id, 'onDate', w.on_date),
      queue_name := 'offer:' || w.service_id::text, priority := ${jobPriority['offer-places']}::int)).id
    FROM (SELECT DISTINCT e.business_id, e.service_id, e.on_date FROM waitlist_entry e
      JOIN business z ON z.id = e.business_id
      WHERE e.business_id = ${scope.businessId}::uuid AND e.status IN ('waiting', 'offered') AND EXISTS (
        SELECT FROM unnest(${resourceIds}::uuid[], ${starts}::timestamptz[]) AS f(resource_id, starts_at)
        JOIN offering o ON o.business_id = e.business_id AND o.service_id = e.service_id AND o.resource_id = f.resource_id
        WHERE (f.starts_at AT TIME ZONE z.zone)::date = e.on_date)) w`;
}
