import { z } from 'zod';
import { type Finding, found } from '../../messaging/finding';
import { failedLook } from '../failed-look';
import type { HttpClient } from '../http/http-client';
import { qualityFinding } from '../meta/standing';
import { accountUrl, call, type TwilioConnection } from './call';

const maybeText = z.string().optional().catch(undefined);
const accountSchema = z.looseObject({ status: maybeText, friendly_name: maybeText });
const senderSchema = z.looseObject({
  sid: z.string().min(1),
  sender_id: z.string(),
  status: maybeText,
  profile: z.looseObject({ name: maybeText }).nullish().catch(undefined),
  properties: z
    .looseObject({ quality_rating: maybeText, messaging_limit: maybeText })
    .nullish()
    .catch(undefined),
  webhook: z.looseObject({ callback_url: maybeText }).nullish().catch(undefined),
});
type Sender = z.infer<typeof senderSchema>;
const sendersSchema = z.looseObject({ senders: z.array(z.unknown()) });

/** WhatsApp senders are kept by a server of their own; a stand-in is both. */
const sendersUrl = ({ apiUrl }: TwilioConnection): string =>
  `${apiUrl.replace(/^https:\/\/api\.twilio\.com$/, 'https://messaging.twilio.com')}/v2/Channels/Senders`;

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/**
 * Whether Twilio knows SID and token, the number is a WhatsApp sender of the account, and its events come to us.
 * Source: Twilio, "Account" and "Senders API".
 */
export async function check(http: HttpClient, connection: TwilioConnection): Promise<Finding[]> {
  let account: Finding;
  try {
    const answer = await call(http, connection, { method: 'GET', url: `${accountUrl(connection)}.json` });
    account = accountFinding(accountSchema.safeParse(answer).data);
  } catch (error) {
    return [failedLook('token', error, 'token-wrong')];
  }
  return [found('token', 'token-good'), account, ...(await lookAtSender(http, connection))];
}

function accountFinding(told: z.infer<typeof accountSchema> | undefined): Finding {
  const name = told?.friendly_name ?? '';
  return told?.status === 'suspended' || told?.status === 'closed'
    ? found('account', 'account-closed', { name, state: told.status })
    : found('account', 'account-good', { name });
}

/** The number among the account's senders; not in the reference, so a refusal only means that nothing is told. */
async function lookAtSender(http: HttpClient, connection: TwilioConnection): Promise<Finding[]> {
  let senders: Sender[] | null;
  try {
    senders = await listSenders(http, connection);
  } catch (error) {
    return [failedLook('number', error, 'not-told'), found('webhook', 'not-told')];
  }
  if (!senders) return [found('number', 'not-told'), found('webhook', 'not-told')];
  const sender = ownOf(senders, connection);
  if (!sender) return [found('number', 'number-wrong', { id: `+${digitsOf(connection.phoneNumberId)}` })];
  const { status = '', properties, profile } = sender;
  const phone = `+${digitsOf(sender.sender_id)}`;
  return [
    status === '' || status.startsWith('ONLINE')
      ? found('number', 'number-good', { phone })
      : found('number', 'number-offline', { phone, state: status }),
    ...(profile?.name === undefined ? [] : [found('display-name', 'name-good', { name: profile.name })]),
    qualityFinding(qualities.get(properties?.quality_rating ?? '')),
    webhookFinding(connection, sender),
  ];
}

/** Twilio's words for Meta's colours. */
const qualities = new Map([
  ['HIGH', 'GREEN'],
  ['MEDIUM', 'YELLOW'],
  ['LOW', 'RED'],
]);

function webhookFinding({ webhookUrl }: TwilioConnection, { webhook }: Sender): Finding {
  // Twilio reads what stands behind `#` itself: how often to try.
  const url = (webhook?.callback_url ?? '').split('#')[0] ?? '';
  if (url === '') return found('webhook', 'webhook-none');
  return url === webhookUrl
    ? found('webhook', 'webhook-good')
    : found('webhook', 'webhook-elsewhere', { url });
}

async function listSenders(http: HttpClient, connection: TwilioConnection): Promise<Sender[] | null> {
  const answer = await call(http, connection, {
    method: 'GET',
    url: `${sendersUrl(connection)}?Channel=whatsapp&PageSize=100`,
  });
  const { data } = sendersSchema.safeParse(answer);
  return data ? data.senders.flatMap((one) => senderSchema.safeParse(one).data ?? []) : null;
}

const ownOf = (senders: readonly Sender[], { phoneNumberId }: TwilioConnection): Sender | undefined =>
  senders.find(({ sender_id: id }) => digitsOf(id) === digitsOf(phoneNumberId));
