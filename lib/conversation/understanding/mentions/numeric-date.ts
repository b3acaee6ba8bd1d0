import { means, senseOf, type Token } from '../lex';
import type { Asked } from '../types';
import type { Found } from './types';

const part = (token: Token | undefined): number | null =>
  token?.kind === 'digits' && token.text.length <= 4 ? Number(token.text) : null;

const fullYear = (year: number | null): number | null =>
  year === null ? null : year < 100 ? 2000 + year : year;

function calendar(
  day: number,
  month: number,
  year: number | null,
  length: number,
  words: string,
  suffix: Token['suffix'],
): Found {
  return {
    kind: 'date',
    date: { kind: 'calendar', day, month, year: fullYear(year), monthShift: null, words },
    length,
    suffix,
  };
}

const wordsOf = (tokens: readonly Token[]): string => tokens.map((token) => token.raw).join('');

/** Beside a clock word or a part of the day, "5.12" is a time. */
function isClockContext(tokens: readonly Token[], at: number, end: number): boolean {
  const near = [tokens[at - 1], tokens[end], tokens[end + 1]];
  return (
    means(tokens[end], 'mani', 'am', 'pm') ||
    means(tokens[at - 1], 'at', 'after', 'before', 'around') ||
    near.some((token) => senseOf(token, 'part') !== null)
  );
}

function twoPart(tokens: readonly Token[], at: number, asked: Asked): Found | null {
  const [a, mark, b] = tokens.slice(at, at + 3);
  const day = part(a);
  const month = part(b);
  if (!a || !b || day === null || month === null || day === 0 || month === 0) return null;
  const made = calendar(day, month, null, 3, wordsOf(tokens.slice(at, at + 3)), b.suffix);
  if (day > 31 || month > 31 || (a.text === '24' && b.text === '7')) return null;
  if (mark?.text === '/') {
    if (asked === 'time' && month <= 12 && day <= 12) return null;
    return means(tokens[at + 3], 'mani', 'am', 'pm') ? null : made;
  }
  if (month > 12) return null;
  if (mark?.text === '.') return asked === 'time' || isClockContext(tokens, at, at + 3) ? null : made;
  // 6-8 is a stretch of time; 25-12 and 5-12 are dates.
  const asHours = month > day && month - day <= 4;
  if (day > 12 || asked === 'date') return made;
  return asHours ||
    isClockContext(tokens, at, at + 3) ||
    (month <= day && !b.text.startsWith('0')) ||
    asked === 'time'
    ? null
    : made;
}

/** A date in figures, day first: 5/12, 05-12-2026, 5.12.26, and 2026-12-05. */
export function numericDateAt(tokens: readonly Token[], at: number, asked: Asked): Found | null {
  const [a, mark, b, again, c] = tokens.slice(at, at + 5);
  if (a?.kind !== 'digits' || !mark || !['/', '-', '.'].includes(mark.text) || b?.kind !== 'digits')
    return null;
  if (mark.glued !== b.glued && mark.text !== '/') return null;
  const [first, second, third] = [part(a), part(b), part(c)];
  if (again?.text === mark.text && first !== null && second !== null && third !== null) {
    const words = wordsOf(tokens.slice(at, at + 5));
    const suffix = c?.suffix ?? null;
    if (a.text.length === 4) return calendar(third, second, first, 5, words, suffix);
    if (c && [2, 4].includes(c.text.length)) return calendar(first, second, third, 5, words, suffix);
  }
  return twoPart(tokens, at, asked);
}
