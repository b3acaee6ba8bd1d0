import { Prisma } from '../../../db/generated/client';
import type { BusinessScope } from '../../../tenancy/types';
import type { Candidate, HoldSlotInput } from '../../types';
import { bookingColumns, instant } from './booking-row';
import { termsOf } from './terms-of';
import { candidateTable, duringOf } from './wanted-time';
import type { Fresh } from './write-booking';

type Override = Omit<HoldSlotInput, 'candidates' | 'holdUntil' | 'replaces'> & {
  candidate: Candidate;
  reason: string;
};

/** A booking confirmed at once, on time that may be taken already, with the reason in its history. */
export const writeOverride = (scope: BusinessScope, input: Override, fresh: Fresh): Prisma.Sql => {
  const business = Prisma.sql`${scope.businessId}::uuid`;
  return Prisma.sql`
WITH made AS (
  INSERT INTO booking (business_id, id, reference, service_id, resource_id, unit, customer_id, attendee_id,
    attendee_name, status, starts_at, ends_at, price_paise, price_lines, terms, source, effect_id, created_at, updated_at)
  SELECT ${business}, ${fresh.bookingId}::uuid,
    (SELECT r.word FROM unnest(${fresh.references}::text[]) WITH ORDINALITY AS r(word, place)
      WHERE NOT EXISTS (SELECT FROM booking b WHERE b.business_id = ${business} AND b.reference = r.word OFFSET 0)
      ORDER BY r.place LIMIT 1),
    ${input.serviceId}::uuid, c.resource_id, c.unit, ${input.customerId}::uuid, ${input.attendeeId}::uuid,
    ${input.attendeeName}::text, 'confirmed', ${instant(input.startsAt)}, ${instant(input.endsAt)}, c.price_paise,
    c.price_lines::jsonb, ${termsOf(scope, input.serviceId)}, ${input.source}::text, ${input.effectId}::text, ${instant(input.now)}, ${instant(input.now)}
  FROM ${candidateTable([input.candidate])} RETURNING *
), taken AS (
  INSERT INTO occupancy (business_id, id, resource_id, unit, kind, during, active, booking_id, reason, created_at)
  SELECT business_id, ${fresh.occupancyId}::uuid, resource_id, unit, 'override', ${duringOf(input)}, true, id,
    ${input.reason}::text, created_at
  FROM made
), told AS (
  INSERT INTO booking_event (business_id, id, booking_id, kind, at, actor, "to", reason)
  SELECT business_id, ${fresh.eventId}::uuid, id, 'confirmed', created_at, ${JSON.stringify(input.actor)}::jsonb,
    jsonb_build_object('status', status, 'resourceId', resource_id, 'unit', unit, 'startsAt', starts_at,
      'endsAt', ends_at, 'override', true), ${input.reason}::text
  FROM made
)
SELECT ${bookingColumns('m')} FROM made m`;
};
