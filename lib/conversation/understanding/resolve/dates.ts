import type { DateSaid } from '../mentions/types';
import type { ReadingProblem } from '../types';
import { dateOfDayNumber, dayNumberOf, weekdayOfDayNumber } from '../../../scheduling/zone';
import { dayNumberFor, daysInMonth, type Present } from './local-date';

/** The days a phrase can mean, soonest first. */
export type Days = {
  days: number[];
  /** Take the first day whose time is still ahead, without asking. */
  firstThatFits?: boolean;
  /** Must be put to the customer even if one day is left. */
  confirm?: boolean;
  problem?: ReadingProblem;
  /** A weekday without further words: only a filter beside another date. */
  weekday?: number;
};

export type DateContext = { present: Present; draftDay: number | null };

const none: Days = { days: [] };
const run = (from: number, length: number): number[] => Array.from({ length }, (_, at) => from + at);

const nextWeekday = (from: number, iso: number): number => from + ((iso - weekdayOfDayNumber(from) + 7) % 7);

/** A week may be counted from Monday or from Sunday; where the two disagree both days are meant. */
function inWeek(today: number, iso: number, ahead: number): number[] {
  const monday = today - (weekdayOfDayNumber(today) - 1) + ahead * 7;
  const sunday = today - (weekdayOfDayNumber(today) % 7) + ahead * 7;
  return [...new Set([monday + iso - 1, sunday + (iso % 7)])].sort((a, b) => a - b);
}

function weekdayDays(
  iso: number,
  which: 'this' | 'next' | 'this-week' | 'next-week' | 'past' | null,
  today: number,
): Days {
  const first = nextWeekday(today, iso);
  const ahead = first === today ? [today, today + 7] : [first];
  switch (which) {
    case 'past':
      return {
        days: [],
        problem: { kind: 'past-date', date: dateOfDayNumber(first === today ? today - 7 : first - 7) },
      };
    case 'next':
      return { days: first === today ? [today + 7, today + 14] : [first, first + 7] };
    case 'next-week':
      return { days: inWeek(today, iso, 1) };
    case 'this-week': {
      const days = inWeek(today, iso, 0).filter((day) => day >= today);
      return days.length > 0
        ? { days: days.slice(0, 1) }
        : { days: [], problem: { kind: 'past-date', date: dateOfDayNumber(first - 7) } };
    }
    case 'this':
      return { days: ahead, firstThatFits: true, weekday: iso };
    case null:
      return { days: ahead, weekday: iso };
  }
}

/** Past by less than this, a date without a year is a slip, not next year's. */
const slipDays = 92;

function calendarDays(said: Extract<DateSaid, { kind: 'calendar' }>, { present }: DateContext): Days {
  const { today, year, month } = present;
  const impossible: Days = { days: [], problem: { kind: 'impossible-date', words: said.words } };
  if (said.day < 1 || said.day > 31) return impossible;
  if (said.month === null && said.monthShift === null) {
    for (let ahead = 0; ahead < 4; ahead += 1) {
      const at = new Date(Date.UTC(year, month - 1 + ahead, 1));
      const [y, m] = [at.getUTCFullYear(), at.getUTCMonth() + 1];
      if (said.day <= daysInMonth(y, m) && dayNumberFor(y, m, said.day) >= today)
        return { days: [dayNumberFor(y, m, said.day)] };
    }
    return impossible;
  }
  const at = new Date(Date.UTC(year, month - 1 + (said.monthShift ?? 0), 1));
  const wantedMonth = said.month ?? at.getUTCMonth() + 1;
  if (wantedMonth < 1 || wantedMonth > 12) return impossible;
  const wantedYear = said.year ?? (said.month === null ? at.getUTCFullYear() : year);
  const yearFixed = said.year !== null || said.month === null;
  // 29 February without a year: the next year that has one.
  const longest = wantedMonth === 2 && !yearFixed ? 29 : daysInMonth(wantedYear, wantedMonth);
  if (said.day > longest) return impossible;
  let day = dayNumberFor(wantedYear, wantedMonth, Math.min(said.day, daysInMonth(wantedYear, wantedMonth)));
  if (day >= today)
    return {
      days: said.day > daysInMonth(wantedYear, wantedMonth) ? [] : [day],
      ...(said.day > daysInMonth(wantedYear, wantedMonth) ? impossible : {}),
    };
  if (yearFixed || today - day < slipDays)
    return { days: [], problem: { kind: 'past-date', date: dateOfDayNumber(day) } };
  if (said.day > daysInMonth(wantedYear + 1, wantedMonth)) return impossible;
  day = dayNumberFor(wantedYear + 1, wantedMonth, said.day);
  return { days: [day] };
}

