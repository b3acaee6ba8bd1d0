import { Prisma } from '../../../db/generated/client';
import type { BusinessScope } from '../../../tenancy/types';
import type { Actor } from '../../types';
import { uuidV7 } from './uuid-v7';

/** Bookings, what they take, and two or three lines of history each, from one JSON document. */
export const importRows = (scope: BusinessScope, rows: readonly object[], actor: Actor): Prisma.Sql => {
  const business = Prisma.sql`${scope.businessId}::uuid`;
  return Prisma.sql`
WITH incoming AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, "occupancyId" uuid, reference text,
    "serviceId" uuid, "resourceId" uuid, unit int, "customerId" uuid, "attendeeId" uuid, "attendeeName" text,
    status text, "startsAt" timestamptz, "endsAt" timestamptz, "pricePaise" int, "priceLines" jsonb, source text,
    "bookedAt" timestamptz, "changedAt" timestamptz, reason text)
), taken AS (
  INSERT INTO occupancy (business_id, id, resource_id, unit, kind, during, active, booking_id, created_at)
  SELECT ${business}, "occupancyId", "resourceId", unit, 'booking', tstzrange("startsAt", "endsAt", '[)'),
    status <> 'cancelled', id, "bookedAt"
  FROM incoming ON CONFLICT DO NOTHING RETURNING booking_id
), made AS (
  INSERT INTO booking (business_id, id, reference, service_id, resource_id, unit, customer_id, attendee_id,
    attendee_name, status, starts_at, ends_at, price_paise, price_lines, source, created_at, updated_at)
  SELECT ${business}, i.id, reference, "serviceId", "resourceId", unit, "customerId", "attendeeId", "attendeeName",
    status, "startsAt", "endsAt", "pricePaise", "priceLines", source, "bookedAt", "changedAt"
  FROM incoming i JOIN taken t ON t.booking_id = i.id RETURNING id
), told AS (
  INSERT INTO booking_event (business_id, id, booking_id, kind, at, actor, "to", reason)
  SELECT ${business}, ${uuidV7}, e.booking_id, e.kind, e.at, ${JSON.stringify(actor)}::jsonb,
    jsonb_build_object('status', e.kind), e.reason
  FROM (
    SELECT id AS booking_id, 'confirmed' AS kind, "bookedAt" AS at, NULL AS reason FROM incoming
    UNION ALL
    SELECT id, status, "changedAt", reason FROM incoming WHERE status <> 'confirmed'
  ) e JOIN taken t ON t.booking_id = e.booking_id
)
SELECT count(*)::int AS count FROM made`;
};
