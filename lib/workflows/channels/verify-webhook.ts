import { publish } from '../../live/publish';
import { noteUnproved, noteVerified } from '../../tenancy/commands/note-channel';
import type { Channel } from '../../tenancy/queries';
import type { World } from '../types';

/**
 * Answers a provider's check of a channel's address: the text to send back, or null where the verify token is wrong. Either
 * is written down, for whoever sits before the page and waits.
 */
export async function verifyWebhook(
  world: World,
  channel: Channel,
  query: URLSearchParams,
): Promise<string | null> {
  const challenge = world.adapterOf(channel.provider).verifyAddress(world.connectionOf(channel), query);
  if (challenge === null) await noteStranger(world, channel);
  else await noteProvider(world, channel);
  return challenge;
}

async function noteProvider(world: World, { scope, id }: Channel): Promise<void> {
  const { prisma } = world.database;
  await noteVerified(prisma, scope, { channelId: id, at: world.clock.now() });
  await publish(prisma, scope, { kind: 'setup', id });
}

/** The first event that is proved shows that the provider has the address: not all of them ask it beforehand. */
export const noteFirstEvent = (world: World, channel: Channel): Promise<void> =>
  channel.verifiedAt === null ? noteProvider(world, channel) : Promise.resolve();

/** Anybody can call, as often as they like: one note a minute is enough. */
const againMs = 60_000;

/** Somebody called without proof: a wrong secret, or nobody that concerns us. */
export async function noteStranger(world: World, channel: Channel): Promise<void> {
  const { scope, id, unprovedAt } = channel;
  const now = world.clock.now();
  if (unprovedAt !== null && now.getTime() - unprovedAt.getTime() < againMs) return;
  const { prisma } = world.database;
  await noteUnproved(prisma, scope, { channelId: id, at: now });
  await publish(prisma, scope, { kind: 'setup', id });
}
