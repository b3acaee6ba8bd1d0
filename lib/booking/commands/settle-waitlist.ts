import type { Tx } from '../../db/client';
import type { LocalDate } from '../../scheduling/types';
import type { BusinessScope } from '../../tenancy/types';
import { instant } from './sql/booking-row';

/**
 * Brings a day's waiting list up to date with what became of its offers: `taken` when confirmed, `declined` when given
 * up, `lapsed` when the hold ran out. Whoever has booked that day themselves since they joined has `left`.
 * The bookings are the truth and this only copies it, so it may run late, twice, or beside itself.
 */
export async function settleWaitlist(
  tx: Tx,
  scope: BusinessScope,
  list: { serviceId: string; onDate: LocalDate; now: Date },
): Promise<void> {
  await tx.$executeRaw`/* statement: settle-offers */
    UPDATE waitlist_entry e SET status = s.status FROM (
      SELECT o.id, CASE
        WHEN b.status NOT IN ('held', 'expired', 'cancelled') OR EXISTS (SELECT FROM booking_event v
          WHERE v.business_id = b.business_id AND v.booking_id = b.id AND v.kind = 'confirmed') THEN 'taken'
        WHEN b.status = 'held' AND b.hold_until > ${instant(list.now)} THEN 'offered'
        WHEN EXISTS (SELECT FROM booking_event v WHERE v.business_id = b.business_id AND v.booking_id = b.id
          AND v.kind IN ('expired', 'cancelled') AND v.actor ->> 'kind' <> 'system') THEN 'declined'
        ELSE 'lapsed' END AS status
      FROM waitlist_entry o JOIN booking b ON b.business_id = o.business_id AND b.id = o.offer_booking_id
      WHERE o.business_id = ${scope.businessId}::uuid AND o.service_id = ${list.serviceId}::uuid
        AND o.on_date = ${list.onDate}::date AND o.status IN ('offered', 'declined', 'lapsed')
    ) s WHERE e.business_id = ${scope.businessId}::uuid AND e.id = s.id AND e.status <> s.status`;
  await tx.$executeRaw`/* statement: leave-waitlist */
    UPDATE waitlist_entry e SET status = 'left' FROM business z
    WHERE z.id = e.business_id AND e.business_id = ${scope.businessId}::uuid
      AND e.service_id = ${list.serviceId}::uuid AND e.on_date = ${list.onDate}::date AND e.status = 'waiting'
      AND EXISTS (SELECT FROM booking b JOIN booking_event v ON v.business_id = b.business_id AND v.booking_id = b.id
        WHERE b.business_id = e.business_id AND b.customer_id = e.customer_id AND b.service_id = e.service_id
          AND b.status NOT IN ('held', 'expired', 'cancelled') AND (b.starts_at AT TIME ZONE z.zone)::date = e.on_date
          AND v.kind IN ('confirmed', 'moved') AND v.at >= e.created_at)`;
}
