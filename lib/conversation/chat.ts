import { inLanguage, type Language, type LocalText } from '../kernel/local-text';
import type { EpochMinute } from '../kernel/time-range';
import { capitalised } from '../i18n/format-day';
import { translate, type BotKey, type TextParams } from '../i18n/translate';
import type { Draft } from './draft';
import { plainName } from './plain-name';
import type { State } from './state';
import type { Effect, Facts } from './types';

/** One turn in the making: what is known, how we stand, and in which language we answer. */
export type Chat = {
  facts: Facts;
  /** The present, epoch minutes. */
  now: EpochMinute;
  state: State;
  language: Language;
  /** What the customer wrote or the title they tapped; empty for outcomes. */
  words: string;
};

/** What a turn comes to. */
export type Turned = { state: State; effects: Effect[] };

/** A step of the flow either completes the draft by one answer or asks for it. */
export type Filled = { kind: 'filled'; draft: Draft } | { kind: 'asked'; turned: Turned };

/** The step has its answer. */
export const filled = (draft: Draft): Filled => ({ kind: 'filled', draft });
/** The step has to ask the customer. */
export const asked = (turned: Turned): Filled => ({ kind: 'asked', turned });

/** An owner's own wording with `{name}` places filled; other braces stay as they are. */
const fillIn = (text: string, params: TextParams): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));

/** A text in the language of this turn; the owner's own wording where there is one. */
export const say = (chat: Chat, key: BotKey, params: TextParams = {}): string => {
  const own = chat.facts.business.wording[key];
  const wording = own === undefined ? '' : inLanguage(own, chat.language);
  return wording === '' ? capitalised(translate(chat.language, key, params)) : fillIn(wording, params);
};

/** Owner's text in the language of this turn, safe inside a message. */
export const named = (chat: Chat, text: LocalText, max = 60): string =>
  plainName(inLanguage(text, chat.language), max);

/** The chat with one more line to say on top of its next message. */
export const withNote = (chat: Chat, note: string): Chat => ({
  ...chat,
  state: { ...chat.state, notes: [...chat.state.notes, note].slice(-4) },
});

/** The chat with parts of its state changed. */
export const withState = (chat: Chat, change: Partial<State>): Chat => ({
  ...chat,
  state: { ...chat.state, ...change },
});

/** Ends the turn without a word. */
export const silent = (chat: Chat, effects: Effect[] = []): Turned => ({ state: chat.state, effects });

/** Puts effects in front of what a turn does. */
export const after = (effects: Effect[], turned: Turned): Turned => ({
  state: turned.state,
  effects: [...effects, ...turned.effects],
});
