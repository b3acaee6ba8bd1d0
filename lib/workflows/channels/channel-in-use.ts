import { AppError } from '../../kernel/app-error';
import { listChannels, type Channel, getChannel } from '../../tenancy/queries';
import type { BusinessScope } from '../../tenancy/types';
import type { World } from '../types';

/** A number of the business that is in use. Throws `not-found`. */
export async function channelInUse(world: World, scope: BusinessScope, channelId: string): Promise<Channel> {
  const { prisma } = world.database;
  if (!(await listChannels(prisma, scope)).some(({ id }) => id === channelId))
    throw new AppError('not-found', 'There is no such WhatsApp number in use.');
  return getChannel(prisma, scope, channelId);
}
