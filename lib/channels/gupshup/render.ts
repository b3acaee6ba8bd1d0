import { exhaustive } from '../../kernel/exhaustive';
import { describeBreach } from '../../messaging/breach';
import { checkMessage } from '../../messaging/check-message';
import { textLength } from '../../messaging/limits';
import type { OutboundMessage } from '../../messaging/types';
import { withoutUndefined } from '../meta/without-undefined';
import { ChannelFailure, type SendRequest } from '../types';
import type { GupshupConnection } from './line';

type Message = Exclude<OutboundMessage, { kind: 'template' }>;
type Payload = Record<string, unknown>;

/** Where Gupshup is narrower than WhatsApp. Source: Gupshup, list and quick-reply messages; reference §10.2. */
const narrower = { body: 1024, postback: 200 } as const;

/**
 * The form that sends one free message. Throws ChannelFailure `rejected`, before anything is sent, when a limit is broken,
 * and `unreachable` for somebody without a number.
 */
export function renderMessage(
  connection: GupshupConnection,
  { to, message, opaque }: SendRequest & { message: Message },
): Record<string, string> {
  const breaches = [...checkMessage(message).map(describeBreach), ...narrowerBreaches(message)];
  if (breaches.length > 0)
    throw new ChannelFailure('rejected', `Against Gupshup's limits: ${breaches.join('; ')}`);
  return {
    ...renderHead(connection, to),
    message: JSON.stringify(renderContent(message, opaque)),
    // Without it emoji in lists come out broken.
    encode: 'true',
    disablePreview: 'true',
  };
}

/** The fields that every message has; numbers go without a plus. */
export function renderHead(
  { phoneNumberId, displayPhone, appName }: GupshupConnection,
  { waId }: SendRequest['to'],
): Record<string, string> {
  return {
    channel: 'whatsapp',
    source: (displayPhone ?? phoneNumberId).replace(/\D/g, ''),
    destination: destinationOf(waId),
    'src.name': appName,
  };
}

/** Whether a business-scoped user id could stand here is not documented; it might vanish without a word. */
function destinationOf(waId: string | undefined): string {
  if (waId !== undefined && /^\d{5,20}$/.test(waId)) return waId;
  throw new ChannelFailure('unreachable', 'Gupshup reaches nobody without a phone number');
}

function narrowerBreaches(message: Message): string[] {
  const ids =
    message.kind === 'buttons'
      ? message.buttons.map(({ id }) => id)
      : message.kind === 'list'
        ? message.sections.flatMap(({ rows }) => rows.map(({ id }) => id))
        : [];
  return [
    ...(message.kind === 'list' && textLength(message.body) > narrower.body ? ['body too long'] : []),
    ...(ids.some((id) => textLength(id) > narrower.postback) ? ['postbackText too long'] : []),
  ];
}

function renderContent(message: Message, opaque: string): Payload {
  switch (message.kind) {
    case 'text':
      return { type: 'text', text: message.body, previewUrl: false };
    case 'buttons': {
      const { header, body: text, footer: caption, buttons } = message;
      return {
        type: 'quick_reply',
        msgid: opaque,
        content: { type: 'text', text, ...withoutUndefined({ header, caption }) },
        options: buttons.map(({ id, title }) => ({ type: 'text', title, postbackText: id })),
      };
    }
    case 'list':
      return renderList(message, opaque);
    case 'link':
      return { type: 'text', text: linkAsText(message), previewUrl: false };
    case 'location': {
      const { latitude, longitude, name, address } = message;
      return { type: 'location', longitude, latitude, name, address };
    }
    case 'document': {
      const { url, filename, caption } = message;
      return { type: 'file', url, filename, ...withoutUndefined({ caption }) };
    }
    case 'image': {
      const { url, caption } = message;
      return { type: 'image', originalUrl: url, previewUrl: url, ...withoutUndefined({ caption }) };
    }
    case 'order':
    case 'order-status':
      throw new ChannelFailure('rejected', 'Gupshup takes no orders that are paid inside WhatsApp');
    default:
      return exhaustive(message);
  }
}

function renderList(
  { header, body, footer, opener, sections }: Extract<Message, { kind: 'list' }>,
  opaque: string,
): Payload {
  return {
    type: 'list',
    ...withoutUndefined({ title: header, footer }),
    body,
    msgid: opaque,
    globalButtons: [{ type: 'text', title: opener }],
    items: sections.map(({ title, rows }) => ({
      // Each section needs one here; the opener says what they all are.
      title: title ?? opener,
      options: rows.map(({ id, title: row, description }) => ({
        type: 'text',
        title: row,
        ...withoutUndefined({ description }),
        postbackText: id,
      })),
    })),
  };
}

/** The JSON of a link button is not documented for this API: the address stands in the text, where it can be tapped. */
function linkAsText({ header, body, footer, label, url }: Extract<Message, { kind: 'link' }>): string {
  const parts = [header && `*${header}*`, body, `${label}: ${url}`, footer && `_${footer}_`];
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}
