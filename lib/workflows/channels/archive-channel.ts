import { transaction } from '../../db/transaction';
import { AppError } from '../../kernel/app-error';
import { publish } from '../../live/publish';
import { archiveChannelRow } from '../../tenancy/commands/renew-channel';
import { recordAudit } from '../../tenancy/commands/record-audit';
import { listChannelStates } from '../../tenancy/channels/queries';
import type { ChannelEditor } from './connect-channel';

/**
 * Takes a number out of use, or back into it. Out of use nothing is taken in at its address and nothing is sent; its chats
 * stay to be read. Doing it twice changes nothing. Throws `not-found`.
 */
export function archiveChannel(
  { world, scope, actor }: ChannelEditor,
  { channelId, archived }: { channelId: string; archived: boolean },
): Promise<void> {
  const now = world.clock.now();
  return transaction(world.database, async (tx) => {
    const channels = await listChannelStates(tx, scope);
    const channel = channels.find(({ id }) => id === channelId);
    if (!channel) throw new AppError('not-found', 'There is no such WhatsApp number.');
    const isTaken = channels.some(
      ({ id, archivedAt, phoneNumberId }) =>
        id !== channelId && archivedAt === null && phoneNumberId === channel.phoneNumberId,
    );
    if (!archived && isTaken)
      throw new AppError('conflict', 'This number is connected in another place meanwhile.');
    if (!(await archiveChannelRow(tx, scope, { channelId, at: archived ? now : null }))) return;
    await recordAudit(tx, scope, {
      actor,
      action: archived ? 'channel.archive' : 'channel.restore',
      subject: { kind: 'channel', id: channelId, label: channel.displayPhone ?? channel.key },
      now,
    });
    await publish(tx, scope, { kind: 'setup' });
  });
}