function monthDays(said: Extract<DateSaid, { kind: 'month' }>, { present }: DateContext): Days {
  const at = new Date(Date.UTC(present.year, present.month - 1 + said.shift, 1));
  const month = said.month ?? at.getUTCMonth() + 1;
  const year =
    said.month === null ? at.getUTCFullYear() : month < present.month ? present.year + 1 : present.year;
  const length = daysInMonth(year, month);
  const start = said.week === null ? (said.end ? length - 6 : 1) : (said.week - 1) * 7 + 1;
  if (start > length) return none;
  const last = said.week === null && !said.end ? length : Math.min(length, start + 6);
  const days = run(dayNumberFor(year, month, start), last - start + 1).filter((day) => day >= present.today);
  return { days: days.slice(0, 7), confirm: true };
}

/** The days that one phrase can mean, counted in the business's zone. */
export function daysFor(said: DateSaid, context: DateContext): Days {
  const { today } = context.present;
  switch (said.kind) {
    case 'offset': {
      const days = [said.days, ...(said.also === undefined ? [] : [said.also])].sort((a, b) => a - b);
      return { days: days.map((ahead) => today + ahead) };
    }
    case 'weekday':
      return weekdayDays(said.iso, said.which, today);
    case 'calendar':
      return calendarDays(said, context);
    case 'week': {
      const monday = today - (weekdayOfDayNumber(today) - 1);
      return {
        days: said.which === 'next' ? run(monday + 7, 7) : run(today, Math.max(1, monday + 7 - today)),
        confirm: true,
      };
    }
    case 'weekend': {
      const saturday = weekdayOfDayNumber(today) === 7 ? today - 1 : nextWeekday(today, 6);
      const from = said.which === 'next' ? saturday + 7 : saturday;
      const days = run(from, 2).filter((day) => day >= today);
      // Said on a Sunday it may be the day itself or the next weekend.
      return { days: days.length === 1 ? [...days, ...run(saturday + 7, 2)] : days, confirm: true };
    }
    case 'month':
      return monthDays(said, context);
    case 'next-day':
      return context.draftDay === null
        ? { days: [today + 1, today + 2], confirm: true }
        : { days: [context.draftDay + 1] };
    case 'past':
      return { days: [], problem: { kind: 'past-date', date: dateOfDayNumber(today - 1) } };
    case 'on':
      return {
        days: said.dates.map(dayNumberOf).filter((day) => day >= today),
        ...(said.sure ? {} : { confirm: true }),
      };
  }
}

/** Two phrases about one day: what both allow. A weekday that disagrees with a date is a conflict. */
export function bothDays(a: Days, b: Days, today: number): Days {
  if (a.problem || b.problem) return a.problem ? a : b;
  const [filter, fixed] = a.weekday !== undefined ? [a, b] : [b, a];
  if (filter.weekday !== undefined) {
    const iso = filter.weekday;
    const days = fixed.days.filter((day) => weekdayOfDayNumber(day) === iso);
    if (days.length > 0) return { days, ...(days.length > 1 && fixed.confirm ? { confirm: true } : {}) };
    const first = fixed.days[0];
    if (first === undefined) return filter;
    const after = nextWeekday(first, iso);
    return conflict([first, after - first <= 3 || after - 7 < today ? after : after - 7]);
  }
  const shared = a.days.filter((day) => b.days.includes(day));
  return shared.length > 0 ? { days: shared } : conflict([...a.days.slice(0, 2), ...b.days.slice(0, 2)]);
}

function conflict(days: number[]): Days {
  const sorted = [...new Set(days)].sort((x, y) => x - y);
  return {
    days: sorted,
    confirm: true,
    problem: { kind: 'date-conflict', dates: sorted.map(dateOfDayNumber) },
  };
}
