import type { PartCode } from '../lexicon/senses';
import type { ClockSaid } from '../mentions/types';
import type { MinuteOfDay } from '../types';
import { minutesInPart } from './parts';

export type OpenRange = { from: MinuteOfDay; to: MinuteOfDay };

/** Minutes of the day that a clock may mean; 1440 and more: after the midnight that ends the day. */
export type Minutes = { minutes: MinuteOfDay[]; confirm: boolean };

const sure = (minute: MinuteOfDay): Minutes => ({ minutes: [minute], confirm: false });

/** "Before 7" asks for what is open earlier, "after 7" for what is open later. */
function fits(minute: MinuteOfDay, role: 'at' | 'after' | 'before', ranges: readonly OpenRange[]): boolean {
  if (role === 'at') return ranges.some((range) => minute >= range.from && minute < range.to);
  const first = Math.min(...ranges.map((range) => range.from));
  const last = Math.max(...ranges.map((range) => range.to));
  return minute > first && minute < last;
}

/** The usual reading of an hour that no opening time decides: 7 to 11 in the morning, else after noon. */
const usual = (am: MinuteOfDay): MinuteOfDay => (am >= 420 && am < 720 ? am : am + 720);

/**
 * What a clock means: by a.m. or p.m., by the part of the day, else by what is open. Where both halves of the day
 * are open both come back.
 */
export function minutesFor(
  clock: ClockSaid,
  part: PartCode | null,
  ranges: readonly OpenRange[],
  role: 'at' | 'after' | 'before' = 'at',
): Minutes | null {
  const { hour, minute, meridiem } = clock;
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
  if (meridiem === '24' || hour > 12 || hour === 0)
    return hour === 24 || (hour === 0 && minute === 0)
      ? { minutes: [1440], confirm: true }
      : sure(hour * 60 + minute);
  const am = (hour % 12) * 60 + minute;
  if (meridiem === 'am') return hour === 12 ? { minutes: [1440 + am], confirm: true } : sure(am);
  if (meridiem === 'pm') return sure(am + 720);
  if (part) return minutesInPart(part, hour, minute);
  const open = [am, am + 720].filter((candidate) => fits(candidate, role, ranges));
  if (open.length === 0) return sure(usual(am));
  return { minutes: open, confirm: false };
}
