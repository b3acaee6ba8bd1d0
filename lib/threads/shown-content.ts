import { exhaustive } from '../kernel/exhaustive';
import type { InboundContent, OutboundMessage } from '../messaging/types';
import type { ShownContent } from './schema';

/** A stored message as staff see it. */
export const shownContentOf = (
  direction: 'in' | 'out',
  content: InboundContent | OutboundMessage | { kind: 'erased' },
): ShownContent => {
  if (content.kind === 'erased') return { kind: 'other', what: 'erased' };
  // The direction says which of the two it was written as (saveTurn).
  return direction === 'out' ? sent(content as OutboundMessage) : heard(content as InboundContent);
};

function sent(content: OutboundMessage): ShownContent {
  if (content.kind === 'document') {
    const { url: link, filename, caption } = content;
    return { kind: 'media', media: 'document', link, filename, ...(caption !== undefined && { caption }) };
  }
  if (content.kind === 'image') {
    const { url: link, caption } = content;
    return { kind: 'media', media: 'image', link, ...(caption !== undefined && { caption }) };
  }
  if (content.kind === 'order-status') return { kind: 'text', body: content.body };
  if (content.kind === 'order') {
    const { body, footer, amountPaise } = content;
    return { kind: 'order', body, amountPaise, ...(footer !== undefined && { footer }) };
  }
  if (content.kind !== 'template') return content;
  const { name, body } = content;
  return { kind: 'template', name, parameters: Array.isArray(body) ? body : Object.values(body) };
}

function heard(content: InboundContent): ShownContent {
  switch (content.kind) {
    case 'text':
      return { kind: 'text', body: content.text };
    case 'choice':
      return { kind: 'choice', title: content.title };
    case 'location':
      return content;
    case 'media':
      return {
        kind: 'media',
        media: content.media,
        ...(content.caption !== undefined && { caption: content.caption }),
      };
    case 'contacts':
      return { kind: 'contacts', phones: content.phones };
    case 'reaction':
      return { kind: 'reaction', emoji: content.emoji };
    case 'flow-reply':
      return { kind: 'other', what: 'form' };
    case 'welcome':
      return { kind: 'other', what: 'unsupported' };
    case 'order':
    case 'edited':
    case 'deleted':
    case 'number-changed':
    case 'unsupported':
      return { kind: 'other', what: content.kind };
    default:
      return exhaustive(content);
  }
}
