import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { ChannelId, CustomerId } from '../../kernel/ids';
import type { BusinessScope } from '../../tenancy/types';
import { threadColumns } from '../sql/thread-columns';
import { toThread, type ThreadRow } from '../thread-row';
import type { Thread } from '../types';

/**
 * The thread of a customer on a channel, made if it is new, locked until the transaction ends: two turns of
 * one customer never run at once, whatever the queue does. A message written at `sentAt` opens the window.
 */
export async function openThread(
  tx: Tx,
  scope: BusinessScope,
  input: { channelId: ChannelId; customerId: CustomerId; sentAt: Date; now: Date },
): Promise<Thread> {
  const rows = await tx.$queryRaw<ThreadRow[]>`/* statement: open-thread */
    INSERT INTO thread (business_id, id, channel_id, customer_id, last_inbound_at, created_at, updated_at)
    VALUES (${scope.businessId}::uuid, ${newId()}::uuid, ${input.channelId}::uuid, ${input.customerId}::uuid,
      ${input.sentAt}, ${input.now}, ${input.now})
    ON CONFLICT (business_id, channel_id, customer_id) DO UPDATE
      SET last_inbound_at = greatest(thread.last_inbound_at, excluded.last_inbound_at), updated_at = excluded.updated_at
    RETURNING ${threadColumns}`;
  const row = rows[0];
  if (!row) throw new Error('An upsert always returns its row.');
  return toThread(row);
}
