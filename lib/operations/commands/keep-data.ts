import type { Db } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';
import type { Keeping } from '../schema';

/** From now on a business keeps its data for so long. */
export async function setKeeping(
  db: Db,
  scope: BusinessScope,
  { bodiesDays, messagesMonths }: Keeping,
): Promise<void> {
  await db.business.update({
    where: { id: scope.businessId },
    data: { bodiesKeptDays: bodiesDays, messagesKeptMonths: messagesMonths },
  });
}

/** Notes that everything older has been deleted. */
export async function noteCleared(db: Db, scope: BusinessScope, now: Date): Promise<void> {
  await db.business.update({ where: { id: scope.businessId }, data: { dataClearedAt: now } });
}

type Batch = { before: Date; limit: number };

/**
 * Deletes a batch of the oldest events of WhatsApp's providers that came before and are dealt with; gives their number. What
 * was said in them stands in the chat.
 */
export const clearEvents = (
  db: Db,
  { businessId }: BusinessScope,
  { before, limit }: Batch,
): Promise<number> =>
  db.$executeRaw`
    DELETE FROM inbound_event WHERE business_id = ${businessId}::uuid AND id IN (
      SELECT id FROM inbound_event WHERE business_id = ${businessId}::uuid AND received_at < ${before}::timestamptz
        AND status <> 'pending' ORDER BY id LIMIT ${limit}::int)`;

/**
 * Empties a batch of a gateway's events that came before and are dealt with. Which event told of which payment stays, and
 * that it must not be acted on again.
 */
export const clearBodies = (
  db: Db,
  { businessId }: BusinessScope,
  { before, limit }: Batch,
): Promise<number> =>
  db.$executeRaw`
    UPDATE gateway_event SET body = '' WHERE business_id = ${businessId}::uuid AND id IN (
      SELECT id FROM gateway_event WHERE business_id = ${businessId}::uuid AND received_at < ${before}::timestamptz
        AND status IN ('done', 'ignored', 'set-aside') AND body <> '' ORDER BY id LIMIT ${limit}::int)`;

/** Deletes a batch of the oldest messages of chats that were written before and are not on their way. */
export const clearMessages = (
  db: Db,
  { businessId }: BusinessScope,
  { before, limit }: Batch,
): Promise<number> =>
  db.$executeRaw`
    DELETE FROM message WHERE business_id = ${businessId}::uuid AND id IN (
      SELECT id FROM message WHERE business_id = ${businessId}::uuid AND created_at < ${before}::timestamptz
        AND status NOT IN ('queued', 'sending') ORDER BY id LIMIT ${limit}::int)`;

/** What a customer had begun to say in a chat that nobody has touched since goes with its messages. */
export const clearDrafts = (
  db: Db,
  { businessId }: BusinessScope,
  { before, limit }: Batch,
): Promise<number> =>
  db.$executeRaw`
    UPDATE thread SET state = NULL WHERE business_id = ${businessId}::uuid AND id IN (
      SELECT id FROM thread WHERE business_id = ${businessId}::uuid AND updated_at < ${before}::timestamptz
        AND state IS NOT NULL AND jsonb_typeof(state) <> 'null' ORDER BY updated_at LIMIT ${limit}::int)`;
