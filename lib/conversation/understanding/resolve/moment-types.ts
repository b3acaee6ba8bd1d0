import type { LocalDate } from '../../../scheduling/types';
import type { DayPart, MinuteOfDay, ReadingOption, ReadingProblem, UnderstandContext } from '../types';
import type { Present } from './local-date';

/** A day and time as far as they were said, ready for a `Reading`. */
export type Moment = {
  date: LocalDate | null;
  time: MinuteOfDay | null;
  after: MinuteOfDay | null;
  before: MinuteOfDay | null;
  part: DayPart | null;
  durationMinutes: number | null;
  problem: ReadingProblem | null;
  ask: boolean;
  options: ReadingOption[];
};

export type MomentContext = {
  present: Present;
  understand: UnderstandContext;
  kind: 'court' | 'consultation' | undefined;
  /** A booking that exists may lie in the past of the day; no `past-time` for it. */
  existing: boolean;
  weekly: boolean;
};
