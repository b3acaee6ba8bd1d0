import { transaction } from '../db/transaction';
import { publish } from '../live/publish';
import { markHeld } from '../outbox/commands/mark-held';
import { reserveReach } from '../outbox/commands/reserve-reach';
import { listTiers } from '../outbox/queries';
import { limitOf } from '../outbox/reach';
import type { DueMessage } from '../outbox/types';
import type { BusinessScope } from '../tenancy/types';
import { isWindowOpen } from './reply-window';
import type { World } from './types';

/** The provider may raise the limit at any time: waiting messages look again so often. */
const longestWaitMs = 15 * 60_000;

/**
 * Whether a message has to wait for the messaging limit: null where it may go, and its place among those reached is taken;
 * otherwise when to look again, and staff see that it waits. Inside the customer's window nothing is counted.
 * Source: Meta, messaging limits: unique users reached outside a window in a rolling 24 hours, by portfolio.
 */
export async function awaitReach(
  world: World,
  scope: BusinessScope,
  message: DueMessage,
): Promise<Date | null> {
  const now = world.clock.now();
  if (isWindowOpen(message, now)) return null;
  const limit = limitOf(await listTiers(world.database.prisma, scope));
  if (limit === null) return null;
  const { id, threadId, channelId } = message;
  return transaction(world.database, async (tx) => {
    const roomAt = await reserveReach(tx, scope, { threadId, limit, now });
    if (roomAt === null) return null;
    await markHeld(tx, scope, { id, channelId, now });
    await publish(tx, scope, { kind: 'chats', id: threadId });
    return new Date(Math.min(roomAt.getTime(), now.getTime() + longestWaitMs));
  });
}
