import { exhaustive } from '../../kernel/exhaustive';
import { describeBreach } from '../../messaging/breach';
import { checkMessage } from '../../messaging/check-message';
import { limits, textLength } from '../../messaging/limits';
import type { OutboundMessage, Recipient } from '../../messaging/types';
import { ChannelFailure, type SendRequest } from '../types';
import { renderOrder, renderOrderStatus } from './render-order';
import { renderTemplate } from './render-template';
import type { Json } from './storable';
import { withoutUndefined } from './without-undefined';

type Payload = { [key: string]: Json };
type Interactive = Extract<OutboundMessage, { kind: 'buttons' | 'list' | 'link' }>;

/**
 * The exact body Meta wants for one message. Throws ChannelFailure `rejected`, before anything is sent, when a
 * documented limit is broken or nobody is named.
 * Source: Meta, "Sending messages" and the page of each message type.
 */
export function render({ to, message, opaque, replyTo }: SendRequest): Payload {
  const breaches = checkMessage(message).map(describeBreach);
  if (opaque === '' || textLength(opaque) > limits.opaque) breaches.push('opaque empty or too long');
  if (breaches.length > 0)
    throw new ChannelFailure('rejected', `Against WhatsApp's limits: ${breaches.join('; ')}`);

  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...renderRecipient(to),
    ...(replyTo === undefined ? {} : { context: { message_id: replyTo } }),
    ...renderContent(message),
    biz_opaque_callback_data: opaque,
  };
}

/** A number needs its `+`, or Meta guesses a country; a user id in `to` is accepted and silently never delivered. */
function renderRecipient({ waId, bsuid }: Recipient): Payload {
  if (waId !== undefined && /^\d{5,20}$/.test(waId)) return { to: `+${waId}` };
  if (bsuid !== undefined && bsuid !== '') return { recipient: bsuid };
  throw new ChannelFailure('rejected', 'The recipient has neither a phone number nor a user id');
}

function renderContent(message: OutboundMessage): Payload {
  switch (message.kind) {
    case 'text':
      return { type: 'text', text: { body: message.body, preview_url: false } };
    case 'buttons':
    case 'list':
    case 'link':
      return { type: 'interactive', interactive: renderInteractive(message) };
    case 'location':
      return { type: 'location', location: renderLocation(message) };
    case 'document': {
      const { url: link, filename, caption } = message;
      return { type: 'document', document: { link, filename, ...withoutUndefined({ caption }) } };
    }
    case 'image': {
      const { url: link, caption } = message;
      return { type: 'image', image: { link, ...withoutUndefined({ caption }) } };
    }
    case 'order-status':
      return { type: 'interactive', interactive: renderOrderStatus(message) };
    case 'order':
      return { type: 'interactive', interactive: renderOrder(message) };
    case 'template':
      return { type: 'template', template: renderTemplate(message) };
    default:
      return exhaustive(message);
  }
}

const renderInteractive = (message: Interactive): Payload => ({
  ...renderAction(message),
  ...(message.header === undefined ? {} : { header: { type: 'text', text: message.header } }),
  body: { text: message.body },
  ...(message.footer === undefined ? {} : { footer: { text: message.footer } }),
});

function renderAction(message: Interactive): Payload {
  switch (message.kind) {
    case 'buttons': {
      const buttons = message.buttons.map(({ id, title }) => ({ type: 'reply', reply: { id, title } }));
      return { type: 'button', action: { buttons } };
    }
    case 'list': {
      const sections = message.sections.map(({ title, rows }) => ({
        ...withoutUndefined({ title }),
        rows: rows.map(({ id, title, description }) => ({ id, title, ...withoutUndefined({ description }) })),
      }));
      return { type: 'list', action: { button: message.opener, sections } };
    }
    case 'link': {
      const parameters = { display_text: message.label, url: message.url };
      return { type: 'cta_url', action: { name: 'cta_url', parameters } };
    }
    default:
      return exhaustive(message);
  }
}

const renderLocation = ({
  latitude,
  longitude,
  name,
  address,
}: Extract<OutboundMessage, { kind: 'location' }>) => ({
  latitude,
  longitude,
  ...(name === '' ? {} : { name }),
  ...(address === '' ? {} : { address }),
});
