import { addJob, type Jobs } from '../../db/add-job';
import { transaction } from '../../db/transaction';
import { publish } from '../../live/publish';
import type { Finding } from '../../messaging/finding';
import { listChannelsToCheck } from '../../tenancy/channels/queries';
import { noteCheck } from '../../tenancy/commands/note-channel';
import { getChannel } from '../../tenancy/queries';
import { scopeOf } from '../../tenancy/scope';
import type { BusinessScope } from '../../tenancy/types';
import type { World } from '../types';
import { channelInUse } from './channel-in-use';

/** Asks the provider how a channel stands, and writes it down. What could not be asked stays as it was known. Throws `not-found`. */
export async function checkChannel(
  world: World,
  scope: BusinessScope,
  channelId: string,
): Promise<Finding[]> {
  const channel = await channelInUse(world, scope, channelId);
  const findings = await world.adapterOf(channel.provider).check(world.connectionOf(channel));
  await transaction(world.database, async (tx) => {
    await noteCheck(tx, scope, { channelId, findings, at: world.clock.now() });
    await publish(tx, scope, { kind: 'setup', id: channelId });
  });
  return findings;
}

/** The same as a job. A channel that was taken out of use meanwhile is left alone. */
export async function checkChannelJob(world: World, job: Jobs['check-channel']): Promise<void> {
  const scope = scopeOf(job.businessId);
  const channel = await getChannel(world.database.prisma, scope, job.channelId);
  if (channel.archivedAt === null) await checkChannel(world, scope, channel.id);
}

/** A little less than the hour of the timetable's day, so that one look a day is one a day. */
const dayMs = 23 * 60 * 60 * 1000;

/** Has the provider of every number in use asked that was not asked within the last day. */
export async function checkAllChannels(world: World): Promise<void> {
  const { prisma } = world.database;
  const since = new Date(world.clock.now().getTime() - dayMs);
  for (const channel of await listChannelsToCheck(prisma, since))
    await addJob(prisma, 'check-channel', channel, { key: `check-channel:${channel.channelId}` });
}
