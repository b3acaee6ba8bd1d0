import { Prisma } from '../../db/generated/client';
import type { BusinessScope } from '../../tenancy/types';

/** Who writes to whom: whose messages are answered in their order. */
export type SenderOnChannel = { channelId: string; senderKey: string };

/** The oldest message of one sender that nobody has handled yet, in order of arrival, and whether another waits behind it. */
export const nextMessage = (scope: BusinessScope, sender: SenderOnChannel): Prisma.Sql => Prisma.sql`
  SELECT id, payload, received_at AS "receivedAt", lead(id) OVER (ORDER BY id) IS NOT NULL AS "moreBehind"
  FROM (SELECT id, payload, received_at FROM inbound_event
    WHERE business_id = ${scope.businessId}::uuid AND channel_id = ${sender.channelId}::uuid
      AND sender_key = ${sender.senderKey} AND kind = 'message' AND status = 'pending'
    ORDER BY id LIMIT 2) waiting
  ORDER BY id LIMIT 1`;

/** Locks an event that nobody has handled yet, and finds nothing when somebody has. Comes before any other lock. */
export const pendingEvent = (scope: BusinessScope, eventId: string): Prisma.Sql => Prisma.sql`
  SELECT id FROM inbound_event
  WHERE business_id = ${scope.businessId}::uuid AND id = ${eventId}::uuid AND status = 'pending' FOR UPDATE`;

/** Marks such an event handled, as a part of the statement that stores what it caused, where `saved` has a row. */
export const eventDone = (scope: BusinessScope, eventId: string, now: Date): Prisma.Sql => Prisma.sql`
  UPDATE inbound_event SET status = 'done', error = NULL, handled_at = ${now}::timestamptz
  WHERE business_id = ${scope.businessId}::uuid AND id = ${eventId}::uuid AND EXISTS (SELECT FROM saved)`;
