import { translate } from '../../i18n/translate';
import { exhaustive } from '../../kernel/exhaustive';
import type { Language } from '../../kernel/local-text';
import { languageOfLetters } from '../../kernel/script';
import { describeBreach } from '../../messaging/breach';
import { checkMessage } from '../../messaging/check-message';
import { textLength } from '../../messaging/limits';
import { numberedText, type Numberable } from '../../messaging/numbered';
import type { OutboundMessage } from '../../messaging/types';
import { ChannelFailure, type SendRequest } from '../types';
import { addressOf } from './address';
import type { TwilioConnection } from './call';
import type { Content } from './contents';
import { markName } from './split';
import { variablesOf } from './template-places';

/** Source: Twilio, Messages resource, `Body`. */
export const maxBody = 1600;

/** What Twilio has no free message for; each goes as numbered text. */
export const numbers = ['buttons', 'list', 'link'] as const satisfies readonly OutboundMessage['kind'][];

/**
 * The exact form Twilio wants for one message; `content` is the template's, where it is one. Our mark is in the address that
 * its statuses are brought to, since a message has no field for one; a quote it has none for either. Throws ChannelFailure
 * `rejected`, before anything is sent, where a limit is broken, nobody is named, or Twilio has no such message.
 * Source: Twilio, Messages resource.
 */
export function render(
  connection: TwilioConnection,
  { to, message, opaque }: SendRequest,
  content: Content | null,
): URLSearchParams {
  const breaches = checkMessage(message).map(describeBreach);
  if (opaque === '' || textLength(opaque) > 512) breaches.push('opaque empty or too long');
  if (message.kind === 'text' && textLength(message.body) > maxBody)
    breaches.push(`body too-long (${textLength(message.body)} of ${maxBody})`);
  if (breaches.length > 0)
    throw new ChannelFailure('rejected', `Against WhatsApp's or Twilio's limits: ${breaches.join('; ')}`);
  return new URLSearchParams({
    From: addressOf({ waId: connection.phoneNumberId.replace(/\D/g, '') }),
    To: addressOf(to),
    StatusCallback: `${connection.webhookUrl}?${new URLSearchParams({ [markName]: opaque }).toString()}`,
    ...fieldsOf(message, content),
  });
}

function fieldsOf(message: OutboundMessage, content: Content | null): Record<string, string> {
  switch (message.kind) {
    case 'text':
    case 'buttons':
    case 'list':
    case 'link':
      return {
        Body: numberedText(message, maxBody, { pick: translate(languageOf(message), 'numbered.pick') }),
      };
    case 'location':
      return locationFields(message);
    case 'document':
      return { MediaUrl: message.url, Body: message.caption ?? message.filename };
    case 'image':
      return { MediaUrl: message.url, ...(message.caption !== undefined && { Body: message.caption }) };
    case 'order':
    case 'order-status':
      throw new ChannelFailure('rejected', 'Twilio has no messages that are paid inside WhatsApp');
    case 'template':
      return templateFields(message, content);
    default:
      return exhaustive(message);
  }
}

/** The language of the words around: that of the message, of which only the script is known here. */
const languageOf = (message: Numberable): Language => languageOfLetters(message.body) ?? 'en';

/** The label of a place stands behind a bar, and so may have none in it. */
function locationFields({
  latitude,
  longitude,
  name,
  address,
}: Extract<OutboundMessage, { kind: 'location' }>): Record<string, string> {
  const label = name.replaceAll('|', ' ').trim();
  const body = [name, address].filter((part) => part.trim() !== '').join('\n');
  return {
    PersistentAction: `geo:${latitude},${longitude}${label === '' ? '' : `|${label}`}`,
    Body: body === '' ? `${latitude}, ${longitude}` : body.slice(0, maxBody),
  };
}

function templateFields(
  message: Extract<OutboundMessage, { kind: 'template' }>,
  content: Content | null,
): Record<string, string> {
  const { name, language } = message;
  if (!content)
    throw new ChannelFailure('rejected', `The account has no content ${name} in ${language}`, 63027);
  const variables = variablesOf(message, content.places);
  if (!variables)
    throw new ChannelFailure('rejected', `The content ${name} has other places than the message`, 63028);
  return {
    ContentSid: content.externalId,
    ...(Object.keys(variables).length > 0 && { ContentVariables: JSON.stringify(variables) }),
  };
}
