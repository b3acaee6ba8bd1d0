import type { InboundContent, MediaKind } from '../../messaging/types';
import type { Message } from './schema';
import { storable } from './storable';
import { withoutUndefined } from './without-undefined';

type ContentReader = (message: Message) => InboundContent | null | undefined;

/**
 * What the customer did, or null where it asks for nothing (a security key changed). A type we do not know, or know
 * without its content, is `unsupported`, so that the customer still gets an answer.
 * Source: Meta, "messages webhook reference" and the page of each type.
 */
export function readContent(message: Message): InboundContent | null {
  const content = readers.get(message.type)?.(message);
  return content === undefined ? { kind: 'unsupported', what: message.type } : content;
}

const media =
  (kind: Exclude<MediaKind, 'voice'>): ContentReader =>
  ({ [kind]: file }) =>
    file && {
      kind: 'media',
      media: kind === 'audio' && file['voice'] === true ? 'voice' : kind,
      mediaId: file.id,
      ...withoutUndefined({ mimeType: file.mime_type, caption: file.caption }),
    };

const readers = new Map<string, ContentReader>([
  ['text', ({ text }) => text && { kind: 'text', text: text.body }],
  ['interactive', readInteractive],
  ['button', readTemplateButton],
  ['location', readLocation],
  ['image', media('image')],
  ['audio', media('audio')],
  ['video', media('video')],
  ['document', media('document')],
  ['sticker', media('sticker')],
  ['contacts', readContacts],
  ['order', ({ order }) => order && { kind: 'order', ...withoutUndefined({ text: order.text }) }],
  ['reaction', readReaction],
  ['edit', () => ({ kind: 'edited' })],
  ['revoke', () => ({ kind: 'deleted' })],
  ['system', readSystem],
  ['request_welcome', () => ({ kind: 'welcome' })],
  ['unsupported', ({ unsupported }) => ({ kind: 'unsupported', what: unsupported?.type ?? 'unsupported' })],
]);

function readInteractive({ interactive }: Message): InboundContent | undefined {
  const reply = interactive?.button_reply ?? interactive?.list_reply;
  if (reply) return { kind: 'choice', id: reply.id, title: reply.title };
  const form = interactive?.nfm_reply;
  if (form && (form.name === undefined || form.name === 'flow')) return readFlow(form.response_json);
  return { kind: 'unsupported', what: form?.name ?? interactive?.type ?? 'interactive' };
}

/** The answer is a JSON text inside the JSON; a broken one is a reply with nothing in it. */
function readFlow(responseJson: string): InboundContent {
  let answer: unknown;
  try {
    answer = storable(JSON.parse(responseJson));
  } catch {
    answer = null;
  }
  if (typeof answer !== 'object' || answer === null) return { kind: 'flow-reply', token: null, data: {} };
  const { flow_token: token, ...data }: Record<string, unknown> = { ...answer };
  return { kind: 'flow-reply', token: typeof token === 'string' ? token : null, data };
}

/** Without a payload set when it was sent, a template's button returns its own label. */
function readTemplateButton({ button }: Message): InboundContent | undefined {
  const id = button?.payload ?? button?.text;
  return id ? { kind: 'choice', id, title: button?.text ?? id } : undefined;
}

function readLocation({ location }: Message): InboundContent | undefined {
  if (!location) return undefined;
  const { latitude, longitude, name, address } = location;
  return { kind: 'location', latitude, longitude, ...withoutUndefined({ name, address }) };
}

function readContacts({ contacts }: Message): InboundContent | undefined {
  const phones = contacts?.flatMap((card) => card.phones);
  return (
    phones && {
      kind: 'contacts',
      phones: phones.flatMap(({ phone, wa_id: waId }) => (waId === undefined ? (phone ?? []) : `+${waId}`)),
    }
  );
}

function readReaction({ reaction }: Message): InboundContent | undefined {
  return reaction && { kind: 'reaction', messageId: reaction.message_id, emoji: reaction.emoji || null };
}

const movedTypes = new Set(['user_changed_number', 'customer_changed_number', 'user_changed_user_id']);

function readSystem({ system }: Message): InboundContent | null {
  if (system?.type === undefined || !movedTypes.has(system.type)) return null;
  const ids = withoutUndefined({
    newWaId: system.wa_id ?? system.new_wa_id,
    newBsuid: system.user_id,
    previousBsuid: system.previous_user_id,
  });
  return ids.newWaId === undefined && ids.newBsuid === undefined ? null : { kind: 'number-changed', ...ids };
}
