import { Temporal } from 'temporal-polyfill';
import { AppError } from '../kernel/app-error';
import type { EpochMinute, TimeRange } from '../kernel/time-range';
import { dateOfDayNumber, dayNumberOf, type DayNumber } from './local-date';
import type { LocalDate } from './types';

const minutesPerDay = 1440;
const msPerMinute = 60_000;
const msPerDay = 86_400_000;

export {
  addDays,
  dateOfDayNumber,
  dayNumberOf,
  weekdayOf,
  weekdayOfDayNumber,
  type DayNumber,
} from './local-date';

/**
 * Which passing of a wall-clock time is meant where the clocks go back and it comes twice.
 * Where they go forward and it never comes, both mean the moment of the jump.
 */
export type Passing = 'first' | 'last';

/** The days of one zone in epoch minutes. Remembers each day it was asked for, so keep one for one calculation. */
export type ZoneDays = {
  /** From local midnight to the next one: 1440 minutes, or less or more where the clocks change. */
  range(day: DayNumber): TimeRange;
  /** The moment of a wall-clock minute. `minute` may pass 1440 and then belongs to a later day. */
  at(day: DayNumber, minute: number, passing?: Passing): EpochMinute;
  /**
   * Where something ends that must not be cut short: as `at`, but where the clocks go back, after the last passing
   * of the time before it.
   */
  lastEnd(day: DayNumber, minute: number): EpochMinute;
  /** The local day on which a moment falls. */
  dayOf(minute: EpochMinute): DayNumber;
  /** The date of a day, `YYYY-MM-DD`. */
  dateOf(day: DayNumber): LocalDate;
};

/**
 * Opens a zone for calculation. The zone library is asked once a day of the span and never per slot:
 * one look-up costs some ten microseconds, the arithmetic after it nothing.
 * Throws `AppError('invalid')` for an unknown zone.
 */
export function zoneDays(zone: string): ZoneDays {
  checkZone(zone);
  const starts = new Map<DayNumber, EpochMinute>();
  const dates = new Map<DayNumber, LocalDate>();
  const startOf = (day: DayNumber): EpochMinute => {
    let start = starts.get(day);
    if (start === undefined) starts.set(day, (start = startOfDay(day, zone)));
    return start;
  };
  const at: ZoneDays['at'] = (day, minute, passing = 'first') => {
    const owner = day + Math.floor(minute / minutesPerDay);
    const rest = minute - (owner - day) * minutesPerDay;
    const start = startOf(owner);
    // Midnight stays the border between two days even where it comes twice.
    if (rest === 0) return start;
    return startOf(owner + 1) - start === minutesPerDay
      ? start + rest
      : wallMinute(owner, rest, zone, passing);
  };
  return {
    range: (day) => ({ start: startOf(day), end: startOf(day + 1) }),
    at,
    lastEnd: (day, minute) => Math.min(at(day, minute, 'last'), at(day, minute - 1, 'last') + 1),
    dayOf(minute) {
      let day = Math.floor(minute / minutesPerDay);
      while (minute < startOf(day)) day -= 1;
      while (minute >= startOf(day + 1)) day += 1;
      return day;
    },
    dateOf(day) {
      let date = dates.get(day);
      if (date === undefined) dates.set(day, (date = dateOfDayNumber(day)));
      return date;
    },
  };
}

/** The local date from midnight to midnight, half-open. Shorter or longer than 24 hours where the clocks change. */
export const localDayRange = (date: LocalDate, zone: string): TimeRange =>
  zoneDays(zone).range(dayNumberOf(date));

/** The date on the wall calendar of the zone at this moment. */
export const localDateOf = (minute: EpochMinute, zone: string): LocalDate =>
  inZone(minute, zone).toPlainDate().toString();

/** What the wall clock of the zone shows at this moment, in minutes since midnight: 0 … 1439. */
export function minuteOfDay(minute: EpochMinute, zone: string): number {
  const local = inZone(minute, zone);
  return local.hour * 60 + local.minute;
}

/**
 * The moment at which the wall clock of the zone shows `wallMinuteOfDay` on that date.
 * Past 1440 it is the next day. A time that comes twice means its first coming; one that the clocks jump over
 * means the moment of the jump.
 */
export const toEpochMinuteOf = (date: LocalDate, wallMinuteOfDay: number, zone: string): EpochMinute =>
  zoneDays(zone).at(dayNumberOf(date), wallMinuteOfDay);

const toMinute = (moment: Temporal.ZonedDateTime): EpochMinute =>
  Math.floor(moment.epochMilliseconds / msPerMinute);

// Built from numbers: reading the date from text would cost as much again as finding its midnight.
function plainDate(day: DayNumber): Temporal.PlainDate {
  const date = new Date(day * msPerDay);
  return new Temporal.PlainDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

const startOfDay = (day: DayNumber, zone: string): EpochMinute =>
  toMinute(plainDate(day).toZonedDateTime(zone));

function inZone(minute: EpochMinute, zone: string): Temporal.ZonedDateTime {
  checkZone(zone);
  return Temporal.Instant.fromEpochMilliseconds(minute * msPerMinute).toZonedDateTimeISO(zone);
}

function wallMinute(day: DayNumber, minute: number, zone: string, passing: Passing): EpochMinute {
  const wall = plainDate(day).toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 });
  const moment = wall.toZonedDateTime(zone, { disambiguation: passing === 'last' ? 'later' : 'compatible' });
  if (moment.toPlainDateTime().equals(wall)) return toMinute(moment);
  // The clocks jump over this time. One nanosecond on, because the search for the jump excludes where it starts.
  const jump = moment.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  return toMinute(jump ?? moment);
}

function checkZone(zone: string): void {
  if (knownZone(zone)) return;
  throw new AppError('invalid', `"${zone}" is not a time zone. Use a name such as Asia/Kolkata.`);
}

function knownZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
