import type { PartCode } from '../lexicon/senses';
import type { ClockSaid, Mention } from '../mentions/types';
import type { MinuteOfDay, UnderstandContext } from '../types';
import { dateOfDayNumber, dayNumberOf } from '../../../scheduling/zone';
import type { MomentContext } from './moment-types';
import { minutesFor, type OpenRange } from './times';

/** Opening ranges that decide a bare hour; without a day, those of the coming week together. */
function rangesOn(day: number | null, context: MomentContext): OpenRange[] {
  const { vocabulary, draftDate } = context.understand;
  const on = (each: number): OpenRange[] => vocabulary.openOn(dateOfDayNumber(each), context.kind);
  const today = context.present.today;
  const week = (): OpenRange[] => [0, 1, 2, 3, 4, 5, 6].flatMap((ahead) => on(today + ahead));
  const chosen = day ?? (draftDate === undefined ? null : dayNumberOf(draftDate));
  if (chosen === null) return week();
  const ranges = on(chosen);
  return ranges.length > 0 ? ranges : week();
}

/** The clocks of one moment: one, several to choose from, or a stretch with its end. */
export type Clocks = {
  clocks: ClockSaid[];
  end: ClockSaid | null;
  role: 'at' | 'after' | 'before';
  window: boolean;
};

/** The first clock said; a bare number counts where a time is expected. */
export function clocksOf(mentions: readonly Mention[], asked: UnderstandContext['asked']): Clocks | null {
  for (const mention of mentions) {
    if (mention.kind === 'time')
      return { clocks: [mention.clock], end: null, role: mention.role, window: false };
    if (mention.kind === 'range')
      return { clocks: [mention.start], end: mention.end, role: 'at', window: mention.window };
    if (mention.kind === 'either') return { clocks: mention.clocks, end: null, role: 'at', window: false };
    if (mention.kind === 'bare' && mention.value <= 24 && (mention.value <= 12 || asked === 'time')) {
      const meridiem = mention.value > 12 || mention.value === 0 ? '24' : null;
      return {
        clocks: [{ hour: mention.value, minute: mention.minute, meridiem }],
        end: null,
        role: 'at',
        window: false,
      };
    }
  }
  return null;
}

const endMeridiem = (start: ClockSaid, end: ClockSaid): ClockSaid['meridiem'] => {
  if (start.meridiem !== null || end.meridiem === null || end.meridiem === '24') return start.meridiem;
  // 11-1pm begins before noon; 6-7pm in the evening.
  const wraps = start.hour % 12 > end.hour % 12;
  return wraps ? (end.meridiem === 'pm' ? 'am' : 'pm') : end.meridiem;
};

/** Minutes from a start to the end said: the next time that clock comes round. */
function lengthTo(start: MinuteOfDay, end: ClockSaid): number {
  const fixed =
    end.meridiem === 'pm' ? (end.hour % 12) * 60 + 720 : end.meridiem === 'am' ? (end.hour % 12) * 60 : null;
  const exact =
    end.meridiem === '24' ? end.hour * 60 + end.minute : fixed === null ? null : fixed + end.minute;
  if (exact !== null) return (exact - start + 1440) % 1440;
  const said = (end.hour % 12) * 60 + end.minute;
  return (((said - (start % 720)) % 720) + 720) % 720;
}

/** Longer than this, "4 to 9" is when the customer has time, not how long they want. */
export const longestStay = 180;

/** One way to read day and clock; `minute` from 1440 on lies after the midnight that ends the day. */
export type Candidate = { day: number | null; minute: MinuteOfDay; length: number | null };

/** Every way to read the clocks on each of the days. */
export function candidatesOf(
  clocks: Clocks,
  part: PartCode | null,
  days: readonly (number | null)[],
  context: MomentContext,
): { list: Candidate[]; confirm: boolean } {
  const list: Candidate[] = [];
  let confirm = clocks.clocks.length > 1;
  for (const day of days) {
    for (const said of clocks.clocks) {
      const clock = clocks.end ? { ...said, meridiem: endMeridiem(said, clocks.end) } : said;
      const found = minutesFor(clock, part, rangesOn(day, context), clocks.role);
      if (!found) continue;
      confirm ||= found.confirm;
      for (const minute of found.minutes)
        list.push({ day, minute, length: clocks.end ? lengthTo(minute, clocks.end) : null });
    }
  }
  return { list, confirm };
}
