import { findByIdentity } from '../customers/queries';
import { addJob } from '../db/add-job';
import { newId } from '../db/new-id';
import { dashboardText } from '../i18n/dashboard-messages';
import { findAddressee, type Addressee } from '../tenancy/commands/account';
import { getChannel, listMemberships, type Channel } from '../tenancy/queries';
import { findLatestThread } from '../threads/queries';
import { isWindowOpen } from './reply-window';
import type { ResetLimits } from './reset-limits';
import { offerReset } from './reset-password';
import type { World } from './types';

/**
 * Somebody forgot their password. Whether the e-mail is known shows neither in the answer nor in the time it takes: the
 * work on it is left to the background. False when this asks too often, whoever it asks for.
 */
export async function askForReset(
  world: Pick<World, 'database'>,
  limits: ResetLimits,
  asked: { email: string; address: string },
): Promise<boolean> {
  const email = asked.email.trim().toLowerCase();
  if (!(await limits.mayAsk(email, asked.address))) return false;
  await addJob(world.database.prisma, 'send-reset', { email }, { key: `send-reset:${email}` });
  return true;
}

/**
 * Sends the link to whoever signs in with the e-mail: by mail where a server is configured, and over WhatsApp where they
 * gave their number and wrote to one of their businesses within 24 hours. Nobody signs in with it: nothing is sent. Throws
 * while a way is down: the work is tried again.
 */
export async function sendReset(world: World, { email }: { email: string }): Promise<void> {
  const { mailer, log, publicUrl } = world;
  const addressee = await findAddressee(world.database.prisma, email);
  if (!addressee) return;
  const chat = await openChatWith(world, addressee);
  if (!mailer && !chat) {
    log.warn('a reset link was asked for, and there is no way to send it: npm run reset-password prints one');
    return;
  }
  const secret = await offerReset(world, email);
  if (!secret) return;
  const t = dashboardText(addressee.language, 'account');
  const text = t('mailText', { name: addressee.name, link: `${publicUrl}/reset/${secret}` });
  if (mailer) await mailer.send({ to: email, subject: t('mailSubject'), text });
  if (chat) await sayInChat(world, chat, text);
}

type OpenChat = { channel: Channel; waId: string };

/** Where somebody can be written to over WhatsApp right now; null where nowhere. */
async function openChatWith(world: World, { id, phone }: Addressee): Promise<OpenChat | null> {
  if (!phone) return null;
  const { prisma } = world.database;
  const waId = phone.replace('+', '');
  for (const { scope } of await listMemberships(prisma, id)) {
    const [customer] = await findByIdentity(prisma, scope, { waId });
    const thread = customer && (await findLatestThread(prisma, scope, customer.id));
    if (!thread || thread.channelPaused || !isWindowOpen(thread, world.clock.now())) continue;
    return { channel: await getChannel(prisma, scope, thread.channelId), waId };
  }
  return null;
}

/** Straight through the channel and not as a message of the chat: colleagues read the chat, and must not read the link. */
async function sayInChat(world: World, { channel, waId }: OpenChat, text: string): Promise<void> {
  const message = { kind: 'text' as const, body: text };
  const request = { to: { waId }, message, opaque: newId() };
  await world.adapterOf(channel.provider).send(world.connectionOf(channel), request);
}
