import { AppError } from '../kernel/app-error';
import type { LocalDate } from './types';

const msPerDay = 86_400_000;

/** A calendar date as whole days since 1970-01-01: dates become arithmetic, without a zone. */
export type DayNumber = number;

/**
 * The date as a day number.
 * Throws `AppError('invalid')` for anything that is not a real date written `YYYY-MM-DD`.
 */
export function dayNumberOf(date: LocalDate): DayNumber {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  const day = ms / msPerDay;
  if (Number.isNaN(ms) || dateOfDayNumber(day) !== date) {
    throw new AppError('invalid', `"${date}" is not a date. Write it as YYYY-MM-DD, for example 2026-11-28.`);
  }
  return day;
}

/** The date of a day number, `YYYY-MM-DD`. */
export const dateOfDayNumber = (day: DayNumber): LocalDate =>
  new Date(day * msPerDay).toISOString().slice(0, 10);

/** ISO weekday of a day number: 1 Monday … 7 Sunday. */
export const weekdayOfDayNumber = (day: DayNumber): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** ISO weekday of a date: 1 Monday … 7 Sunday. */
export const weekdayOf = (date: LocalDate): number => weekdayOfDayNumber(dayNumberOf(date));

/** The date `days` later (or earlier, when negative). */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  dateOfDayNumber(dayNumberOf(date) + days);
