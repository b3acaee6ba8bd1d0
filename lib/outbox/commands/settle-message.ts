import type { Db } from '../../db/client';
import type { DeliveryStatus } from '../../messaging/types';
import type { BusinessScope } from '../../tenancy/types';
import type { MessageFailure } from '../types';

/**
 * The provider took the message. A status webhook may have been faster: then only the id is filled in.
 * Returns whether more messages wait in its thread.
 */
export async function markAccepted(
  db: Db,
  scope: BusinessScope,
  input: { id: string; threadId: string; providerMessageId: string; now: Date },
): Promise<boolean> {
  const rows = await db.$queryRaw<{ more: boolean }[]>`/* statement: mark-accepted */
    WITH accepted AS (
      UPDATE message SET provider_message_id = ${input.providerMessageId}, sent_at = ${input.now}::timestamptz,
        status = CASE WHEN status IN ('queued', 'sending') THEN 'accepted' ELSE status END, sending_since = NULL
      WHERE business_id = ${scope.businessId}::uuid AND id = ${input.id}::uuid)
    SELECT EXISTS (SELECT FROM message WHERE business_id = ${scope.businessId}::uuid
      AND thread_id = ${input.threadId}::uuid AND id <> ${input.id}::uuid
      AND direction = 'out' AND status IN ('queued', 'sending')) AS more`;
  return rows[0]?.more ?? false;
}

/** The message is not sent now; it stays at the head of its thread until `at`. */
export async function markWaiting(
  db: Db,
  scope: BusinessScope,
  input: { id: string; at: Date; failure?: MessageFailure },
): Promise<void> {
  await db.message.updateMany({
    where: { businessId: scope.businessId, id: input.id, status: { in: ['queued', 'sending'] } },
    data: {
      status: 'queued',
      sendingSince: null,
      nextAttemptAt: input.at,
      ...(input.failure && { failure: input.failure }),
    },
  });
}

/** Given up, with the reason kept. */
export async function markFailed(
  db: Db,
  scope: BusinessScope,
  input: { id: string; failure: MessageFailure },
): Promise<void> {
  await db.message.updateMany({
    where: { businessId: scope.businessId, id: input.id, status: { in: ['queued', 'sending'] } },
    data: { status: 'failed', sendingSince: null, failure: input.failure },
  });
}

/** Delivery only ever moves forward: statuses arrive in any order and any number of times. */
const earlier: Record<DeliveryStatus, string[]> = {
  sent: ['queued', 'sending', 'accepted'],
  delivered: ['queued', 'sending', 'accepted', 'sent', 'failed'],
  read: ['queued', 'sending', 'accepted', 'sent', 'delivered', 'failed'],
  failed: ['queued', 'sending', 'accepted', 'sent'],
};

export type StatusOutcome = { known: boolean; changed: boolean; threadId: string | null };

/**
 * Applies a provider's delivery status. The message is found by our own mark, echoed by the provider, or by the
 * provider's id; a status that arrives before our own call has returned is therefore never lost.
 * Source: Cloud API status webhooks (`delivered` may follow `failed`, `read` may come without `delivered`).
 */
export async function applyStatus(
  db: Db,
  scope: BusinessScope,
  status: {
    opaque?: string | undefined;
    externalId: string;
    status: DeliveryStatus;
    failure: MessageFailure | null;
    at: Date;
  },
): Promise<StatusOutcome> {
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(status.opaque ?? '');
  const rows = await db.$queryRaw<{ threadId: string; changed: boolean }[]>`/* statement: apply-status */
    WITH meant AS (
      SELECT id, thread_id, status FROM message
      WHERE business_id = ${scope.businessId}::uuid AND direction = 'out'
        AND id = ${isUuid ? status.opaque : null}::uuid
      UNION ALL
      SELECT id, thread_id, status FROM message
      WHERE business_id = ${scope.businessId}::uuid AND direction = 'out' AND NOT ${isUuid}::boolean
        AND provider_message_id = ${status.externalId}
      LIMIT 1
    ), moved AS (
      UPDATE message m SET status = ${status.status}, sending_since = NULL, provider_message_id = ${status.externalId},
        failure = coalesce(${status.failure ? JSON.stringify(status.failure) : null}::jsonb, m.failure)
      FROM meant WHERE m.business_id = ${scope.businessId}::uuid AND m.id = meant.id
        AND m.status = ANY (${earlier[status.status]}::text[])
      RETURNING m.id
    )
    SELECT thread_id AS "threadId", EXISTS (SELECT FROM moved) AS changed FROM meant`;
  const row = rows[0];
  return row ? { known: true, ...row } : { known: false, changed: false, threadId: null };
}
