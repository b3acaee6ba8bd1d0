import { AppError } from '../kernel/app-error';
import type { Channel } from '../tenancy/queries';
import { findChannelByKey } from '../tenancy/queries';
import type { World } from '../workflows/types';

/**
 * A channel's row is read again after this long: a webhook a second later than a changed secret may still be
 * checked against the old one, and nothing else depends on it.
 */
const freshMs = 3_000;

const seen = new Map<string, { channel: Channel; until: number }>();

/** The channel behind a webhook address; throws not-found for an unknown one. */
export async function channelOf(world: World, key: string): Promise<Channel> {
  const now = world.clock.now().getTime();
  const known = seen.get(key);
  if (known && known.until > now) return known.channel;
  const channel = await findChannelByKey(world.database.prisma, key);
  if (!channel) {
    seen.delete(key);
    throw new AppError(
      'not-found',
      'No channel has this address. Copy the callback address from the channel’s settings.',
    );
  }
  if (seen.size > 10_000) seen.clear();
  seen.set(key, { channel, until: now + freshMs });
  return channel;
}
