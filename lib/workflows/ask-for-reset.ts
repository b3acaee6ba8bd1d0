import { addJob } from '../db/add-job';
import { dashboardText } from '../i18n/dashboard-messages';
import { findAddressee } from '../tenancy/commands/account';
import type { ResetLimits } from './reset-limits';
import { offerReset } from './reset-password';
import type { World } from './types';

type Desk = Pick<World, 'database' | 'clock' | 'mailer' | 'publicUrl' | 'log'>;

/**
 * Somebody forgot their password. Whether the e-mail is known shows neither in the answer nor in the time it takes: the
 * work on it is left to the background. False when this asks too often, whoever it asks for.
 */
export async function askForReset(
  world: Desk,
  limits: ResetLimits,
  asked: { email: string; address: string },
): Promise<boolean> {
  const email = asked.email.trim().toLowerCase();
  if (!(await limits.mayAsk(email, asked.address))) return false;
  await addJob(world.database.prisma, 'send-reset', { email }, { key: `send-reset:${email}` });
  return true;
}

/** Sends the link to whoever signs in with the e-mail; nobody does: nothing is sent. Throws while mail is down. */
export async function sendReset(world: Desk, { email }: { email: string }): Promise<void> {
  const { mailer, log, publicUrl } = world;
  if (!mailer) {
    log.warn('a reset link was asked for, and no mail server is configured (NERAM_SMTP_URL)');
    return;
  }
  const addressee = await findAddressee(world.database.prisma, email);
  if (!addressee) return;
  const secret = await offerReset(world, email);
  if (!secret) return;
  const t = dashboardText(addressee.language, 'account');
  const link = `${publicUrl}/reset/${secret}`;
  await mailer.send({
    to: email,
    subject: t('mailSubject'),
    text: t('mailText', { name: addressee.name, link }),
  });
}
