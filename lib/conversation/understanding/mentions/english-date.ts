import { en } from 'chrono-node';
import type { LocalDate } from '../../../scheduling/types';
import { fromDayNumber, type Present } from '../resolve/local-date';

/** Phrases our own recognisers leave to chrono: "a week from tomorrow", "two weeks after monday". */
const cue = /(?:fortnight|from|after|before|later|end|eve)/iu;

/** Counted from another day, so no single word of it is the date. */
const counted =
  /\b(?:a|an|one|two|three|four|\d{1,2}) (?:weeks?|days?|fortnight) (?:from|after) (?!now\b|today\b)[a-z]/iu;

/** True for "a week from tomorrow": chrono's to read as a whole. */
export const countsFromAnotherDay = (text: string): boolean => counted.test(text.slice(0, longest));

const longest = 200;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/**
 * An English date phrase by chrono-node, day first, counted from the present day; null where it finds no certain
 * day. The reference is the local day written as UTC, so the machine's own zone plays no part.
 */
export function englishDate(text: string, present: Present): LocalDate | null {
  if (!cue.test(text)) return null;
  const instant = new Date(`${fromDayNumber(present.today)}T00:00:00Z`);
  const [found] = en.GB.parse(text.slice(0, longest), { instant, timezone: 0 }, { forwardDate: true });
  const start = found?.start;
  if (!start || !(start.isCertain('day') || start.isCertain('weekday'))) return null;
  const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
  if (year === null || month === null || day === null) return null;
  return `${String(year)}-${twoDigits(month)}-${twoDigits(day)}`;
}
