import type { Channel } from '../tenancy/queries';
import { findChannelByKey, getChannel } from '../tenancy/queries';
import type { BusinessScope } from '../tenancy/types';
import type { World } from './types';

/**
 * A channel's row is read again after this long. Credentials and rate change rarely; nothing that must not be wrong
 * depends on them here: whether a channel is paused is looked at again in the statement that claims a message.
 */
const freshMs = 2_000;
const most = 10_000;

type Kept = { channel: Promise<Channel | null>; until: number };

const kept = new Map<string, Kept>();

/** Whoever asks during a reading waits for that one: many at once cost one statement, and go on in the order they came. */
function keep(world: World, key: string, read: () => Promise<Channel | null>): Promise<Channel | null> {
  const now = world.clock.now().getTime();
  const known = kept.get(key);
  if (known && known.until > now) return known.channel;
  if (kept.size >= most) kept.clear();
  const entry: Kept = { channel: read(), until: now + freshMs };
  kept.set(key, entry);
  const forget = (): void => {
    if (kept.get(key) === entry) kept.delete(key);
  };
  // An unknown address or a failed reading is not kept: it may be right the next moment.
  entry.channel.then((channel) => {
    if (!channel) forget();
  }, forget);
  return entry.channel;
}

/** The channel that events came through. Throws when it is gone. */
export async function knownChannel(world: World, scope: BusinessScope, channelId: string): Promise<Channel> {
  const channel = await keep(world, channelId, () => getChannel(world.database.prisma, scope, channelId));
  if (!channel) throw new Error(`Channel ${channelId} is gone.`);
  return channel;
}

/** The channel behind a webhook address; null for an unknown one. */
export const knownChannelByKey = (world: World, key: string): Promise<Channel | null> =>
  keep(world, `key:${key}`, () => findChannelByKey(world.database.prisma, key));
