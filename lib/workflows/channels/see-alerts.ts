import { publish } from '../../live/publish';
import { seeAlerts } from '../../tenancy/commands/note-channel';
import type { ChannelEditor } from './connect-channel';

/** Somebody has seen all that the provider said of a number: it is counted no more. */
export async function seeChannelAlerts({ world, scope }: ChannelEditor, channelId: string): Promise<void> {
  const { prisma } = world.database;
  await seeAlerts(prisma, scope, { channelId, at: world.clock.now() });
  await publish(prisma, scope, { kind: 'setup', id: channelId });
}
