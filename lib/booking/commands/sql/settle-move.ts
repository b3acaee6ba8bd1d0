import { Prisma } from '../../../db/generated/client';
import type { BusinessScope } from '../../../tenancy/types';
import type { Actor, Booking, Candidate, WantedTime } from '../../types';
import type { PendingMove } from '../../schema';
import { bookingColumns, instant } from './booking-row';
import { uuidV7 } from './uuid-v7';
import { duringOf } from './wanted-time';

const timesOf = (
  booking: Booking,
): Prisma.Sql => Prisma.sql`jsonb_build_object('resourceId', ${booking.resourceId}::text,
  'unit', ${booking.unit}::int, 'startsAt', ${booking.startsAt.toISOString()}::text,
  'endsAt', ${booking.endsAt.toISOString()}::text, 'pricePaise', ${booking.pricePaise}::int,
  'priceLines', ${JSON.stringify(booking.priceLines)}::jsonb)`;

/**
 * After `takePieces` took `keep`: lets an earlier move's stretches go, takes what of the new time they covered again,
 * and records the move as held.
 */
export const recordHeldMove = (
  scope: BusinessScope,
  input: { booking: Booking; wanted: WantedTime; taken: Candidate; keep: readonly string[]; actor: Actor },
): Prisma.Sql => {
  const business = Prisma.sql`${scope.businessId}::uuid`;
  const { booking, wanted, taken, keep, actor } = input;
  const target = {
    move: true,
    ...taken,
    startsAt: wanted.startsAt,
    endsAt: wanted.endsAt,
    bufferBeforeMinutes: wanted.bufferBeforeMinutes,
    bufferAfterMinutes: wanted.bufferAfterMinutes,
    holdUntil: wanted.holdUntil,
  };
  return Prisma.sql`
WITH freed AS (
  UPDATE occupancy SET active = false WHERE business_id = ${business} AND booking_id = ${booking.id}::uuid
    AND active AND kind = 'hold' AND id <> ALL(${[...keep]}::uuid[]) RETURNING id
), covered AS (
  SELECT range_agg(during) AS by FROM occupancy WHERE business_id = ${business} AND booking_id = ${booking.id}::uuid
    AND resource_id = ${taken.resourceId}::uuid AND unit = ${taken.unit}::int
    AND active AND (kind = 'booking' OR id = ANY(${[...keep]}::uuid[]))
), again AS (
  INSERT INTO occupancy (business_id, id, resource_id, unit, kind, during, active, booking_id, hold_until, created_at)
  SELECT ${business}, ${uuidV7}, ${taken.resourceId}::uuid, ${taken.unit}::int, 'hold', piece, true,
    ${booking.id}::uuid, ${instant(wanted.holdUntil)}, ${instant(wanted.now)}
  FROM covered, unnest(tstzmultirange(${duringOf(wanted)}) - coalesce(covered.by, '{}'::tstzmultirange)) AS piece
  WHERE (SELECT count(*) FROM freed) >= 0
)
INSERT INTO booking_event (business_id, id, booking_id, kind, at, actor, "from", "to")
VALUES (${business}, ${uuidV7}, ${booking.id}::uuid, 'held', ${instant(wanted.now)}, ${JSON.stringify(actor)}::jsonb,
  ${timesOf(booking)}, ${JSON.stringify(target)}::jsonb)`;
};

/**
 * Exchanges everything the booking takes for its new time, secured before, and records the move. `over` is the reason
 * for a new time that was not secured: it stands outside the constraint.
 */
export const settleMove = (
  scope: BusinessScope,
  input: { booking: Booking; move: PendingMove; actor: Actor; now: Date; over?: string },
): Prisma.Sql => {
  const business = Prisma.sql`${scope.businessId}::uuid`;
  const { booking, move, actor, now, over } = input;
  return Prisma.sql`
WITH freed AS (
  UPDATE occupancy SET active = false
  WHERE business_id = ${business} AND booking_id = ${booking.id}::uuid AND active RETURNING id
), taken AS (
  INSERT INTO occupancy (business_id, id, resource_id, unit, kind, during, active, booking_id, reason, created_at)
  SELECT ${business}, ${uuidV7}, ${move.resourceId}::uuid, ${move.unit}::int,
    ${over === undefined ? 'booking' : 'override'}::text, ${duringOf(move)}, true, ${booking.id}::uuid,
    ${over ?? null}::text, ${instant(now)}
  WHERE (SELECT count(*) FROM freed) >= 0
), moved AS (
  UPDATE booking SET resource_id = ${move.resourceId}::uuid, unit = ${move.unit}::int,
    starts_at = ${instant(move.startsAt)}, ends_at = ${instant(move.endsAt)}, price_paise = ${move.pricePaise}::int,
    price_lines = ${JSON.stringify(move.priceLines)}::jsonb, customer_confirmed_at = NULL, version = version + 1, updated_at = ${instant(now)}
  WHERE business_id = ${business} AND id = ${booking.id}::uuid RETURNING *
), told AS (
  INSERT INTO booking_event (business_id, id, booking_id, kind, at, actor, "from", "to", reason)
  SELECT business_id, ${uuidV7}, id, 'moved', updated_at, ${JSON.stringify(actor)}::jsonb, ${timesOf(booking)},
    jsonb_build_object('resourceId', resource_id, 'unit', unit, 'startsAt', starts_at, 'endsAt', ends_at,
      'pricePaise', price_paise), ${over ?? null}::text
  FROM moved
)
SELECT ${bookingColumns('m')} FROM moved m`;
};

/** Lets a held move go; the booking itself stays as it is. Returns how many stretches were let go. */
export const dropMove = (
  scope: BusinessScope,
  input: { bookingId: string; actor: Actor; now: Date; reason: string },
): Prisma.Sql => {
  const business = Prisma.sql`${scope.businessId}::uuid`;
  return Prisma.sql`
WITH freed AS (
  UPDATE occupancy SET active = false WHERE business_id = ${business} AND booking_id = ${input.bookingId}::uuid
    AND active AND kind = 'hold' RETURNING id
)
INSERT INTO booking_event (business_id, id, booking_id, kind, at, actor, "from", reason)
VALUES (${business}, ${uuidV7}, ${input.bookingId}::uuid, 'expired', ${instant(input.now)},
  ${JSON.stringify(input.actor)}::jsonb, '{"move":true}', ${input.reason}::text)`;
};
