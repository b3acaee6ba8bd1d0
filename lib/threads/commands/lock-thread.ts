import type { Tx } from '../../db/client';
import type { ChannelId, CustomerId, ThreadId } from '../../kernel/ids';
import type { BusinessScope } from '../../tenancy/types';
import type { Thread } from '../types';

type Row = Omit<Thread, 'id' | 'channelId' | 'customerId' | 'handledBy'> & {
  id: string;
  channelId: string;
  customerId: string;
  handledBy: string;
};

/**
 * A thread that we write to of our own accord, locked until the transaction ends so that no turn of its customer runs
 * meanwhile. Unlike a message of theirs it opens no window. Null when there is none with this id.
 */
export async function lockThread(tx: Tx, scope: BusinessScope, threadId: string): Promise<Thread | null> {
  const [row] = await tx.$queryRaw<Row[]>`/* statement: lock-thread */
    SELECT id, channel_id AS "channelId", customer_id AS "customerId", state, handled_by AS "handledBy",
      handed_over_at AS "handedOverAt", last_staff_at AS "lastStaffAt", last_inbound_at AS "lastInboundAt",
      next_position AS "nextPosition"
    FROM thread WHERE business_id = ${scope.businessId}::uuid AND id = ${threadId}::uuid FOR NO KEY UPDATE`;
  if (!row) return null;
  return {
    ...row,
    id: row.id as ThreadId,
    channelId: row.channelId as ChannelId,
    customerId: row.customerId as CustomerId,
    handledBy: row.handledBy === 'staff' ? 'staff' : 'bot',
  };
}
