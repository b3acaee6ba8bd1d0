import type { Db } from '../../db/client';
import type { Statements } from '../../db/statements';
import { isUuid } from '../../kernel/uuid';
import type { Refusal } from '../../messaging/purpose';
import type { DeliveryStatus } from '../../messaging/types';
import type { BusinessScope } from '../../tenancy/types';
import type { MessageFailure } from '../types';

/**
 * The provider took the message. A status webhook may have been faster: then only the id is filled in.
 * Returns whether more messages wait in its thread.
 */
export async function markAccepted(
  db: Statements,
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

/**
 * What its reader refuses now is not sent. One whose call may have gone through counts as failed instead, so that a status
 * can still say that it arrived.
 */
export async function markRefused(
  db: Db,
  scope: BusinessScope,
  { id, attempts, refusal }: { id: string; attempts: number; refusal: Refusal },
): Promise<void> {
  await db.message.updateMany({
    where: { businessId: scope.businessId, id, status: { in: ['queued', 'sending'] } },
    data: {
      status: attempts === 0 ? 'cancelled' : 'failed',
      sendingSince: null,
      failure: { kind: refusal, detail: '' },
    },
  });
}

/** How far along a status is; of several for one message the farthest counts. */
const rank: Record<DeliveryStatus, number> = { sent: 1, failed: 2, delivered: 3, read: 4 };

export type ReportedStatus = {
  businessId: string;
  /** Our own mark as the provider echoed it; null or foreign where it did not. */
  opaque: string | null;
  externalId: string;
  status: DeliveryStatus;
  failure: MessageFailure | null;
};

/** What came of a report: `threadId` of the message it spoke of, null for one that is not ours. */
export type StatusOutcome = { threadId: string | null; changed: boolean };

/**
 * Applies what a provider reports about deliveries, many at once, in the order given. A message is found by our own
 * mark, echoed by the provider, or by the provider's id: a status that arrives before our own call has returned is
 * never lost. Delivery only ever moves forward: statuses arrive in any order and any number of times.
 * Source: Cloud API status webhooks (`delivered` may follow `failed`, `read` may come without `delivered`).
 */
export async function applyStatuses(db: Db, reports: readonly ReportedStatus[]): Promise<StatusOutcome[]> {
  const rows = reports.map((report, place) => ({
    place,
    business_id: report.businessId,
    message_id: report.opaque !== null && isUuid(report.opaque) ? report.opaque : null,
    external_id: report.externalId,
    status: report.status,
    rank: rank[report.status],
    failure: report.failure,
  }));
  const found = await db.$queryRaw<
    { place: number; threadId: string; changed: boolean }[]
  >`/* statement: apply-statuses */
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(place int, business_id uuid, message_id uuid,
        external_id text, status text, rank int, failure jsonb)
    ), meant AS (
      SELECT g.*, m.id, m.thread_id FROM given g
      JOIN message m ON m.business_id = g.business_id AND m.id = g.message_id AND m.direction = 'out'
      UNION ALL
      SELECT g.*, m.id, m.thread_id FROM given g
      JOIN message m ON m.business_id = g.business_id AND m.provider_message_id = g.external_id AND m.direction = 'out'
      WHERE g.message_id IS NULL
    ), farthest AS (
      SELECT DISTINCT ON (business_id, id) * FROM meant ORDER BY business_id, id, rank DESC, place
    ), moved AS (
      UPDATE message m SET status = f.status, sending_since = NULL, provider_message_id = f.external_id,
        failure = coalesce(f.failure, m.failure)
      FROM farthest f WHERE m.business_id = f.business_id AND m.id = f.id AND m.status = ANY (CASE f.status
        WHEN 'sent' THEN ARRAY['queued', 'sending', 'accepted']
        WHEN 'failed' THEN ARRAY['queued', 'sending', 'accepted', 'sent']
        WHEN 'delivered' THEN ARRAY['queued', 'sending', 'accepted', 'sent', 'failed']
        ELSE ARRAY['queued', 'sending', 'accepted', 'sent', 'delivered', 'failed'] END)
      RETURNING f.place
    )
    SELECT meant.place, meant.thread_id AS "threadId", moved.place IS NOT NULL AS changed
    FROM meant LEFT JOIN moved ON moved.place = meant.place`;
  const byPlace = new Map(found.map((one) => [one.place, one]));
  return reports.map((_, place) => {
    const one = byPlace.get(place);
    return one ? { threadId: one.threadId, changed: one.changed } : { threadId: null, changed: false };
  });
}
