import type { LocalDate } from '../../scheduling/types';
import { festivals } from './lexicon/festivals';
import { dateOfDayNumber, dayNumberOf } from '../../scheduling/zone';
import { type Present } from './resolve/local-date';
import { tokenise } from './text/tokenise';
import type { Vocabulary } from './types';

const wordsOf = (phrase: string): string =>
  tokenise(phrase)
    .map((token) => token.text)
    .join(' ');

const festivalPhrases = festivals.map(({ words, monthDays }) => ({
  phrases: words.split(',').map(wordsOf),
  monthDays,
}));

const madeFor = new WeakMap<Vocabulary, { today: number; days: Map<string, LocalDate[]> }>();

/** Festival words with the dates they may mean from today on; the business's own table decides where it knows. */
export function namedDays(vocabulary: Vocabulary, present: Present): ReadonlyMap<string, LocalDate[]> {
  const before = madeFor.get(vocabulary);
  if (before?.today === present.today) return before.days;
  const days = computed(vocabulary, present);
  madeFor.set(vocabulary, { today: present.today, days });
  return days;
}

function computed(vocabulary: Vocabulary, present: Present): Map<string, LocalDate[]> {
  const found = new Map<string, LocalDate[]>();
  for (const { phrases, monthDays } of festivalPhrases) {
    const known = vocabulary.namedDays
      .filter((day) => day.words.some((word) => phrases.includes(wordsOf(word))))
      .map((day) => day.date);
    const dates =
      known.length > 0
        ? known
        : monthDays.flatMap((monthDay) => [`${present.year}-${monthDay}`, `${present.year + 1}-${monthDay}`]);
    const ahead = dates
      .map(dayNumberOf)
      .filter((day) => day >= present.today)
      .sort((a, b) => a - b);
    const nearest = ahead.slice(0, Math.max(1, known.length > 0 ? 1 : monthDays.length)).map(dateOfDayNumber);
    for (const phrase of phrases) found.set(phrase, nearest);
  }
  for (const { words, date } of vocabulary.namedDays) {
    for (const word of words) {
      const phrase = wordsOf(word);
      if (!found.has(phrase) && phrase !== '' && dayNumberOf(date) >= present.today)
        found.set(phrase, [date]);
    }
  }
  return found;
}
