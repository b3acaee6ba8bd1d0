import { means, senseOf, type Token } from '../lex';
import type { Asked } from '../types';
import { numberAt } from './numbers';
import type { DateSaid, Found } from './types';

type Step = { month: number | null; shift: number | null; length: number };

/** A month: December, டிசம்பர் மாசம், next month. */
function monthAt(tokens: readonly Token[], at: number): Step | null {
  const month = senseOf(tokens[at], 'month');
  if (month) return { month: month.month, shift: null, length: means(tokens[at + 1], 'month-unit') ? 2 : 1 };
  if (!means(tokens[at + 1], 'month-unit')) return null;
  if (means(tokens[at], 'next')) return { month: null, shift: 1, length: 2 };
  return means(tokens[at], 'this') ? { month: null, shift: isComing(tokens[at]) ? 1 : 0, length: 2 } : null;
}

/** வர்ற மாசம் is the next one, இந்த மாசம் the present one. */
const isComing = (token: Token | undefined): boolean =>
  !['this', 'இந்த', 'indha', 'intha', 'inda'].includes(token?.text ?? '');

function yearAt(tokens: readonly Token[], at: number): { year: number | null; length: number } {
  const comma = tokens[at]?.text === ',' ? 1 : 0;
  const token = tokens[at + comma];
  const year = token?.kind === 'digits' && /^20\d\d$/u.test(token.text) ? Number(token.text) : null;
  return year === null ? { year, length: 0 } : { year, length: comma + 1 };
}

const wordsOf = (tokens: readonly Token[], at: number, length: number): string =>
  tokens
    .slice(at, at + length)
    .map((token) => token.raw)
    .join(' ');

function made(
  tokens: readonly Token[],
  at: number,
  length: number,
  day: number,
  month: Step,
  suffix: Token['suffix'],
): Found {
  const year = yearAt(tokens, at + length);
  const full = length + year.length;
  const date: DateSaid = {
    kind: 'calendar',
    day,
    month: month.month,
    year: year.year,
    monthShift: month.shift,
    words: wordsOf(tokens, at, full),
  };
  return { kind: 'date', date, length: full, suffix };
}

/** டிசம்பர் 5, dec 5th, அடுத்த மாசம் 5ஆம் தேதி. */
function monthThenDay(tokens: readonly Token[], at: number): Found | null {
  const month = monthAt(tokens, at);
  if (!month) return null;
  const comma = tokens[at + month.length]?.text === ',' || tokens[at + month.length]?.text === '.' ? 1 : 0;
  const the = means(tokens[at + month.length + comma], 'vocative', 'on-day') ? 1 : 0;
  const dayAt = at + month.length + comma + the;
  const number = numberAt(tokens, dayAt);
  if (!number || number.value < 1 || number.value > 99 || !Number.isInteger(number.value)) return null;
  if (means(tokens[dayAt + number.length], 'week')) return null;
  // "next month 6 mani" names an hour, not a day; so does "dec 6pm".
  if (means(tokens[dayAt + number.length], 'mani', 'am', 'pm') && !number.ordinal) return null;
  if (tokens[dayAt + 1]?.text === ':' && tokens[dayAt + 1]?.glued) return null;
  const word = means(tokens[dayAt + number.length], 'date-word') ? 1 : 0;
  const suffix = tokens[dayAt + number.length + word - 1]?.suffix ?? number.suffix;
  return made(tokens, at, dayAt - at + number.length + word, number.value, month, suffix);
}

