import { Prisma } from '../../db/generated/client';

/** Whether refund `r` waits for a person: failed, to be handed over at the desk, or refused for a while. */
export const isStuck = Prisma.sql`(
  r.status = 'requested' AND (r.method <> 'gateway' OR r.tries > 1)
  OR r.status = 'failed'
    -- One that was sent again lives on in the refund that took its place.
    AND NOT EXISTS (SELECT FROM refund a WHERE a.business_id = r.business_id AND a.payment_id = r.payment_id
      AND a.note = 'after ' || r.id)
    -- Where all has gone back in another way, there is nothing left to send.
    AND (SELECT p.amount_paise FROM payment p WHERE p.business_id = r.business_id AND p.id = r.payment_id) >
      (SELECT coalesce(sum(a.amount_paise), 0) FROM refund a
        WHERE a.business_id = r.business_id AND a.payment_id = r.payment_id AND a.status <> 'failed'))`;

/**
 * How much more is kept for booking `b` than it asks for; 0 or less: nothing. Money that was dealt with elsewhere is nobody's to
 * give back here.
 */
export const surplus = Prisma.sql`(b.kept_paise - b.asked_paise - (
  SELECT coalesce(sum(p.amount_paise), 0) FROM payment p
  WHERE p.business_id = b.business_id AND p.booking_id = b.id AND p.disposition = 'settled'))::int`;

/** Whether booking `b` keeps more than it asks for, and nothing else about its money waits for a person who will settle that. */
export const isOverpaid = Prisma.sql`(
  b.kept_paise > b.asked_paise AND ${surplus} > 0
  AND NOT EXISTS (SELECT FROM payment p WHERE p.business_id = b.business_id AND p.booking_id = b.id
    AND p.disposition IN ('recorded', 'late', 'mismatch'))
  AND NOT EXISTS (SELECT FROM refund r WHERE r.business_id = b.business_id AND r.booking_id = b.id
    AND r.status = 'failed' AND ${isStuck}))`;
