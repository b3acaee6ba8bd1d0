import { jobPriority } from '../../db/add-job';
import type { Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';

/**
 * Queues a look at every payment attempt and refund of any business that is due for one, and at payments left undecided by a
 * process that died; at most `limit` of each. Each is due again only when its look has written so, or after ten minutes if
 * that look is lost.
 */
export async function claimDue(tx: Tx, input: { now: Date; limit: number }): Promise<number> {
  const now = Prisma.sql`${input.now.toISOString()}::timestamptz`;
  const limit = Prisma.sql`${input.limit}::int`;
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
WITH attempts AS (
  UPDATE payment_attempt a SET next_check_at = ${now} + interval '10 minutes' FROM (
    SELECT business_id, id FROM payment_attempt WHERE next_check_at <= ${now}
    ORDER BY next_check_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
  ) due WHERE a.business_id = due.business_id AND a.id = due.id RETURNING a.business_id, a.id
), refunds AS (
  UPDATE refund r SET next_try_at = ${now} + interval '10 minutes' FROM (
    SELECT business_id, id FROM refund WHERE next_try_at <= ${now}
    ORDER BY next_try_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
  ) due WHERE r.business_id = due.business_id AND r.id = due.id RETURNING r.business_id, r.id
)
SELECT (graphile_worker.add_job('check-payment', json_build_object('businessId', business_id, 'attemptId', id),
  priority := ${jobPriority['check-payment']}::int, job_key := 'check-payment:' || id)).id FROM attempts
UNION ALL
SELECT (graphile_worker.add_job('send-refund', json_build_object('businessId', business_id, 'refundId', id),
  priority := ${jobPriority['send-refund']}::int, job_key := 'send-refund:' || id)).id FROM refunds`);
  return rows.length;
}

/** Payments written down a while ago and not decided on: their process died between the two. */
export const listUndecided = (
  tx: Tx,
  input: { before: Date; limit: number },
): Promise<{ businessId: string; id: string }[]> =>
  tx.payment.findMany({
    where: { disposition: 'recorded', receivedAt: { lt: input.before } },
    select: { businessId: true, id: true },
    take: input.limit,
  });

/** Payments of less than was asked for whose slot nobody has given them: its hold has ended. */
export const listShort = (
  tx: Tx,
  input: { limit: number },
): Promise<{ businessId: string; id: string; bookingId: string | null }[]> =>
  tx.payment.findMany({
    where: { disposition: 'mismatch', why: 'less', booking: { status: 'expired' } },
    select: { businessId: true, id: true, bookingId: true },
    take: input.limit,
  });

/** Payments that came too late for their slot, and whose payer has not said what they want instead. */
export const listUnanswered = (
  tx: Tx,
  input: { before: Date; limit: number },
): Promise<{ businessId: string; id: string; bookingId: string | null }[]> =>
  tx.payment.findMany({
    where: { disposition: 'late', decidedAt: { lt: input.before } },
    select: { businessId: true, id: true, bookingId: true },
    take: input.limit,
  });
