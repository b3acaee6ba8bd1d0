import type { UnderstandContext } from '../types';
import type { Mention } from './types';

/** Gives a lone number its meaning: what was asked, or the day beside it. Otherwise it stays a number. */
export function settleBareNumbers(
  mentions: readonly Mention[],
  { asked, draftDate }: UnderstandContext,
): Mention[] {
  const anchored = mentions.some((mention) => ['date', 'part', 'weekly', 'daily'].includes(mention.kind));
  const hasClock = mentions.some((mention) => ['time', 'range', 'either'].includes(mention.kind));
  return mentions.map((mention) => {
    if (mention.kind !== 'bare') return mention;
    const { value, at, length, suffix } = mention;
    const isDay =
      asked === 'date' ||
      (value > 12 && mentions.some((other) => other.kind === 'date' && other.date.kind === 'weekday'));
    if (isDay && value >= 1 && value <= 31 && mention.minute === 0) {
      if (!mentions.some((other) => other.kind === 'date' && other.date.kind !== 'weekday')) {
        return {
          kind: 'date',
          date: {
            kind: 'calendar',
            day: value,
            month: null,
            year: null,
            monthShift: null,
            words: String(value),
          },
          at,
          length,
          suffix,
        };
      }
    }
    const timeExpected =
      asked === 'time' || anchored || mention.minute > 0 || (draftDate !== undefined && asked !== 'age');
    const beside = mentions.some((other) => other.kind === 'date' && other.at + other.length === at);
    if (timeExpected && (!hasClock || beside) && asked !== 'name') return mention;
    return { kind: 'other-number', at, length, suffix };
  });
}
