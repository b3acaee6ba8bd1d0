import { toEpochMinute } from '../kernel/time-range';
import { after, say, silent, withState, type Chat, type Turned } from './chat';
import { parseChoice } from './choice';
import { askedAt } from './flow';
import { hear } from './hear';
import { languageOf, spokenLanguage } from './language-of';
import type { InboundContent } from '../messaging/types';
import { seeProof } from './money/hear-payment';
import { answerOutcome } from './outcome';
import { quietTurn } from './quiet';
import { readState, type State } from './state';
import { openChat } from './steps/opening';
import { changeMessages } from './steps/messages';
import { answerEmergency, staffIsTalking, takeBack } from './steps/staff';
import { answerForeignTap, answerTap } from './tap';
import type { CustomerEvent, Facts, Turn } from './types';
import { answerUnclear } from './unclear';
import type { Reading } from './understanding/types';
import { understand } from './understanding/understand';
import { findService } from './words';

const idleMinutes = 30;

const isStale = (state: State, now: number): boolean =>
  state.step !== 'idle' && state.lastAt !== null && now - state.lastAt >= idleMinutes;

const read = (chat: Chat, text: string, stale: boolean): Reading => {
  const { facts, state } = chat;
  const { date } = state.draft;
  const kind = findService(chat, state.draft.serviceId)?.kind;
  return understand(text, {
    now: facts.now,
    zone: facts.zone,
    vocabulary: facts.vocabulary,
    asked: stale ? null : askedAt(state.step),
    ...(date === null || stale ? {} : { draftDate: date }),
    ...(kind === undefined || stale ? {} : { draftKind: kind }),
  });
};

const hearText = (chat: Chat, text: string): Turned => {
  const stale = isStale(chat.state, chat.now);
  const reading = read(chat, text, stale);
  const language = languageOf(text, reading, chat.state, chat.facts);
  const spoken: Chat = { ...withState(chat, { language }), language, words: text };
  if (reading.intent === 'emergency') return answerEmergency(spoken);
  if (staffIsTalking(spoken))
    return reading.intent === 'stop' ? changeMessages(spoken, false, reading.messages) : silent(chat);
  const back = takeBack(spoken);
  return after(back.effects, hear(back.chat, { text, reading, stale }));
};

/** Everything but text: staff's turn is respected, and coming back after it is said. */
const unlessStaff = (chat: Chat, act: (chat: Chat) => Turned): Turned => {
  if (staffIsTalking(chat)) return silent(chat);
  const back = takeBack(chat);
  return after(back.effects, act(back.chat));
};

/** Meta puts a button of its own under offers, and so may an owner's template: its words are the customer's. */
const asksToStop = (chat: Chat, title: string): boolean => {
  const { intent } = read(chat, title, true);
  return intent === 'stop' || intent === 'start';
};

const tapped = (chat: Chat, id: string, title: string): Turned => {
  const choice = parseChoice(id);
  if (choice === null && asksToStop(chat, title)) return hearText(chat, title);
  const worded = { ...chat, words: title };
  return unlessStaff(worded, (at) => {
    const understood = withState(at, { misses: 0 });
    return choice === null ? answerForeignTap(understood) : answerTap(understood, choice);
  });
};

const mediaText = (chat: Chat, content: InboundContent): string => {
  switch (content.kind) {
    case 'location':
      return say(chat, 'media.location');
    case 'contacts':
      return say(chat, 'media.contacts');
    case 'media':
      if (content.media === 'voice' || content.media === 'audio') return say(chat, 'media.voice');
      if (content.media === 'sticker') return say(chat, 'media.sticker');
      return say(chat, content.media === 'document' ? 'media.file' : 'media.image');
    default:
      return say(chat, 'media.other');
  }
};

const answerCustomer = (chat: Chat, { content }: CustomerEvent): Turned => {
  switch (content.kind) {
    case 'text':
      return hearText(chat, content.text);
    case 'choice':
      return tapped(chat, content.id, content.title);
    case 'media':
      if ((content.caption ?? '').trim() !== '') return hearText(chat, content.caption ?? '');
      return unlessStaff(chat, (at) => {
        const proof = content.media === 'image' || content.media === 'document' ? seeProof(at) : null;
        return proof ?? answerUnclear(at, mediaText(at, content));
      });
    case 'order':
    case 'location':
    case 'contacts':
    case 'flow-reply':
    case 'unsupported':
      return unlessStaff(chat, (at) => answerUnclear(at, mediaText(at, content)));
    case 'welcome':
      return unlessStaff(chat, (at) => openChat(at));
    case 'reaction':
    case 'edited':
    case 'deleted':
    case 'number-changed':
      return silent(chat);
  }
};

const chatOf = (state: State, facts: Facts): Chat => ({
  facts,
  now: toEpochMinute(facts.now),
  state,
  language: spokenLanguage(state, facts),
  words: '',
});

/** Contents that are no words of the customer's and so do not count as activity. */
const passive = new Set<InboundContent['kind']>(['reaction', 'edited', 'deleted', 'number-changed']);

/**
 * One turn of a chat: at most one reply, and effects as data. Pure. Safe to repeat: the same state, event and
 * facts give the same turn, and the caller runs each effect once by its id.
 * Unreadable state starts afresh; unreadable taps and unknown kinds are answered kindly.
 */
export const turn: Turn = (saved, event, facts) => {
  const chat = chatOf(readState(saved), facts);
  if (event.kind !== 'customer') return answerOutcome(chat, event);
  const heard = answerCustomer(chat, event);
  if (passive.has(event.content.kind)) return heard;
  const turned = quietTurn(chat, heard) ?? heard;
  return { ...turned, state: { ...turned.state, lastAt: chat.now } };
};
