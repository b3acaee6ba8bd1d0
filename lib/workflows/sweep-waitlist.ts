import type { World } from './types';

/**
 * The round of the waiting lists, by the clock: entries for days that are over lapse in silence, and every list with
 * somebody in it is looked at. Cancelling, moving and expiring have their lists looked at on the spot; this finds what
 * came free any other way. One waiting job for each list, by key.
 */
export async function sweepWaitlist(world: World): Promise<void> {
  const now = world.clock.now();
  await world.database.pool.query(
    `UPDATE waitlist_entry e SET status = 'lapsed' FROM business z
     WHERE z.id = e.business_id AND e.status = 'waiting' AND e.on_date < ($1::timestamptz AT TIME ZONE z.zone)::date`,
    [now],
  );
  await world.database.pool.query(
    `SELECT graphile_worker.add_job('offer-places',
       json_build_object('businessId', business_id, 'serviceId', service_id, 'onDate', on_date),
       queue_name := 'offer:' || service_id::text, job_key := 'offer:' || service_id::text || ':' || on_date::text)
     FROM (SELECT DISTINCT business_id, service_id, on_date FROM waitlist_entry WHERE status IN ('waiting', 'offered')
       ORDER BY business_id, service_id, on_date) lists`,
  );
}
