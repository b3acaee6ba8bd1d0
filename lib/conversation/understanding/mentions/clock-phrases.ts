import { means, type Token } from '../lex';
import type { Asked } from '../types';
import { asTime, clockAt, type ClockAt } from './clock';
import { numberAt } from './numbers';
import type { Found } from './types';

const isRangeMark = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return (
    token?.text === '-' ||
    token?.text === '~' ||
    means(token, 'to', 'until', 'from') ||
    token?.text === 'முதல்' ||
    token?.text === 'mudhal' ||
    token?.text === 'muthal' ||
    token?.text === 'mudal'
  );
};

const isOrMark = (token: Token | undefined): boolean =>
  means(token, 'or') || ['illa', 'இல்ல', 'illai', 'இல்லை', '/'].includes(token?.text ?? '');

const countsOther = (token: Token | undefined): boolean =>
  means(
    token,
    'court',
    'people',
    'minute',
    'mani-neram',
    'times-word',
    'money',
    'age',
    'week',
    'month-unit',
    'day-unit',
    'slot',
    'booking',
  ) && token?.glued !== undefined;

/** Two clocks make a range: the second's half of the day speaks for the first. */
function rangeOf(first: ClockAt, second: ClockAt, length: number, window: boolean): Found {
  return { kind: 'range', start: first.clock, end: second.clock, length, window };
}

/** A to B, A-B, A முதல் B வரை, between A and B; A or B. */
export function clockPairAt(tokens: readonly Token[], at: number, asked: Asked): Found | null {
  const between = means(tokens[at], 'between');
  const lead = between || means(tokens[at], 'from') || boundBefore(tokens[at]) === 'at' ? 1 : 0;
  const first = clockAt(tokens, at + lead, asked);
  if (!first) return null;
  let next = at + lead + first.length;
  const or = !between && isOrMark(tokens[next]);
  const and = between && means(tokens[next], 'and');
  const marked = isRangeMark(tokens, next);
  if (!or && !and && !marked && !first.ablative) return null;
  if (or || and || marked) next += 1;
  if (means(tokens[next], 'from') && !or) next += 1;
  const second = clockAt(tokens, next, asked);
  if (!second) return null;
  let end = next + second.length;
  const tail = means(tokens[end], 'until', 'within') ? 1 : 0;
  end += tail;
  if (countsOther(tokens[end]) && (!means(tokens[end], 'court') || tokens[end]?.text === 'courts'))
    return null;
  if (or) return orOf(tokens, at, first, second, end, asked);
  const inBetween = between || means(tokens[end], 'between');
  if (means(tokens[end], 'between')) end += 1;
  return rangeOf(first, second, end - at, inBetween);
}

function orOf(
  tokens: readonly Token[],
  at: number,
  first: ClockAt,
  second: ClockAt,
  end: number,
  asked: Asked,
): Found | null {
  const slash = tokens[at + first.length]?.text === '/';
  if (slash && asked === 'time' && second.clock.hour > first.clock.hour)
    return rangeOf(first, second, end - at, false);
  if (slash && !first.sure && !second.sure) return null;
  const shared = first.clock.meridiem ? first.clock : { ...first.clock, meridiem: second.clock.meridiem };
  return { kind: 'either', clocks: [shared, second.clock], length: end - at };
}

function boundBefore(token: Token | undefined): 'after' | 'before' | 'at' | null {
  if (!token || token.language !== 'en') return null;
  if (means(token, 'after')) return 'after';
  if (means(token, 'before', 'until', 'within')) return 'before';
  return means(token, 'at', 'around') ? 'at' : null;
}

/** One clock with what bounds it: after 5, 6க்கு மேல, by 7, around 6. */
export function boundedClockAt(tokens: readonly Token[], at: number, asked: Asked): Found | null {
  const lead = boundBefore(tokens[at]);
  const start = lead ? at + 1 : at;
  const skip = lead && means(tokens[start], 'around', 'at') ? 1 : 0;
  const clock = clockAt(tokens, start + skip, asked);
  if (!clock) return null;
  const end = start + skip + clock.length;
  if (countsOther(tokens[end]) && !clock.sure) return null;
  const extra = (lead ? 1 : 0) + skip;
  const tail = tokens[end];
  if (lead === 'after' || lead === 'before') return asTime(clock, lead, extra);
  const spelt = tail?.text === '+' && tail.glued;
  if (means(tail, 'after') || spelt) return asTime(clock, 'after', extra + 1);
  if (means(tail, 'from') && means(tokens[end + 1], 'after')) return asTime(clock, 'after', extra + 2);
  if (means(tail, 'within', 'until') || (means(tail, 'before') && (clock.sure || tail?.language !== 'en')))
    return asTime(clock, 'before', extra + 1);
  if (/(குள்ள|kulla|குள்)$/u.test(tokens[end - 1]?.text ?? '')) return asTime(clock, 'before', extra);
  if (lead === 'at' || clock.sure) return asTime(clock, 'at', extra);
  return means(tail, 'around') ? asTime(clock, 'at', extra + 1) : null;
}

/** A number alone; what was asked, or a day beside it, decides later. */
export function bareNumberAt(tokens: readonly Token[], at: number, asked: Asked): Found | null {
  const clock = clockAt(tokens, at, asked);
  const number = numberAt(tokens, at);
  const isArticle = ['a', 'an', 'oru', 'ஒரு'].includes(tokens[at]?.text ?? '');
  if (!number || isArticle) return number ? { kind: 'other-number', length: number.length } : null;
  if (
    !clock ||
    clock.clock.hour !== number.value ||
    number.ordinal ||
    number.digits?.startsWith('0') === true
  ) {
    return Number.isInteger(number.value) && number.value <= 31 && !number.ordinal
      ? { kind: 'bare', value: number.value, minute: 0, length: number.length, suffix: number.suffix }
      : { kind: 'other-number', length: number.length };
  }
  return {
    kind: 'bare',
    value: clock.clock.hour,
    minute: clock.clock.minute,
    length: clock.length,
    suffix: number.suffix,
  };
}
