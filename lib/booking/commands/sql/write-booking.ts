import { Prisma } from '../../../db/generated/client';
import type { BookingId } from '../../../kernel/ids';
import type { BusinessScope } from '../../../tenancy/types';
import type { HoldSlotInput } from '../../types';
import { instant } from './booking-row';
import { termsOf } from './terms-of';

/** What a new booking needs that only chance and the clock can give. The first unused reference is taken. */
export type Fresh = { bookingId: BookingId; occupancyId: string; eventId: string; references: string[] };

/**
 * The booking and the first line of its history, as CTEs `made` and `told`, for the row of
 * `chosen(resource_id, unit, price_paise, price_lines, now)` if `taken` has one. `OFFSET 0` as in `takersOfWanted`.
 */
export const writeBooking = (
  scope: BusinessScope,
  input: HoldSlotInput,
  fresh: Fresh,
): Prisma.Sql => Prisma.sql`
made AS (
  INSERT INTO booking (business_id, id, reference, service_id, resource_id, unit, customer_id, attendee_id,
    attendee_name, status, starts_at, ends_at, price_paise, price_lines, terms, source, hold_until, effect_id,
    created_at, updated_at)
  SELECT ${scope.businessId}::uuid, ${fresh.bookingId}::uuid,
    (SELECT r.word FROM unnest(${fresh.references}::text[]) WITH ORDINALITY AS r(word, place)
      WHERE NOT EXISTS (SELECT FROM booking b WHERE b.business_id = ${scope.businessId}::uuid AND b.reference = r.word OFFSET 0)
      ORDER BY r.place LIMIT 1),
    ${input.serviceId}::uuid, c.resource_id, c.unit, ${input.customerId}::uuid, ${input.attendeeId}::uuid,
    ${input.attendeeName}::text, 'held', ${instant(input.startsAt)}, ${instant(input.endsAt)}, c.price_paise,
    c.price_lines::jsonb, ${termsOf(scope, input.serviceId)}, ${input.source}::text, ${instant(input.holdUntil)}, ${input.effectId}::text, c.now, c.now
  FROM chosen c, taken RETURNING *
), told AS (
  INSERT INTO booking_event (business_id, id, booking_id, kind, at, actor, "to")
  SELECT business_id, ${fresh.eventId}::uuid, id, 'held', created_at, ${JSON.stringify(input.actor)}::jsonb,
    jsonb_build_object('status', status, 'resourceId', resource_id, 'unit', unit,
      'startsAt', starts_at, 'endsAt', ends_at, 'holdUntil', hold_until)
  FROM made
)`;
