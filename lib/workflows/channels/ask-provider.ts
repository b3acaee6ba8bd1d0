import { ChannelFailure } from '../../channels/types';
import { AppError } from '../../kernel/app-error';
import { phoneOfTyped } from '../../kernel/phone';
import { publish } from '../../live/publish';
import type { ProviderAnswer } from '../../tenancy/channels/schema';
import { noteTested } from '../../tenancy/commands/note-channel';
import { channelInUse } from './channel-in-use';
import type { ChannelEditor } from './connect-channel';
import { checkChannel } from './check-channel';

/** Meta's own sample, approved for everybody from the start. Source: reference §1.12. */
const sample = { kind: 'template', name: 'hello_world', language: 'en_US', body: [] } as const;

/**
 * Has the provider bring events to a channel's address, and looks at how it stands then. Throws `conflict` where only the
 * provider's own pages can do that.
 */
export async function setChannelWebhook(
  { world, scope }: ChannelEditor,
  channelId: string,
): Promise<ProviderAnswer> {
  const channel = await channelInUse(world, scope, channelId);
  const adapter = world.adapterOf(channel.provider);
  if (!adapter.setWebhook)
    throw new AppError('conflict', 'The address is entered at the provider’s own pages.');
  const connection = world.connectionOf(channel);
  const answer = await refusalOr(() => adapter.setWebhook?.(connection));
  await checkChannel(world, scope, channelId);
  return answer;
}

/** Sends the sample template to a phone. Throws `invalid` for what is no phone number. */
export async function sendTest(
  { world, scope }: ChannelEditor,
  { channelId, phone }: { channelId: string; phone: string },
): Promise<ProviderAnswer> {
  const to = phoneOfTyped(phone);
  if (to === null)
    throw new AppError('invalid', 'This is no phone number.', [{ path: 'phone', message: 'phone-wanted' }]);
  const { prisma } = world.database;
  const channel = await channelInUse(world, scope, channelId);
  const connection = world.connectionOf(channel);
  const request = { to: { waId: to.replace(/\D/g, '') }, message: { ...sample, body: [] }, opaque: 'test' };
  const answer = await refusalOr(() => world.adapterOf(channel.provider).send(connection, request));
  if (answer.ok) {
    await noteTested(prisma, scope, { channelId, at: world.clock.now() });
    await publish(prisma, scope, { kind: 'setup', id: channelId });
  }
  return answer;
}

/** What a call came to: a refusal is an answer, for a person to read. */
async function refusalOr(call: () => Promise<unknown> | undefined): Promise<ProviderAnswer> {
  try {
    await call();
    return { ok: true };
  } catch (error) {
    if (!(error instanceof ChannelFailure)) throw error;
    return { ok: false, code: error.providerCode ?? null, detail: error.detail };
  }
}