/** 5 dec, 5th of december, 5ஆம் தேதி டிசம்பர், 15ஆம் தேதி, 15th. */
function dayThenMonth(tokens: readonly Token[], at: number, asked: Asked): Found | null {
  const dateFirst = means(tokens[at], 'date-word') ? 1 : 0;
  const number = numberAt(tokens, at + dateFirst);
  if (!number || !Number.isInteger(number.value) || number.value < 1) return null;
  const word = means(tokens[at + dateFirst + number.length], 'date-word') ? 1 : 0;
  const end = at + dateFirst + number.length + word;
  const of = tokens[end]?.text === 'of' ? 1 : 0;
  const month = number.value <= 99 ? monthAt(tokens, end + of) : null;
  if (month)
    return made(
      tokens,
      at,
      end + of + month.length - at,
      number.value,
      month,
      tokens[end + of + month.length - 1]?.suffix ?? null,
    );
  if (number.value > 31 && !(word === 1 && number.value <= 99)) return null;
  const counts = means(
    tokens[end],
    'court',
    'week',
    'appointment',
    'slot',
    'people',
    'times-word',
    'review',
    'month-unit',
    'booking',
    'doctor',
  );
  // "2nd appointment" counts; "25th appointment" is a day.
  const ordered = counts && (number.value <= 3 || !means(tokens[end], 'appointment', 'booking', 'slot'));
  const ordinalAlone =
    number.ordinal && !ordered && number.length + word > 0 && !isPlainOrdinalWord(tokens[at]);
  const datived = number.suffix === 'dative' && number.value > 12 && asked !== 'time';
  if (!word && !dateFirst && !ordinalAlone && !datived) return null;
  const none = { month: null, shift: null, length: 0 };
  return made(tokens, at, end - at, number.value, none, tokens[end - 1]?.suffix ?? number.suffix);
}

/** "first", "second": order, not a date, when they stand alone. */
const isPlainOrdinalWord = (token: Token | undefined): boolean =>
  token?.language === 'en' && senseOf(token, 'ordinal') !== null;

/** A day of a named or bare month. */
export const calendarDateAt = (tokens: readonly Token[], at: number, asked: Asked): Found | null =>
  monthThenDay(tokens, at) ?? dayThenMonth(tokens, at, asked);

/** A whole month, the week of a month, or its end: december la, 1st week december, மாசக் கடைசி. */
export function monthSpanAt(tokens: readonly Token[], at: number): Found | null {
  if (means(tokens[at], 'end-of')) {
    const month = monthAt(tokens, at + 1);
    return span(
      { month: month?.month ?? null, shift: month?.shift ?? 0, week: null, end: true },
      1 + (month?.length ?? 0),
    );
  }
  const order = weekOrder(tokens, at);
  if (order) {
    const of = tokens[at + order.length]?.text === 'of' ? 1 : 0;
    const month = monthAt(tokens, at + order.length + of);
    return month
      ? span(
          { month: month.month, shift: month.shift ?? 0, week: order.week, end: false },
          order.length + of + month.length,
        )
      : null;
  }
  const month = monthAt(tokens, at);
  if (!month) return null;
  const inner = weekOrder(tokens, at + month.length);
  if (inner)
    return span(
      { month: month.month, shift: month.shift ?? 0, week: inner.week, end: false },
      month.length + inner.length,
    );
  const end = means(tokens[at + month.length], 'end-of', 'last-slot') ? 1 : 0;
  // "mar" and "may" alone are too easily something else.
  if (
    month.month !== null &&
    ['may', 'mar', 'மே', 'மார்', 'ஆக', 'march'].includes(tokens[at]?.text ?? '') &&
    tokens[at]?.suffix === null
  )
    return null;
  return span(
    { month: month.month, shift: month.shift ?? 0, week: null, end: end === 1 },
    month.length + end,
  );
}

const span = (
  month: { month: number | null; shift: number; week: number | null; end: boolean },
  length: number,
): Found => ({
  kind: 'date',
  date: { kind: 'month', ...month },
  length,
});

function weekOrder(tokens: readonly Token[], at: number): { week: number; length: number } | null {
  if (['mid', 'middle'].includes(tokens[at]?.text ?? '')) return { week: 2, length: 1 };
  const number = numberAt(tokens, at);
  const first = means(tokens[at], 'first') && tokens[at]?.language !== 'en';
  const week = number?.ordinal ? number.value : first ? 1 : null;
  const length = number?.ordinal ? number.length : 1;
  if (week === null || week > 5) return means(tokens[at], 'start-of') ? { week: 1, length: 1 } : null;
  return means(tokens[at + length], 'week') ? { week, length: length + 1 } : null;
}
