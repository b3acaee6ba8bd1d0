import type { TimeRange } from '../kernel/time-range';
import { scheduleBook } from './schedule';
import type { Closure, LocalDate, WeeklyHours } from './types';
import { dayNumberOf, zoneDays } from './zone';

/**
 * When one closure closes a resource, in epoch minutes, on the local days `fromDate` … `toDate`; with the late hours of
 * its days that run past midnight. Empty where the closure is another resource's.
 */
export function closedBy(
  closure: Closure,
  of: {
    resourceId: string;
    hours: readonly WeeklyHours[];
    zone: string;
    fromDate: LocalDate;
    toDate: LocalDate;
  },
): TimeRange[] {
  const { resourceId, hours, zone, fromDate, toDate } = of;
  const days = zoneDays(zone);
  const span = { first: dayNumberOf(fromDate), last: dayNumberOf(toDate) };
  const { closures } = scheduleBook({ hours, closures: [closure], days, ...span })(resourceId);
  return closures.map(({ start, end }) => ({ start, end }));
}
