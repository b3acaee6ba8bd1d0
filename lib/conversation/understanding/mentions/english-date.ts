import { en } from 'chrono-node';
import type { LocalDate } from '../../../scheduling/types';
import { dateOfDayNumber, dayNumberOf } from '../../../scheduling/zone';
import { type Present } from '../resolve/local-date';

/** Phrases our own recognisers leave to chrono: "a week from tomorrow", "two weeks after monday". */
const cue = /\b(?:fortnight|from|after|before|later|end|eve)\b/iu;

const numbers: Record<string, number> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4 };
const unitDays: Record<string, number> = { day: 1, week: 7, fortnight: 14 };

/** "A week from tomorrow": counted from another day, so no single word of it is the date. */
const counted =
  /\b(a|an|one|two|three|four|\d{1,2}) (day|week|fortnight)s? (?:from|after) (?!now\b|today\b|tomorrow from)([a-z][a-z0-9 ]{1,40})/iu;

/** True for a day counted from another one, which chrono has to read as a whole. */
export const countsFromAnotherDay = (text: string): boolean => counted.test(text.slice(0, longest));

const longest = 200;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/**
 * An English date phrase by chrono-node, day first, counted from the present day; null where it finds no certain
 * day. The reference is the local day written as UTC, so the machine's own zone plays no part.
 */
export function englishDate(text: string, present: Present): LocalDate | null {
  if (!cue.test(text)) return null;
  const distance = counted.exec(text.slice(0, longest));
  const base = distance?.[3] ?? text;
  const instant = new Date(`${dateOfDayNumber(present.today)}T00:00:00Z`);
  const [found] = en.GB.parse(base.slice(0, longest), { instant, timezone: 0 }, { forwardDate: true });
  const start = found?.start;
  if (!start || !(start.isCertain('day') || start.isCertain('weekday'))) return null;
  const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
  if (year === null || month === null || day === null) return null;
  const date = `${String(year)}-${twoDigits(month)}-${twoDigits(day)}`;
  const count = numbers[distance?.[1]?.toLowerCase() ?? ''] ?? Number(distance?.[1] ?? 0);
  const ahead = count * (unitDays[distance?.[2]?.toLowerCase() ?? ''] ?? 0);
  return ahead === 0 ? date : dateOfDayNumber(dayNumberOf(date) + ahead);
}
