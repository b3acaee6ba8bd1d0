import { means, senseOf, type Token } from '../lex';
import type { Asked } from '../types';
import { numberAt } from './numbers';
import type { Found } from './types';

const relationNear = (tokens: readonly Token[], at: number, length: number): boolean =>
  senseOf(tokens[at + length], 'relation') !== null;

/** Nobody asks for more courts at once, and where there are more, for more than there are. */
const mostCourts = 4;

/** Courts, people, ages, money, court numbers: numbers that are no time. */
export function countAt(tokens: readonly Token[], at: number, asked: Asked, courts: number): Found | null {
  const court = tokens[at];
  if (means(court, 'court') && court?.suffix === null) {
    const skip = means(tokens[at + 1], 'number-word') || tokens[at + 1]?.text === '#' ? 1 : 0;
    const dot = skip && tokens[at + 2]?.text === '.' ? 1 : 0;
    const number = numberAt(tokens, at + 1 + skip + dot);
    const after = tokens[at + 1 + skip + dot + (number?.length ?? 0)];
    const isClock =
      means(after, 'mani', 'am', 'pm', 'mani-neram', 'minute', 'to', 'until', 'people', 'day-unit') ||
      [':', '.', '-', '/'].includes(after?.text ?? '');
    const smallNumber = number && number.value >= 1 && number.value <= 20 && number.suffix === null;
    if (smallNumber && !isClock && !number.ordinal)
      return { kind: 'court-number', value: number.value, length: 1 + skip + dot + number.length };
  }
  const number = numberAt(tokens, at);
  if (!number) return numberedThing(tokens, at);
  const next = tokens[at + number.length];
  const size = number.length + 1;
  if (means(next, 'court')) {
    // "7 ku court" and "9 court" say when; "5 courts" says how many.
    const plural = next?.text.endsWith('s') === true;
    const isHour = number.suffix === 'dative' || (number.value > Math.max(courts, mostCourts) && !plural);
    if (isHour && !number.ordinal) return null;
    return number.ordinal
      ? { kind: 'court-number', value: number.value, length: size }
      : { kind: 'count', value: number.value, of: 'court', length: size };
  }
  if (means(next, 'number-word') && means(tokens[at + size], 'court'))
    return { kind: 'court-number', value: number.value, length: size + 1 };
  if (means(next, 'people') && !number.ordinal)
    return { kind: 'count', value: number.value, of: 'people', length: size };
  if (means(next, 'age') && !number.ordinal) return { kind: 'age', value: number.value, length: size };
  if (asked === 'age' && number.value <= 120)
    return { kind: 'age', value: number.value, length: number.length };
  if (
    means(next, 'times-word', 'money', 'day-unit', 'week', 'month-unit') ||
    (next?.text === '/' && tokens[at + size]?.text === '-')
  )
    return { kind: 'other-number', length: size };
  if (number.value > 2 && relationNear(tokens, at, number.length) && next?.suffix === null)
    return { kind: 'other-number', length: number.length };
  return null;
}

/** Token number 5, ₹500, phone numbers. */
function numberedThing(tokens: readonly Token[], at: number): Found | null {
  const token = tokens[at];
  if (token?.kind === 'digits') return { kind: 'other-number', length: 1 };
  if (!means(token, 'money') && !means(token, 'number-word')) return null;
  const number = numberAt(tokens, at + 1);
  return number ? { kind: 'other-number', length: 1 + number.length } : null;
}
