import { exhaustive } from '../kernel/exhaustive';
import { westernDigits } from '../kernel/script';
import { textLength } from './limits';
import { shorten } from './shorten';
import type { OutboundMessage, ReplyButton } from './types';

/** Messages that a provider without buttons, lists or links can show as plain text, meaning the same. */
export type Numberable = Extract<OutboundMessage, { kind: 'text' | 'buttons' | 'list' | 'link' }>;

/** Words around the options, in the message's language. */
export type NumberedWords = {
  /** Asks for the number of an option, e.g. "Reply with the number of your choice." */
  pick: string;
};

/**
 * The message as plain text: every option with a number, every link as its address, and a line that asks for the number
 * where there is something to choose. At most `limit` characters (`textLength`, 1,000 or more): where it would be longer,
 * first the descriptions go, then the end of the body; never an option.
 */
export function numberedText(message: Numberable, limit: number, words: NumberedWords): string {
  for (const described of [true, false]) {
    const text = write(message, message.body, described, words);
    if (textLength(text) <= limit) return text;
  }
  const around = textLength(write(message, '…', false, words)) - 1;
  return write(message, shorten(message.body, Math.max(limit - around, 0)), false, words);
}

function write(message: Numberable, body: string, described: boolean, { pick }: NumberedWords): string {
  if (message.kind === 'text') return body.normalize('NFC');
  const { header, footer } = message;
  const asks = message.kind === 'link' ? undefined : pick;
  return [header && `*${header}*`, body, options(message, described), footer, asks]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n')
    .normalize('NFC');
}

function options(message: Exclude<Numberable, { kind: 'text' }>, described: boolean): string {
  switch (message.kind) {
    case 'link':
      return `${message.label}: ${message.url}`;
    case 'buttons':
      return message.buttons.map(({ title }, at) => `${at + 1}. ${title}`).join('\n');
    case 'list': {
      let number = 0;
      const sections = message.sections.map(({ title, rows }) => [
        ...(title === undefined ? [] : [`*${title}*`]),
        ...rows.map((row) => {
          number += 1;
          const detail = described && row.description !== undefined ? ` (${row.description})` : '';
          return `${number}. ${row.title}${detail}`;
        }),
      ]);
      return sections.map((lines) => lines.join('\n')).join('\n\n');
    }
    default:
      return exhaustive(message);
  }
}

/** What a message offers to choose from, in the order of its numbers. A template's own buttons are always shown as buttons. */
export function optionsOf(message: OutboundMessage): ReplyButton[] {
  switch (message.kind) {
    case 'buttons':
      return message.buttons;
    case 'list':
      return message.sections.flatMap(({ rows }) => rows.map(({ id, title }) => ({ id, title })));
    default:
      return [];
  }
}

/** 2, ௨, "2.", "(2)", "#2", "no. 2", the keycap 2️⃣; ten has a Tamil sign of its own. */
const numberForm = /^[\s([{#*_]*(?:no\.?\s*|எண்\s*)?(\d{1,2}|\u0BF0)[\uFE0F\u20E3]*[\s)\]}.:,!*_]*$/iu;

/** The number that a whole message is, in Western or Indian digits; null for anything that says more. */
export function typedNumber(text: string): number | null {
  const digits = numberForm.exec(westernDigits(text))?.[1];
  if (digits === undefined) return null;
  if (digits === '\u0BF0') return 10;
  return Number(digits);
}

/** The option of a numbered message that a text names by its number; null when it names none. */
export function optionByNumber(message: OutboundMessage, text: string): ReplyButton | null {
  const number = typedNumber(text);
  return number === null ? null : (optionsOf(message)[number - 1] ?? null);
}
