import { Prisma } from '../../../db/generated/client';
import { instant } from './booking-row';

/** Gives due reminders to one worker until `until`; those that another has in hand, or is just taking, are passed over. */
export const claimDue = (input: {
  now: Date;
  until: Date;
  limit: number;
}): Prisma.Sql => Prisma.sql`/* statement: claim-reminders */
UPDATE reminder r SET claimed_until = ${instant(input.until)}
FROM (SELECT business_id, id FROM reminder
  WHERE status = 'planned' AND due_at <= ${instant(input.now)}
    AND (claimed_until IS NULL OR claimed_until <= ${instant(input.now)})
  ORDER BY due_at LIMIT ${input.limit}::int FOR UPDATE SKIP LOCKED) due, booking b
WHERE r.business_id = due.business_id AND r.id = due.id
  AND b.business_id = r.business_id AND b.id = r.booking_id
RETURNING r.business_id AS "businessId", r.id, r.booking_id AS "bookingId", b.customer_id AS "customerId"`;
