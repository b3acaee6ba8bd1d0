import { Prisma } from '../../../db/generated/client';
import type { BusinessScope } from '../../../tenancy/types';
import type { Candidate, HoldSlotInput } from '../../types';
import { bookingColumns, instant } from './booking-row';
import { uuidV7 } from './uuid-v7';
import { candidateTable, duringOf } from './wanted-time';
import { writeBooking, type Fresh } from './write-booking';

/**
 * Lets the old hold go and makes the new booking on time that the old one already secured. The exclusion constraint
 * sees rows as they are at each moment, so the freeing must come first: `taken` reads `freed` for that reason.
 */
export const settleReplacement = (
  scope: BusinessScope,
  input: HoldSlotInput & { replaces: string },
  taken: Candidate,
  fresh: Fresh,
): Prisma.Sql => {
  const business = Prisma.sql`${scope.businessId}::uuid`;
  return Prisma.sql`
WITH chosen AS MATERIALIZED (
  SELECT c.*, ${duringOf(input)} AS during, ${instant(input.now)} AS now FROM ${candidateTable([taken])}
), freed AS (
  UPDATE occupancy SET active = false
  WHERE business_id = ${business} AND booking_id = ${input.replaces}::uuid AND active RETURNING id
), given_up AS (
  UPDATE booking SET status = 'expired', version = version + 1, updated_at = ${instant(input.now)}
  WHERE business_id = ${business} AND id = ${input.replaces}::uuid RETURNING id
), given_up_told AS (
  INSERT INTO booking_event (business_id, id, booking_id, kind, at, actor, "from", "to", reason)
  SELECT ${business}, ${uuidV7}, id, 'expired', ${instant(input.now)}, ${JSON.stringify(input.actor)}::jsonb,
    '{"status":"held"}', jsonb_build_object('status', 'expired', 'replacedBy', ${fresh.bookingId}::uuid),
    'another time was chosen'
  FROM given_up
), taken AS (
  INSERT INTO occupancy (business_id, id, resource_id, unit, kind, during, active, booking_id, hold_until, created_at)
  SELECT ${business}, ${fresh.occupancyId}::uuid, c.resource_id, c.unit, 'hold', c.during, true,
    ${fresh.bookingId}::uuid, ${instant(input.holdUntil)}, c.now
  FROM chosen c WHERE (SELECT count(*) FROM freed) >= 0 RETURNING id
), ${writeBooking(scope, input, fresh)}
SELECT ${bookingColumns('b')} FROM made b`;
};
