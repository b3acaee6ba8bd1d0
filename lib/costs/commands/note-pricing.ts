import type { Tx } from '../../db/client';
import { isUuid } from '../../kernel/uuid';
import type { Charge, PricedStatus, UnchargedMessage } from '../types';

/**
 * Whether a message is paid for. `billable` is announced to go, so the type decides where there is one.
 * Source: Cloud API status webhooks, `pricing.type`: regular, free_customer_service, free_entry_point.
 */
export const isBillable = ({ type, billable }: { type?: string; billable?: boolean }): boolean =>
  type === undefined ? (billable ?? true) : !type.startsWith('free_') && billable !== false;

/**
 * Keeps what providers say of prices with the messages, after their statuses have been applied in the same transaction.
 * Returns those that are delivered, priced and not charged yet. Statuses come in any order and any number of times, and
 * the price with any of them: what has been charged is never returned again.
 */
export async function notePricing(tx: Tx, reports: readonly PricedStatus[]): Promise<UnchargedMessage[]> {
  if (reports.length === 0) return [];
  const rows = reports.map((one) => ({
    business_id: one.businessId,
    message_id: one.opaque !== null && isUuid(one.opaque) ? one.opaque : null,
    external_id: one.externalId,
    category: one.pricing?.category ?? null,
    billable: one.pricing ? isBillable(one.pricing) : null,
    delivered_at: one.status === 'delivered' || one.status === 'read' ? one.at.toISOString() : null,
  }));
  return tx.$queryRaw<UnchargedMessage[]>`/* statement: note-pricing */
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(business_id uuid, message_id uuid,
        external_id text, category text, billable boolean, delivered_at timestamptz)
    ), meant AS (
      SELECT g.*, m.id FROM given g
      JOIN message m ON m.business_id = g.business_id AND m.id = g.message_id AND m.direction = 'out'
      UNION ALL
      SELECT g.*, m.id FROM given g
      JOIN message m ON m.business_id = g.business_id AND m.provider_message_id = g.external_id AND m.direction = 'out'
      WHERE g.message_id IS NULL
    ), said AS (
      SELECT business_id, id, max(category) AS category, bool_or(billable) AS billable, min(delivered_at) AS delivered_at
      FROM meant GROUP BY business_id, id
    ), noted AS (
      UPDATE message m SET price_category = coalesce(m.price_category, s.category),
        billable = coalesce(m.billable, s.billable)
      FROM said s WHERE m.business_id = s.business_id AND m.id = s.id AND m.charged_at IS NULL
        AND (s.category IS NOT NULL OR m.price_category IS NOT NULL)
      RETURNING m.business_id, m.id, m.thread_id, m.price_category, m.billable, m.status, s.delivered_at, m.sent_at,
        m.created_at
    )
    SELECT n.business_id AS "businessId", n.id, n.price_category AS category, coalesce(n.billable, true) AS billable,
      c.wa_id AS "waId", c.bsuid, b.zone, coalesce(n.delivered_at, n.sent_at, n.created_at) AS "deliveredAt"
    FROM noted n
    JOIN thread t ON t.business_id = n.business_id AND t.id = n.thread_id
    JOIN customer c ON c.business_id = t.business_id AND c.id = t.customer_id
    JOIN business b ON b.id = n.business_id
    WHERE n.status IN ('delivered', 'read')`;
}

/** Charges each of these once. */
export async function chargeMessages(tx: Tx, charges: readonly Charge[]): Promise<void> {
  if (charges.length === 0) return;
  const rows = charges.map(({ businessId, id, at, milliPaise }) => ({
    business_id: businessId,
    id,
    at: at.toISOString(),
    cost: milliPaise,
  }));
  await tx.$executeRaw`/* statement: charge-messages */
    UPDATE message m SET charged_at = r.at, cost_milli_paise = r.cost
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(business_id uuid, id uuid, at timestamptz, cost int)
    WHERE m.business_id = r.business_id AND m.id = r.id AND m.charged_at IS NULL`;
}
