import type { LocalDate } from '../../../scheduling/types';
import { means, senseOf, type Token } from '../lex';
import type { Asked } from '../types';
import { calendarDateAt, monthSpanAt } from './calendar-date';
import { bareNumberAt, boundedClockAt, clockPairAt } from './clock-phrases';
import { countAt } from './counts';
import { durationAt } from './durations';
import { numericDateAt } from './numeric-date';
import { namedDayAt, relativeDayAt, weekdayAt } from './relative-date';
import type { Found, Mention } from './types';

export type ScanContext = {
  asked: Asked;
  namedDays: ReadonlyMap<string, LocalDate[]>;
  /** How many courts the business has. */
  courts: number;
};

function partAt(tokens: readonly Token[], at: number): Found | null {
  const lead = means(tokens[at], 'after', 'before') && tokens[at]?.language === 'en' ? 1 : 0;
  const part = senseOf(tokens[at + lead], 'part');
  if (!part) return null;
  if (lead === 0 && isThis(tokens[at - 1])) return { kind: 'part', code: part.code, role: 'in', length: 1 };
  const next = tokens[at + lead + 1];
  const tail = means(next, 'after', 'before') && next?.language !== 'en' && !means(next, 'until') ? 1 : 0;
  const bound = lead ? tokens[at] : tail ? next : undefined;
  const role = means(bound, 'after') ? 'after' : means(bound, 'before') ? 'before' : 'in';
  return { kind: 'part', code: part.code, role, length: 1 + lead + tail };
}

/** "This evening": today's. */
const isThis = (token: Token | undefined): boolean =>
  means(token, 'this') && ['this', 'dis', 'இந்த', 'indha', 'intha', 'inda'].includes(token?.text ?? '');

function thisPartAt(tokens: readonly Token[], at: number): Found | null {
  const today = isThis(tokens[at]) && senseOf(tokens[at + 1], 'part') !== null;
  return today ? { kind: 'date', date: { kind: 'offset', days: 0 }, length: 1 } : null;
}

function markAt(tokens: readonly Token[], at: number): Found | null {
  const token = tokens[at];
  if (means(token, 'now')) return { kind: 'now', length: 1 };
  if (means(token, 'daily')) return { kind: 'daily', length: 1 };
  if (means(token, 'every')) return { kind: 'weekly', length: 1 };
  if (means(token, 'first') && !means(tokens[at + 1], 'week', 'date-word'))
    return { kind: 'pick', pick: 'earliest', length: 1 };
  return means(token, 'last-slot') && !means(tokens[at + 1], 'week', 'month-unit')
    ? { kind: 'pick', pick: 'latest', length: 1 }
    : null;
}

/** Recognisers, the longest and surest forms first. */
function foundAt(tokens: readonly Token[], at: number, context: ScanContext): Found | null {
  const { asked } = context;
  return (
    namedDayAt(tokens, at, context.namedDays) ??
    durationAt(tokens, at) ??
    numericDateAt(tokens, at, asked) ??
    weekdayAt(tokens, at) ??
    relativeDayAt(tokens, at) ??
    calendarDateAt(tokens, at, asked) ??
    monthSpanAt(tokens, at) ??
    clockPairAt(tokens, at, asked) ??
    countAt(tokens, at, asked, context.courts) ??
    boundedClockAt(tokens, at, asked) ??
    thisPartAt(tokens, at) ??
    partAt(tokens, at) ??
    markAt(tokens, at) ??
    bareNumberAt(tokens, at, asked)
  );
}

/** Everything in the message that says a day, a time, a length or a number, in order, none overlapping. */
export function scan(tokens: readonly Token[], context: ScanContext): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < tokens.length;) {
    const found = tokens[at]?.isName ? null : foundAt(tokens, at, context);
    if (!found) {
      at += 1;
      continue;
    }
    mentions.push({ suffix: null, ...found, at });
    const day = senseOf(tokens[at], 'day');
    if (day?.part) mentions.push({ kind: 'part', code: day.part, role: 'in', at, length: 1, suffix: null });
    at += Math.max(1, found.length);
  }
  return mentions;
}
