import { exhaustive } from '../kernel/exhaustive';
import type { PhoneBook } from './phone-book';
import { PhoneRefusal } from './phone-refusal';
import type { PhoneAction } from './phone-schema';
import type { ChatContent, ChatMessage } from './types';

type Spoken = Exclude<PhoneAction, { type: 'reaction' }>;
type Said = { content: ChatContent; replyTo?: string };

const shown = (book: PhoneBook, messageId: string): ChatMessage => {
  const message = book.message(messageId);
  if (!message) throw new PhoneRefusal(404, `There is no message ${messageId} on this phone.`);
  return message;
};

const tapButton = (message: ChatMessage, buttonId: string): Said => {
  const buttons = message.content.kind === 'buttons' ? message.content.buttons : [];
  const button = buttons.find((each) => each.id === buttonId);
  if (!button) throw new PhoneRefusal(404, `Message ${message.id} has no button ${buttonId}.`);
  return { content: { kind: 'button-reply', ...button }, replyTo: message.id };
};

const tapRow = (message: ChatMessage, rowId: string): Said => {
  const sections = message.content.kind === 'list' ? message.content.sections : [];
  const row = sections.flatMap((section) => section.rows).find((each) => each.id === rowId);
  if (!row) throw new PhoneRefusal(404, `Message ${message.id} has no row ${rowId}.`);
  return { content: { kind: 'list-reply', ...row }, replyTo: message.id };
};

const tapTemplate = (message: ChatMessage, index: number): Said => {
  const button = message.content.kind === 'template' ? message.content.buttons[index] : undefined;
  if (button?.kind !== 'quick-reply') {
    throw new PhoneRefusal(404, `Message ${message.id} has no quick reply number ${String(index)}.`);
  }
  return {
    content: { kind: 'template-reply', payload: button.payload, title: button.title },
    replyTo: message.id,
  };
};

const rawReply = (action: Extract<Spoken, { type: 'reply' }>): Said => {
  const { id, title } = action;
  const content: ChatContent =
    action.as === 'template'
      ? { kind: 'template-reply', payload: id, title }
      : { kind: action.as === 'button' ? 'button-reply' : 'list-reply', id, title };
  return { content, ...(action.messageId === undefined ? {} : { replyTo: action.messageId }) };
};

/** What an action says, as chat content. Throws PhoneRefusal 404 where the tapped thing is not there. */
export const actionContent = (book: PhoneBook, action: Spoken, newMediaId: () => string): Said => {
  switch (action.type) {
    case 'text':
      return {
        content: { kind: 'text', body: action.body },
        ...(action.replyTo === undefined ? {} : { replyTo: action.replyTo }),
      };
    case 'tap-button':
      return tapButton(shown(book, action.messageId), action.buttonId);
    case 'tap-row':
      return tapRow(shown(book, action.messageId), action.rowId);
    case 'tap-template':
      return tapTemplate(shown(book, action.messageId), action.index);
    case 'reply':
      return rawReply(action);
    case 'location': {
      const { latitude, longitude, name, address } = action;
      return {
        content: {
          kind: 'location',
          latitude,
          longitude,
          ...(name === undefined ? {} : { name }),
          ...(address === undefined ? {} : { address }),
        },
      };
    }
    case 'media':
      return {
        content: {
          kind: 'media',
          media: action.media,
          mediaId: newMediaId(),
          ...(action.caption === undefined ? {} : { caption: action.caption }),
          ...(action.media === 'document' ? { filename: 'document.pdf' } : {}),
        },
      };
    case 'contact':
      return { content: { kind: 'contacts', cards: [{ name: action.name, phone: action.phone }] } };
    case 'unsupported':
      return { content: { kind: 'unsupported', what: action.what } };
    default:
      return exhaustive(action);
  }
};
