import { fromEpochMinute, toEpochMinute } from '../../kernel/time-range';
import { addDays, localDateOf, localDayRange } from '../../scheduling/zone';

/** The month, `YYYY-MM`, that an instant falls in. */
export const monthOf = (now: Date, zone: string): string => localDateOf(toEpochMinute(now), zone).slice(0, 7);

/** A month as instants, half-open. */
export function spanOfMonth(month: string, zone: string): { from: Date; to: Date; zone: string } {
  const first = `${month}-01`;
  const next = `${addDays(first, 31).slice(0, 7)}-01`;
  const begin = (date: string): Date => fromEpochMinute(localDayRange(date, zone).start);
  return { from: begin(first), to: begin(next), zone };
}
