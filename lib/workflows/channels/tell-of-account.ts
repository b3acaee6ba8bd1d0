import { addJob } from '../../db/add-job';
import type { Tx } from '../../db/client';
import { alertOf } from '../../messaging/account-alert';
import type { AccountUpdate } from '../../messaging/types';
import { recordAlert } from '../../tenancy/commands/note-channel';
import { pauseChannel } from '../../tenancy/commands/pause-channel';
import type { Channel } from '../../tenancy/queries';

const digitsOf = (phone: string): string => phone.replace(/\D/g, '');

/**
 * Keeps what a provider has said of a number or its account, and has it asked for the whole of it. An account that was
 * disabled takes nothing: sending pauses until a message goes through again. False for what is about another number of the
 * same account.
 */
export async function tellOfAccount(
  tx: Tx,
  { scope, id: channelId, displayPhone }: Channel,
  update: AccountUpdate,
  at: Date,
): Promise<boolean> {
  const isOther =
    update.phone !== undefined && displayPhone !== null && update.phone !== digitsOf(displayPhone);
  const alert = isOther ? null : alertOf(update);
  if (!alert) return false;
  await recordAlert(tx, scope, { channelId, alert, at });
  if (alert.kind === 'account-disabled')
    await pauseChannel(tx, scope, channelId, `The account was disabled: ${update.detail}`);
  const job = { businessId: scope.businessId, channelId };
  await addJob(tx, 'check-channel', job, { key: `check-channel:${channelId}` });
  return true;
}
