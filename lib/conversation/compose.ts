import { limits, textLength } from '../messaging/limits';
import { shorten } from '../messaging/shorten';
import type { ListSection, OutboundMessage } from '../messaging/types';
import type { BotKey } from '../i18n/translate';
import { say, type Chat, type Turned } from './chat';
import type { State } from './state';

/** Something to tap. */
export type Option = { id: string; title: string; description?: string; section?: string };

/** What to say, and what may be tapped in answer. */
export type Say = {
  key: BotKey;
  body: string;
  options?: Option[];
  /** Title of the button that opens the list, if it becomes one. */
  opener?: string;
  footer?: string;
  /** Reply buttons even though the options have descriptions, where three fit. */
  buttons?: boolean;
  /** A page to open instead of options; WhatsApp allows one and nothing beside it. */
  link?: { label: string; url: string };
};

/** Two options that read alike get numbers; rows of a list may share a title where what stands below it tells them apart. */
const uniqueTitles = (options: Option[], max: number, below: (option: Option) => string): Option[] => {
  const seen = new Set<string>();
  return options.map((option) => {
    let title = shorten(option.title, max);
    const read = (): string => `${title}\n${below(option)}`;
    for (let n = 2; seen.has(read()); n += 1) title = `${shorten(option.title, max - 3)} ${String(n)}`;
    seen.add(read());
    return { ...option, title };
  });
};

const rowDetail = ({ description, section }: Option): string => `${section ?? ''}\n${description ?? ''}`;

const sectionsOf = (options: Option[], untitled: string): ListSection[] => {
  const sections = new Map<string, Option[]>();
  for (const option of options) {
    const name = option.section ?? '';
    sections.set(name, [...(sections.get(name) ?? []), option]);
  }
  return [...sections].map(([name, rows]) => ({
    ...(sections.size > 1 ? { title: shorten(name === '' ? untitled : name, limits.sectionTitle) } : {}),
    rows: rows.map(({ id, title, description }) => ({
      id,
      title,
      ...(description === undefined || description === ''
        ? {}
        : { description: shorten(description, limits.rowDescription) }),
    })),
  }));
};

const fitsButtons = (body: string, options: Option[], wanted: boolean): boolean =>
  options.length <= limits.buttons &&
  textLength(body) <= limits.buttonsBody &&
  options.every((o) => textLength(o.title) <= limits.buttonTitle && (wanted || o.description === undefined));

/** Buttons where up to three short titles do, otherwise a list; plain text where there is nothing to tap. */
export const compose = (chat: Chat, what: Say): OutboundMessage => {
  // Ours are short; an owner's own wording is the owner's length.
  const whole = [...chat.state.notes, what.body].filter((part) => part !== '').join('\n\n');
  const body = shorten(whole, limits.textBody);
  if (what.link !== undefined) return { kind: 'link', body: shorten(whole, limits.linkBody), ...what.link };
  const options = (what.options ?? []).slice(0, limits.listRows);
  if (options.length === 0) return { kind: 'text', body };
  const footer = what.footer === undefined ? {} : { footer: shorten(what.footer, limits.footer) };
  if (fitsButtons(body, options, what.buttons === true)) {
    const buttons = uniqueTitles(options, limits.buttonTitle, () => '').map(({ id, title }) => ({
      id,
      title,
    }));
    return { kind: 'buttons', body, ...footer, buttons };
  }
  const opener = shorten(what.opener ?? say(chat, 'opening.opener'), limits.listOpener);
  const sections = sectionsOf(uniqueTitles(options, limits.rowTitle, rowDetail), say(chat, 'section.more'));
  return { kind: 'list', body, ...footer, opener, sections };
};

/** Ends the turn with one message; the notes that waited are said on top of it. */
export const answer = (chat: Chat, change: Partial<State>, what: Say): Turned => ({
  state: { ...chat.state, ...change, notes: [] },
  effects: [{ kind: 'reply', key: what.key, message: compose(chat, what) }],
});
