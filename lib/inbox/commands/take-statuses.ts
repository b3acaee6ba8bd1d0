import type { Tx } from '../../db/client';

export type TakenStatus = { businessId: string; id: string; channelId: string; payload: unknown };

/**
 * Takes delivery statuses that nobody has applied yet, oldest first, of any business. They stay locked until the
 * transaction ends, and others pass them by: any number of processes may take at once.
 */
export const takeStatuses = (tx: Tx, limit: number): Promise<TakenStatus[]> =>
  tx.$queryRaw<TakenStatus[]>`/* statement: take-statuses */
    SELECT business_id AS "businessId", id, channel_id AS "channelId", payload FROM inbound_event
    WHERE status = 'pending' AND kind = 'status' ORDER BY received_at LIMIT ${limit}::int FOR UPDATE SKIP LOCKED`;

/** Marks taken statuses handled; those that spoke of a message we do not know are `ignored`. */
export async function finishStatuses(
  tx: Tx,
  taken: readonly { businessId: string; id: string; known: boolean }[],
  now: Date,
): Promise<void> {
  const rows = taken.map(({ businessId, id, known }) => ({ business_id: businessId, id, known }));
  await tx.$executeRaw`/* statement: finish-statuses */
    UPDATE inbound_event e SET status = CASE WHEN r.known THEN 'done' ELSE 'ignored' END, handled_at = ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(business_id uuid, id uuid, known boolean)
    WHERE e.business_id = r.business_id AND e.id = r.id`;
}
