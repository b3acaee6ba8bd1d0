import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { ChannelId, CustomerId, ThreadId } from '../../kernel/ids';
import type { BusinessScope } from '../../tenancy/types';
import type { Thread } from '../types';

type Row = {
  id: string;
  state: unknown;
  handled_by: string;
  handed_over_at: Date | null;
  last_staff_at: Date | null;
  last_inbound_at: Date | null;
  next_position: number;
};

/**
 * The thread of a customer on a channel, made if it is new, locked until the transaction ends: two turns of
 * one customer never run at once, whatever the queue does. A message written at `sentAt` opens the window.
 */
export async function openThread(
  tx: Tx,
  scope: BusinessScope,
  input: { channelId: ChannelId; customerId: CustomerId; sentAt: Date; now: Date },
): Promise<Thread> {
  const rows = await tx.$queryRaw<Row[]>`
    INSERT INTO thread (business_id, id, channel_id, customer_id, last_inbound_at, created_at, updated_at)
    VALUES (${scope.businessId}::uuid, ${newId()}::uuid, ${input.channelId}::uuid, ${input.customerId}::uuid,
      ${input.sentAt}, ${input.now}, ${input.now})
    ON CONFLICT (business_id, channel_id, customer_id) DO UPDATE
      SET last_inbound_at = greatest(thread.last_inbound_at, excluded.last_inbound_at), updated_at = excluded.updated_at
    RETURNING id, state, handled_by, handed_over_at, last_staff_at, last_inbound_at, next_position`;
  const row = rows[0];
  if (!row) throw new Error('An upsert always returns its row.');
  return {
    id: row.id as ThreadId,
    channelId: input.channelId,
    customerId: input.customerId,
    state: row.state,
    handledBy: row.handled_by === 'staff' ? 'staff' : 'bot',
    handedOverAt: row.handed_over_at,
    lastStaffAt: row.last_staff_at,
    lastInboundAt: row.last_inbound_at,
    nextPosition: row.next_position,
  };
}
