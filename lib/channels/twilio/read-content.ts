import { storable } from '../meta/storable';
import { withoutUndefined } from '../meta/without-undefined';
import type { InboundContent, MediaKind } from '../../messaging/types';
import type { MessageFields } from './schema';

/**
 * What the customer did. There is no type that can be relied on: the fields that came say what it is. What nobody knows is
 * `unsupported`, so that the customer still gets an answer.
 * Source: Twilio, "Twilio's request to your incoming message webhook", WhatsApp parameters.
 */
export function readContent(fields: MessageFields): InboundContent {
  const { Body: text, MessageType: type } = fields;
  if (type === 'reaction')
    return { kind: 'reaction', messageId: fields.OriginalRepliedMessageSid ?? '', emoji: text ?? null };
  return (
    readChoice(fields) ??
    readForm(fields) ??
    readMedia(fields) ??
    readLocation(fields) ??
    (text === undefined ? { kind: 'unsupported', what: type ?? 'unknown' } : { kind: 'text', text })
  );
}

/** A template's quick reply, or a row of a list; the payload is missing where none was set. */
function readChoice(fields: MessageFields): InboundContent | undefined {
  const { ButtonPayload, ButtonText, ListId, ListTitle, Body = '' } = fields;
  const id = ListId ?? ButtonPayload ?? ButtonText;
  return id === undefined ? undefined : { kind: 'choice', id, title: ListTitle ?? ButtonText ?? Body };
}

/** The answer to a form, whose shape Twilio does not document: read where it is JSON with fields. */
function readForm({ InteractiveData: json }: MessageFields): InboundContent | undefined {
  if (json === undefined) return undefined;
  let answer: unknown = null;
  try {
    answer = storable(JSON.parse(json));
  } catch {
    // A broken one is a reply with nothing in it.
  }
  if (typeof answer !== 'object' || answer === null) return { kind: 'flow-reply', token: null, data: {} };
  const { flow_token: token, ...data }: Record<string, unknown> = { ...answer };
  return { kind: 'flow-reply', token: typeof token === 'string' ? token : null, data };
}

/** A medium has no id but its address. A contact card is a medium too. */
function readMedia(fields: MessageFields): InboundContent | undefined {
  const { NumMedia, MediaUrl0: mediaId, MediaContentType0: mimeType, Body: caption } = fields;
  if (NumMedia === 0 || mediaId === undefined) return undefined;
  if (mimeType !== undefined && /^text\/(x-)?vcard\b/i.test(mimeType))
    return { kind: 'contacts', phones: [] };
  return { kind: 'media', media: mediaKindOf(mimeType), mediaId, ...withoutUndefined({ mimeType, caption }) };
}

/** WhatsApp's voice notes are Opus in Ogg, its stickers WebP; photographs never are. */
function mediaKindOf(mimeType = ''): MediaKind {
  if (/^image\/webp\b/i.test(mimeType)) return 'sticker';
  if (/^audio\/ogg\b/i.test(mimeType)) return 'voice';
  const [, kind] = /^(image|audio|video)\//i.exec(mimeType) ?? [];
  switch (kind?.toLowerCase()) {
    case 'image':
      return 'image';
    case 'audio':
      return 'audio';
    case 'video':
      return 'video';
    default:
      return 'document';
  }
}

function readLocation(fields: MessageFields): InboundContent | undefined {
  const { Latitude: latitude, Longitude: longitude, Label: name, Address: address } = fields;
  if (latitude === undefined || longitude === undefined) return undefined;
  return { kind: 'location', latitude, longitude, ...withoutUndefined({ name, address }) };
}
