import { Prisma } from '../../../db/generated/client';
import type { BusinessScope } from '../../../tenancy/types';
import type { Actor, BookingStatus } from '../../types';
import { bookingColumns, instant } from './booking-row';
import { uuidV7 } from './uuid-v7';

type Confirmation = {
  bookingId: string;
  actor: Actor;
  now: Date;
  /** The status it has; without a row in the answer, it has another. */
  from: Extract<BookingStatus, 'held' | 'expired'>;
  /** The unit that was taken again for it; absent: the one it has. */
  unit?: number;
};

/** Turns the held time into booked time: the same row, so it is never free in between. */
export const confirmHeld = (scope: BusinessScope, confirmation: Confirmation): Prisma.Sql => {
  const business = Prisma.sql`${scope.businessId}::uuid`;
  const { bookingId, actor, now, from } = confirmation;
  return Prisma.sql`/* statement: confirm-held */
WITH agreed AS (
  UPDATE booking SET status = 'confirmed', hold_until = NULL, version = version + 1, updated_at = ${instant(now)},
    unit = coalesce(${confirmation.unit ?? null}::int, unit)
  WHERE business_id = ${business} AND id = ${bookingId}::uuid AND status = ${from}::text RETURNING *
), kept AS (
  UPDATE occupancy o SET kind = 'booking', hold_until = NULL FROM agreed a
  WHERE o.business_id = ${business} AND o.booking_id = a.id AND o.active RETURNING o.id
), told AS (
  INSERT INTO booking_event (business_id, id, booking_id, kind, at, actor, "from", "to")
  SELECT business_id, ${uuidV7}, id, 'confirmed', updated_at, ${JSON.stringify(actor)}::jsonb,
    jsonb_build_object('status', ${from}::text),
    jsonb_build_object('status', status, 'resourceId', resource_id, 'unit', unit,
      'startsAt', starts_at, 'endsAt', ends_at)
  FROM agreed
)
SELECT ${bookingColumns('a')} FROM agreed a`;
};
