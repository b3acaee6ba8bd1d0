import type { Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import type { BusinessScope } from '../../tenancy/types';
import { reachMs, shareSql } from '../reach';

const share = Prisma.raw(shareSql('m'));

/**
 * Asks leave to write to the customer of a thread outside their window, in the caller's transaction. Whoever was written to
 * within the last 24 hours counts already. Otherwise one of the `limit` is taken, as far as the weightiest message that
 * waits in the thread may go: the head goes first, and what follows reaches somebody who is counted. Null: go. Otherwise
 * when there will be room at the earliest. Numbers of a business share its limit, as those of a portfolio do; they ask one
 * after another under the lock of its row.
 */
export async function reserveReach(
  tx: Tx,
  scope: BusinessScope,
  { threadId, limit, now }: { threadId: string; limit: number; now: Date },
): Promise<Date | null> {
  const { businessId } = scope;
  const since = new Date(now.getTime() - reachMs);
  const again = await tx.$executeRaw`/* statement: reach-again */
    UPDATE reached_customer r SET reached_at = ${now}::timestamptz FROM thread t
    WHERE t.business_id = ${businessId}::uuid AND t.id = ${threadId}::uuid AND r.business_id = t.business_id
      AND r.customer_id = t.customer_id AND r.reached_at > ${since}::timestamptz`;
  if (again > 0) return null;
  await tx.$executeRaw`SELECT id FROM business WHERE id = ${businessId}::uuid FOR NO KEY UPDATE`;
  const [room] = await tx.$queryRaw<{ reached: number; share: number }[]>`/* statement: reach-room */
    SELECT (SELECT count(*)::int FROM reached_customer
        WHERE business_id = ${businessId}::uuid AND reached_at > ${since}::timestamptz) AS reached,
      (SELECT coalesce(max(${share}), 100) FROM message m WHERE m.business_id = ${businessId}::uuid
        AND m.thread_id = ${threadId}::uuid AND m.direction = 'out' AND m.status IN ('queued', 'sending')) AS share`;
  const allowed = Math.floor((limit * (room?.share ?? 100)) / 100);
  const over = (room?.reached ?? 0) - allowed;
  if (over >= 0) return roomAt(tx, scope, { since, over, now });
  await tx.$executeRaw`/* statement: reach */
    INSERT INTO reached_customer (business_id, customer_id, reached_at)
    SELECT t.business_id, t.customer_id, ${now}::timestamptz FROM thread t
    WHERE t.business_id = ${businessId}::uuid AND t.id = ${threadId}::uuid
    ON CONFLICT (business_id, customer_id) DO UPDATE SET reached_at = excluded.reached_at`;
  return null;
}

/** When the oldest of those who are too many falls out of the 24 hours; tomorrow, where the limit is nothing at all. */
async function roomAt(
  tx: Tx,
  scope: BusinessScope,
  { since, over, now }: { since: Date; over: number; now: Date },
): Promise<Date> {
  const [oldest] = await tx.$queryRaw<{ reachedAt: Date }[]>`/* statement: reach-room-at */
    SELECT reached_at AS "reachedAt" FROM reached_customer
    WHERE business_id = ${scope.businessId}::uuid AND reached_at > ${since}::timestamptz
    ORDER BY reached_at OFFSET ${over}::int LIMIT 1`;
  return new Date((oldest?.reachedAt ?? now).getTime() + reachMs);
}
