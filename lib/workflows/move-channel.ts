import { channelCredentials, type ChannelCredentials } from '../channels/credentials';
import { transaction } from '../db/transaction';
import { publish } from '../live/publish';
import type { ChannelProvider } from '../messaging/providers';
import { moveChannelRow } from '../tenancy/commands/move-channel';
import { recordAudit } from '../tenancy/commands/record-audit';
import { listChannels } from '../tenancy/queries';
import type { BusinessScope, StaffActor } from '../tenancy/types';
import { knownChannel } from './known-channel';
import type { World } from './types';

/** Where a number is from now on. */
export type NewHome = {
  [Provider in ChannelProvider]: {
    provider: Provider;
    phoneNumberId: string;
    wabaId: string | null;
    /** As people know it, E.164; must be the same number where the channel knows its own. */
    displayPhone: string | null;
    credentials: ChannelCredentials[Provider];
  };
}[ChannelProvider];

export type MoveOutcome =
  | { ok: true; webhookUrl: string }
  | { ok: false; reason: 'not-found' | 'another-number' | 'invalid-credentials' };

const digitsOf = (phone: string): string => phone.replace(/\D/g, '');

/**
 * Moves a number from one provider to another. Chats, history and everything that waits to be sent stay, and what waits
 * leaves by the new provider; the address for webhooks is a new one. Other processes follow within two seconds. What the
 * old provider still brings afterwards finds no door, since nothing could prove it any more: move a number when it is quiet.
 * Fails with `not-found`, `another-number` (the chats belong to the old one) or `invalid-credentials`.
 */
export async function moveChannel(
  { world, scope, actor }: { world: World; scope: BusinessScope; actor: StaffActor },
  channelId: string,
  home: NewHome,
): Promise<MoveOutcome> {
  const { prisma } = world.database;
  if (!(await listChannels(prisma, scope)).some(({ id }) => id === channelId))
    return { ok: false, reason: 'not-found' };
  const before = await knownChannel(world, scope, channelId);
  if (
    before.displayPhone &&
    home.displayPhone &&
    digitsOf(before.displayPhone) !== digitsOf(home.displayPhone)
  )
    return { ok: false, reason: 'another-number' };
  const { provider, phoneNumberId, wabaId } = home;
  const credentials = channelCredentials[provider].safeParse(home.credentials);
  if (!credentials.success) return { ok: false, reason: 'invalid-credentials' };
  const displayPhone = home.displayPhone ?? before.displayPhone;
  const sealed = world.seal(JSON.stringify(credentials.data));

  const moved = await transaction(world.database, async (tx) => {
    const row = { channelId, provider, phoneNumberId, wabaId, displayPhone, credentials: sealed };
    if (!(await moveChannelRow(tx, scope, row))) return false;
    await recordAudit(tx, scope, {
      actor,
      action: 'channel.move',
      subject: { kind: 'channel', id: channelId, label: displayPhone ?? before.key },
      before: { provider: before.provider },
      after: { provider },
      now: world.clock.now(),
    });
    await publish(tx, scope, { kind: 'setup' });
    return true;
  });
  if (!moved) return { ok: false, reason: 'not-found' };
  const { webhookUrl } = world.connectionOf({ ...before, ...home, displayPhone, credentials: sealed });
  return { ok: true, webhookUrl };
}
