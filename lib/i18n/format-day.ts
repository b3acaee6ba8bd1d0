import type { Language } from '../kernel/local-text';
import { momentText, type MomentKey } from './moment-text';

const dayMilliseconds = 86_400_000;

const parse = (date: string): Date => new Date(`${date}T00:00:00Z`);

const daysBetween = (from: string, to: string): number =>
  Math.round((parse(to).getTime() - parse(from).getTime()) / dayMilliseconds);

type NameForm = 'weekday' | 'weekdayShort' | 'weekdayNarrow';

/** The name of an ISO weekday (1 Monday … 7 Sunday). */
export const weekdayName = (language: Language, weekday: number, form: NameForm = 'weekday'): string =>
  // The catalogue lists 1 … 7 for each form; other numbers throw there.
  momentText(language, `calendar.${form}.${String(weekday)}` as MomentKey);

const isoWeekday = (date: string): number => parse(date).getUTCDay() || 7;

const dayAndMonth = (language: Language, date: string): string => {
  const at = parse(date);
  return `${String(at.getUTCDate())} ${monthName(language, at.getUTCMonth() + 1)}`;
};

/** The catalogue lists 1 … 12. */
const monthName = (language: Language, month: number): string =>
  momentText(language, `calendar.month.${String(month)}` as MomentKey);

/** "today", "tomorrow" or null for any other day. Both dates are `YYYY-MM-DD` of the business's zone. */
export const relativeDay = (language: Language, date: string, today: string): string | null => {
  const distance = daysBetween(today, date);
  if (distance === 0) return momentText(language, 'calendar.today');
  return distance === 1 ? momentText(language, 'calendar.tomorrow') : null;
};

/** `tomorrow, Saturday, 28 Nov`: weekday and date in words, as the echo of a booking needs them (P26). */
export const formatDay = (language: Language, date: string, today?: string): string => {
  const plain = `${weekdayName(language, isoWeekday(date))}, ${dayAndMonth(language, date)}`;
  const relative = today === undefined ? null : relativeDay(language, date, today);
  return relative === null ? plain : `${relative}, ${plain}`;
};

/** The text with a capital first letter, where the script has capitals: for beginnings of lines and titles. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A day in at most 24 characters, for list rows and buttons: `இன்று · ஞா 22 நவ`, `சனி 28 நவ`. */
export const formatDayTitle = (language: Language, date: string, today: string): string => {
  const relative = relativeDay(language, date, today);
  if (relative === null) return formatDayShort(language, date);
  return `${capitalised(relative)} · ${weekdayName(language, isoWeekday(date), 'weekdayNarrow')} ${dayAndMonth(language, date)}`;
};

/** `Sat 28 Nov`, `சனி 28 நவ`. */
export const formatDayShort = (language: Language, date: string): string =>
  `${weekdayName(language, isoWeekday(date), 'weekdayShort')} ${dayAndMonth(language, date)}`;

/** `Sat 28 Nov`, `ச 28 நவ`: for titles that carry a time as well. */
export const formatDayNarrow = (language: Language, date: string): string =>
  `${weekdayName(language, isoWeekday(date), 'weekdayNarrow')} ${dayAndMonth(language, date)}`;

/** `Nov 2026`, `நவ 2026`: the month a date lies in. */
export const formatMonth = (language: Language, date: string): string =>
  `${monthName(language, parse(date).getUTCMonth() + 1)} ${date.slice(0, 4)}`;

/** `1 Oct 2026`, `1 அக் 2026`: a date that may lie in another year. */
export const formatDate = (language: Language, date: string): string =>
  `${dayAndMonth(language, date)} ${date.slice(0, 4)}`;
