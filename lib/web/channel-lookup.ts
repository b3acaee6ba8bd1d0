import { AppError } from '../kernel/app-error';
import type { Channel } from '../tenancy/queries';
import { knownChannelByKey } from '../workflows/known-channel';
import type { World } from '../workflows/types';

/** The channel behind a webhook address; throws not-found for an unknown one. */
export async function channelOf(world: World, key: string): Promise<Channel> {
  const channel = await knownChannelByKey(world, key);
  if (!channel) {
    throw new AppError(
      'not-found',
      'No channel has this address. Copy the callback address from the channel’s settings.',
    );
  }
  return channel;
}
