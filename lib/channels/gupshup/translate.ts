import type { Message, MessageEvent } from './schema';

// Version 2 in the shapes of Meta's webhooks, so that one reader decides what a customer did. What is not there stays
// `undefined`, which Meta's schema takes for absent. Source: reference §10.3.

type Shape = Record<string, unknown>;

/** A message as Meta would have brought it. `at`: milliseconds. */
export function asMetaMessage({ id, type, source, sender, context, payload }: Message, at: number): Shape {
  return {
    id,
    from: source ?? sender?.phone,
    from_user_id: sender?.userId,
    timestamp: Math.floor(at / 1000),
    // What we sent is known to us by Gupshup's id.
    context: { id: context?.gsId ?? context?.id },
    ...contentOf(type, payload ?? {}),
  };
}

export const asMetaContact = ({ source, sender }: Message): Shape => ({
  wa_id: source ?? sender?.phone,
  user_id: sender?.userId,
  profile: { name: sender?.name },
});

function contentOf(type: string, payload: Shape): Shape {
  switch (type) {
    case 'text':
      return { type, text: { body: payload['text'] } };
    case 'button_reply':
    case 'list_reply':
      return {
        type: 'interactive',
        interactive: {
          type,
          [type]: { id: payload['postbackText'], title: titleOf(type, payload) },
        },
      };
    case 'quick_reply':
      return {
        type: 'button',
        button: { payload: payload['postbackText'] ?? payload['payload'], text: payload['text'] },
      };
    case 'location':
      return { type, location: payload };
    case 'image':
    case 'video':
    case 'audio':
    case 'voice':
    case 'file':
    case 'sticker':
      return mediaOf(type, payload);
    case 'contact':
      return { type: 'contacts', contacts: payload['contacts'] };
    case 'reaction':
      return {
        type,
        reaction: {
          message_id: payload['gsId'] ?? payload['id'] ?? payload['message_id'],
          emoji: payload['emoji'] ?? payload['text'],
        },
      };
    default:
      return { type };
  }
}

/** A row's `title` is its section's, and `reply` is the row's own with its number behind it: "06:00 1". */
const titleOf = (type: string, { title, reply }: Shape): unknown =>
  type === 'list_reply' && typeof reply === 'string' ? reply.replace(/ \d{1,3}$/, '') : title;

/** There is no id but the address, which is what the file is fetched from. */
function mediaOf(type: string, { url, caption, contentType }: Shape): Shape {
  const kind = type === 'file' ? 'document' : type === 'voice' ? 'audio' : type;
  const voice =
    type === 'voice' ||
    (kind === 'audio' && typeof contentType === 'string' && contentType.includes('codecs=opus'));
  return { type: kind, [kind]: { id: url, caption: caption || undefined, mime_type: contentType, voice } };
}

/** A status as Meta would have brought it; its id is the one we were given when we sent. `at`: milliseconds. */
export function asMetaStatus(event: MessageEvent, at: number): Shape {
  const { id, gsId, type, destination, userId, payload, pricing } = event;
  return {
    // Failures carry Gupshup's id, deliveries Meta's and ours beside it, which is missing after a week.
    id: gsId ?? id,
    status: type,
    timestamp: Math.floor((millisecondsOf(payload?.ts) ?? at) / 1000),
    recipient_id: destination,
    recipient_user_id: userId,
    pricing: pricing?.category === undefined ? undefined : pricing,
    errors:
      type === 'failed'
        ? [{ code: payload?.code ?? 0, title: payload?.reason ?? 'Unknown error' }]
        : undefined,
  };
}

/** Seconds and milliseconds both occur; nothing here happened in 1970. */
export const millisecondsOf = (instant: number | undefined): number | undefined =>
  instant === undefined ? undefined : instant < 100_000_000_000 ? instant * 1000 : instant;
