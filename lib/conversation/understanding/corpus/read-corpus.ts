import { isLanguage, type Language } from '../../../kernel/local-text';
import type { Reading } from '../types';

/** One utterance with the reading wanted: class and language from its heading, expectation in short keys. */
export type Labelled = {
  className: string;
  language: string;
  text: string;
  expected: string;
  /** When it is read, where that is not the usual moment. */
  now: Date | null;
};

/** Reads `@ instant` and `# class language` headings and `text | expectation` lines. */
export function readCorpus(corpus: string): Labelled[] {
  let [className, language] = ['', ''];
  let now: Date | null = null;
  const found: Labelled[] = [];
  for (const line of corpus.split('\n')) {
    if (line.startsWith('@ ')) now = new Date(line.slice(2));
    else if (line.startsWith('# ')) [, className = '', language = ''] = line.split(' ');
    else if (line.includes(' | ')) {
      const at = line.lastIndexOf(' | ');
      found.push({ className, language, text: line.slice(0, at), expected: line.slice(at + 3).trim(), now });
    }
  }
  return found;
}

/** The language an utterance counts as; Tamil in Latin letters is Tamil. null: it may be any. */
export const languageOfLabel = ({ language }: Labelled): Language | null => {
  if (language === 'tanglish' || language === 'mixed') return 'ta';
  return isLanguage(language) ? language : null;
};

const time = (minute: number | null): string | null =>
  minute === null
    ? null
    : `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const shortDate = (date: string | null): string | null =>
  date === null
    ? null
    : date.startsWith('2026-11-')
      ? date.slice(8)
      : date.startsWith('2026-')
        ? date.slice(5)
        : date;

function inKeys(reading: Reading): string[] {
  const { problem } = reading;
  const keys: [string, string | number | null][] = [
    ['d', shortDate(reading.date ?? (problem?.kind === 'too-far' ? problem.date : null))],
    ['t', time(reading.time)],
    ['a', time(reading.after)],
    ['b', time(reading.before)],
    ['p', reading.part],
    ['m', reading.durationMinutes],
    ['for', reading.attendee],
    ['fd', shortDate(reading.fromDate)],
    ['ft', time(reading.fromTime)],
  ];
  const service = reading.serviceKind === 'consultation' ? 'doctor' : reading.serviceKind;
  return [
    reading.intent,
    ...(service ? [service] : []),
    ...keys.flatMap(([key, value]) => (value === null ? [] : [`${key}=${String(value)}`])),
    ...(reading.ask ? ['ask'] : []),
  ];
}

/**
 * What differs between a reading and its label, or null. Everything counts, also what must be absent; only the part
 * of the day may go unsaid beside a time, and a service beside an emergency.
 */
export function differenceFrom(label: Labelled, reading: Reading): string | null {
  const wanted = new Set(label.expected.split(' '));
  const found = new Set(inKeys(reading));
  if (![...wanted].some((key) => key.startsWith('p=')))
    for (const key of found)
      if (key.startsWith('p='))
        if ([...wanted].some((other) => /^(t|a|b|fd|ft)=/u.test(other)) || wanted.has('ask'))
          found.delete(key);
  if (wanted.has('emergency'))
    for (const key of ['doctor']) {
      found.delete(key);
      wanted.delete(key);
    }
  const language = languageOfLabel(label);
  if (language !== null && reading.languageClear && reading.language !== language)
    found.add(`language=${reading.language}`);
  const missing = [...wanted].filter((key) => !found.has(key));
  const extra = [...found].filter((key) => !wanted.has(key));
  return missing.length + extra.length === 0 ? null : `-[${missing.join(' ')}] +[${extra.join(' ')}]`;
}
