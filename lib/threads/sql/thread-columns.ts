import { Prisma } from '../../db/generated/client';
import type { BusinessScope } from '../../tenancy/types';

/** The columns of `ThreadRow`, of a table called `thread`. */
export const threadColumns =
  Prisma.raw(`thread.id, thread.channel_id AS "channelId", thread.customer_id AS "customerId",
      thread.state, thread.handled_by AS "handledBy", thread.handed_over_at AS "handedOverAt",
      thread.last_staff_at AS "lastStaffAt", thread.last_inbound_at AS "lastInboundAt", thread.next_position AS "nextPosition"`);

/** The thread of a customer on a channel. */
export const threadOf = (
  scope: BusinessScope,
  channelId: string,
  customerId: Prisma.Sql,
): Prisma.Sql => Prisma.sql`
  SELECT ${threadColumns} FROM thread
  WHERE business_id = ${scope.businessId}::uuid AND channel_id = ${channelId}::uuid AND customer_id = ${customerId}`;
