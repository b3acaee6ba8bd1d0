import type { LocalDate } from '../../../scheduling/types';
import type { PartCode } from '../lexicon/senses';
import type { Suffix } from '../lexicon/suffixes';

/** A time of day as said: `hour` on a twelve-hour clock unless `meridiem` says more. */
export type ClockSaid = { hour: number; minute: number; meridiem: 'am' | 'pm' | '24' | null };

/** Which of several weekdays of one name. */
export type Which = 'this' | 'next' | 'this-week' | 'next-week' | 'past' | null;

export type DateSaid =
  /** Days from today; `also` where the idiom may mean another number (எட்டு நாள்: a week). */
  | { kind: 'offset'; days: number; also?: number }
  | { kind: 'weekday'; iso: number; which: Which }
  | {
      kind: 'calendar';
      day: number;
      month: number | null;
      year: number | null;
      monthShift: number | null;
      words: string;
    }
  | { kind: 'week'; which: 'this' | 'next' }
  | { kind: 'weekend'; which: 'this' | 'next' }
  | { kind: 'month'; month: number | null; shift: number; week: number | null; end: boolean }
  | { kind: 'next-day' }
  | { kind: 'past' }
  | { kind: 'on'; dates: LocalDate[]; sure: boolean };

export type Mention = { at: number; length: number; suffix: Suffix | null } & (
  | { kind: 'date'; date: DateSaid }
  | { kind: 'time'; clock: ClockSaid; role: 'at' | 'after' | 'before' }
  | { kind: 'range'; start: ClockSaid; end: ClockSaid; window: boolean }
  | { kind: 'either'; clocks: ClockSaid[] }
  | { kind: 'part'; code: PartCode; role: 'in' | 'after' | 'before' }
  | { kind: 'duration'; minutes: number }
  | { kind: 'in'; minutes: number }
  /** A number with nothing beside it to say what it counts. */
  | { kind: 'bare'; value: number; minute: number }
  | { kind: 'count'; value: number; of: 'court' | 'people' }
  | { kind: 'court-number'; value: number }
  | { kind: 'age'; value: number }
  | { kind: 'other-number' }
  | { kind: 'now' }
  | { kind: 'pick'; pick: 'earliest' | 'latest' }
  | { kind: 'weekly' }
  | { kind: 'daily' }
);

/** What a recogniser found at a place, before the place is written into it. */
export type Found = Mention extends infer Each
  ? Each extends { at: number }
    ? Omit<Each, 'at' | 'suffix'> & { suffix?: Suffix | null }
    : never
  : never;
