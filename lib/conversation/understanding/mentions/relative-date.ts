import type { LocalDate } from '../../../scheduling/types';
import { means, senseOf, type Token } from '../lex';
import { numberAt } from './numbers';
import type { DateSaid, Found, Which } from './types';

const asDate = (date: DateSaid, length: number, suffix: Token['suffix'] = null): Found => ({
  kind: 'date',
  date,
  length,
  suffix,
});

function whichOf(token: Token | undefined): Which {
  if (means(token, 'next')) return 'next';
  if (means(token, 'last')) return 'past';
  return means(token, 'this') ? 'this' : null;
}

/** [this | next | next week] Sunday [கிழமை] [next week]. */
export function weekdayAt(tokens: readonly Token[], at: number): Found | null {
  let lead = 0;
  let which = whichOf(tokens[at]);
  if (which) {
    lead = 1;
    if (means(tokens[at + 1], 'week')) {
      which =
        which === 'past' ? 'past' : which === 'next' || isComing(tokens[at]) ? 'next-week' : 'this-week';
      lead = 2;
    }
    while (means(tokens[at + lead], 'on-day', 'vocative') && tokens[at + lead]?.language === 'en') lead += 1;
  }
  const weekday = senseOf(tokens[at + lead], 'weekday');
  if (!weekday) return null;
  let end = at + lead + 1;
  if (means(tokens[end], 'kizhamai')) end += 1;
  const suffix = tokens[end - 1]?.suffix ?? null;
  if (means(tokens[end], 'on-day') && tokens[end]?.language !== 'en') end += 1;
  const after = whichOf(tokens[end]);
  if (!which && (after === 'next' || after === 'this') && means(tokens[end + 1], 'week')) {
    which = after === 'next' || isComing(tokens[end]) ? 'next-week' : 'this-week';
    end += 2;
  }
  return asDate({ kind: 'weekday', iso: weekday.iso, which }, end - at, suffix);
}

const isComing = (token: Token | undefined): boolean =>
  !['this', 'இந்த', 'indha', 'intha', 'inda'].includes(token?.text ?? '');

/** This week, next weekend, day after tomorrow, in three days, yesterday. */
export function relativeDayAt(tokens: readonly Token[], at: number): Found | null {
  const day = senseOf(tokens[at], 'day');
  if (day)
    return day.offset < 0
      ? asDate({ kind: 'past' }, 1)
      : asDate({ kind: 'offset', days: day.offset }, 1, tokens[at]?.suffix ?? null);
  if (means(tokens[at], 'next-day')) return asDate({ kind: 'next-day' }, 1, tokens[at]?.suffix ?? null);
  const lead = whichOf(tokens[at]);
  const unit = tokens[at + 1];
  if (lead && means(unit, 'week', 'weekend', 'month-unit') && lead === 'past')
    return asDate({ kind: 'past' }, 2);
  if (lead && means(unit, 'week'))
    return asDate({ kind: 'week', which: lead === 'next' || isComing(tokens[at]) ? 'next' : 'this' }, 2);
  if (lead && means(unit, 'weekend'))
    return asDate({ kind: 'weekend', which: lead === 'next' ? 'next' : 'this' }, 2);
  if (means(tokens[at], 'weekend')) return asDate({ kind: 'weekend', which: 'this' }, 1);
  return daysLater(tokens, at);
}

const idioms: Record<number, number> = { 8: 7, 15: 14 };

function daysLater(tokens: readonly Token[], at: number): Found | null {
  const lead = means(tokens[at], 'in', 'after') ? 1 : 0;
  const number = numberAt(tokens, at + lead);
  if (!number || number.ordinal || !Number.isInteger(number.value)) return null;
  const unitAt = at + lead + number.length;
  const unit = tokens[unitAt];
  const perUnit = means(unit, 'day-unit') ? 1 : means(unit, 'week') ? 7 : means(unit, 'fortnight') ? 14 : 0;
  if (perUnit === 0) return null;
  const tail = means(tokens[unitAt + 1], 'kazhichu', 'after') ? 1 : 0;
  const locative =
    unit?.suffix === 'locative' || (/(ல|ில்|la)$/u.test(unit?.text ?? '') && unit?.language === 'ta');
  if (!tail && !lead && !locative) return null;
  if (means(tokens[at], 'in') && tokens[at]?.language !== 'en' && !tail && !locative) return null;
  const days = number.value * perUnit;
  const also = perUnit === 1 && unit?.language === 'ta' ? idioms[number.value] : undefined;
  return asDate(
    { kind: 'offset', days, ...(also === undefined ? {} : { also }) },
    lead + number.length + 1 + tail,
  );
}

/** A festival or other day that the business has a date for. */
export function namedDayAt(
  tokens: readonly Token[],
  at: number,
  days: ReadonlyMap<string, LocalDate[]>,
): Found | null {
  for (let length = Math.min(3, tokens.length - at); length > 0; length -= 1) {
    const words = tokens
      .slice(at, at + length)
      .map((token) => token.text)
      .join(' ');
    const dates = days.get(words) ?? (length === 1 ? inflected(words, days) : undefined);
    if (dates) return asDate({ kind: 'on', dates, sure: true }, length);
  }
  return null;
}

function inflected(word: string, days: ReadonlyMap<string, LocalDate[]>): LocalDate[] | undefined {
  for (const ending of ['க்கு', 'ுக்கு', 'அன்று', 'அன்னைக்கு', 'ku', 'kku', 'annaiku']) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    const dates = days.get(stem) ?? days.get(`${stem}்`);
    if (dates) return dates;
  }
  return undefined;
}
