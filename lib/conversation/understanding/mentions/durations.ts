import { means, senseOf, type Token } from '../lex';
import { decimalAt, numberAt } from './numbers';
import type { Found } from './types';

type Amount = { value: number; length: number };

const isA = (token: Token | undefined): boolean =>
  ['a', 'an', 'the', 'ஒரு', 'oru'].includes(token?.text ?? '');

/** Hours: 2, 1.5, ரெண்டரை, half an, one and a half. */
function hoursAt(tokens: readonly Token[], at: number): Amount | null {
  const clock = senseOf(tokens[at], 'clock');
  if (clock) return { value: clock.minutes / 60, length: 1 };
  const fraction = senseOf(tokens[at], 'fraction');
  if (fraction) return { value: fraction.minutes / 60, length: isA(tokens[at + 1]) ? 2 : 1 };
  const number = decimalAt(tokens, at) ?? numberAt(tokens, at);
  if (!number || number.ordinal) return null;
  let length = number.length;
  let value = number.value;
  const and = means(tokens[at + length], 'and') ? 1 : 0;
  const a = isA(tokens[at + length + and]) ? 1 : 0;
  const rest = senseOf(tokens[at + length + and + a], 'fraction');
  if (rest) {
    value += rest.minutes / 60;
    length += and + a + 1;
  }
  return { value, length };
}

function fromNow(tokens: readonly Token[], at: number, end: number): number | null {
  if (means(tokens[end], 'kazhichu')) return 1;
  const before = tokens[at - 1];
  if (means(before, 'in', 'after') && before?.language === 'en') return 0;
  // "2 mani neram apram", but not "after" of a range that starts afresh.
  return means(tokens[end], 'after') && tokens[end]?.language !== 'en' ? 1 : null;
}

/** A length of time (2 மணி நேரம், 90 min, half an hour), or so long from now. */
export function durationAt(tokens: readonly Token[], at: number): Found | null {
  if (means(tokens[at], 'mani-neram') && senseOf(tokens[at - 1], 'number') === null && isA(tokens[at]))
    return null;
  const hours = hoursAt(tokens, at);
  if (!hours) return null;
  const unitAt = at + hours.length;
  const unit = tokens[unitAt];
  if (means(unit, 'in-hours'))
    return { kind: 'in', minutes: Math.round(hours.value * 60), length: hours.length + 1 };
  if (means(unit, 'in-minutes'))
    return { kind: 'in', minutes: Math.round(hours.value), length: hours.length + 1 };
  if (means(unit, 'mani-neram')) return finished(tokens, at, unitAt + 1, Math.round(hours.value * 60));
  if (means(unit, 'minute')) return finished(tokens, at, unitAt + 1, Math.round(hours.value));
  // அரை மணி without an hour is a length; கால் before anything else is a leg.
  const isHalf =
    senseOf(tokens[at], 'fraction') !== null &&
    means(unit, 'mani') &&
    senseOf(tokens[at - 1], 'number') === null;
  if (isHalf && unit?.suffix === null && !/(கு|ku)/u.test(unit.text))
    return finished(tokens, at, unitAt + 1, hours.value * 60);
  return null;
}

function finished(tokens: readonly Token[], at: number, end: number, minutes: number): Found | null {
  if (minutes <= 0 || minutes > 24 * 60) return null;
  // "1 hour 30 minutes"
  const and = means(tokens[end], 'and') ? 1 : 0;
  const more = numberAt(tokens, end + and);
  if (more && minutes % 60 === 0 && means(tokens[end + and + more.length], 'minute')) {
    return finished(tokens, at, end + and + more.length + 1, minutes + more.value);
  }
  const half = senseOf(tokens[end + and + (isA(tokens[end + and]) ? 1 : 0)], 'fraction');
  if (and === 1 && half)
    return finished(tokens, at, end + and + (isA(tokens[end + and]) ? 2 : 1), minutes + half.minutes);
  const later = fromNow(tokens, at, end);
  const within = tokens[end - 1]?.suffix === 'locative';
  if (later !== null || within) return { kind: 'in', minutes, length: end - at + (later ?? 0) };
  return { kind: 'duration', minutes, length: end - at };
}
