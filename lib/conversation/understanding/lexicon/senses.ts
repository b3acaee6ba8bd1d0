import type { Relation } from '../types';
import type { Concept } from './concepts';

/** The parts of the day that people name; several share one `DayPart`. */
export type PartCode =
  | 'pre-dawn'
  | 'early-morning'
  | 'morning'
  | 'forenoon'
  | 'twelve-noon'
  | 'midday'
  | 'afternoon'
  | 'evening'
  | 'evening-en'
  | 'dusk'
  | 'night'
  | 'midnight';

/** What one word (or fixed phrase) can mean. */
export type Sense =
  | { kind: 'number'; value: number }
  /** இருபத்தி, twenty: a ten that may be followed by its units. */
  | { kind: 'tens'; value: number }
  | { kind: 'ordinal'; value: number }
  /** A clock word such as ஏழேமுக்கால், in minutes of a twelve-hour clock. */
  | { kind: 'clock'; minutes: number }
  /** Quarter, half, three quarters of an hour, in minutes. */
  | { kind: 'fraction'; minutes: number }
  | { kind: 'day'; offset: number; part?: PartCode }
  | { kind: 'weekday'; iso: number }
  | { kind: 'month'; month: number }
  /** Tamil solar months; `month`, `day`: about where they begin. */
  | { kind: 'solar-month'; month: number; day: number }
  | { kind: 'part'; code: PartCode }
  | { kind: 'relation'; relation: Relation }
  | { kind: 'concept'; concept: Concept };

/**
 * One meaning with its words, in the order of `languages`: Tamil in both scripts, English, and so on; '' or nothing where
 * there are none. Separated by commas; `*`: any ending.
 */
export type WordRow<Meaning> = readonly [meaning: Meaning, tamil: string, ...others: string[]];
