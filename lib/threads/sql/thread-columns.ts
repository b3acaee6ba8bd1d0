import { Prisma } from '../../db/generated/client';
import type { BusinessScope } from '../../tenancy/types';
import { floodMessages } from '../flood';

/** The columns of `ThreadRow`, of a table called `thread`. */
export const threadColumns =
  Prisma.raw(`thread.id, thread.channel_id AS "channelId", thread.customer_id AS "customerId",
      thread.state, thread.handled_by AS "handledBy", thread.handed_over_at AS "handedOverAt",
      thread.last_staff_at AS "lastStaffAt", thread.last_inbound_at AS "lastInboundAt", thread.next_position AS "nextPosition",
      thread.flood_until AS "floodUntil", thread.flood_told_at AS "floodToldAt",
      (SELECT sent_at FROM message nth WHERE nth.business_id = thread.business_id AND nth.thread_id = thread.id
        AND nth.direction = 'in' AND nth.label NOT IN ('reaction', 'edited', 'deleted', 'number-changed')
        ORDER BY nth.position DESC OFFSET ${String(floodMessages - 1)} LIMIT 1) AS "nthInboundAt"`);

/** The thread of a customer on a channel. */
export const threadOf = (
  scope: BusinessScope,
  channelId: string,
  customerId: Prisma.Sql,
): Prisma.Sql => Prisma.sql`
  SELECT ${threadColumns} FROM thread
  WHERE business_id = ${scope.businessId}::uuid AND channel_id = ${channelId}::uuid AND customer_id = ${customerId}`;
