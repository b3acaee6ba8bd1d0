import type { TimeRange } from '../kernel/time-range';
import { openRanges } from '../scheduling/open-ranges';
import type { Closure, LocalDate, WeeklyHours } from '../scheduling/types';
import { addDays, localDayRange, minuteOfDay, weekdayOf } from '../scheduling/zone';

export type OpenMinutesInput = {
  zone: string;
  hours: readonly WeeklyHours[];
  closures: readonly Closure[];
  resources: readonly { id: string; capacity: number }[];
  fromDate: LocalDate;
  /** Inclusive. */
  toDate: LocalDate;
};

export type OpenMinutes = {
  total: number;
  byResource: Map<string, number>;
  /** By `<ISO weekday>:<hour>` of the local day. */
  byHour: Map<string, number>;
};

/** How many minutes could be booked, breaks and closures taken out, each unit of a resource counted. */
export function openMinutes(input: OpenMinutesInput): OpenMinutes {
  const found: OpenMinutes = { total: 0, byResource: new Map(), byHour: new Map() };
  for (const { id, capacity } of input.resources) {
    const ranges = openRanges({ ...input, resourceId: id });
    let own = 0;
    for (const [weekday, hour, minutes] of hoursOf(input, ranges)) {
      const counted = minutes * capacity;
      own += counted;
      const key = `${weekday}:${hour}`;
      found.byHour.set(key, (found.byHour.get(key) ?? 0) + counted);
    }
    found.byResource.set(id, own);
    found.total += own;
  }
  return found;
}

/** The ranges cut at every full hour of the local clock: weekday, hour, minutes. */
function* hoursOf(
  input: OpenMinutesInput,
  ranges: readonly TimeRange[],
): Generator<[number, number, number]> {
  let next = 0;
  for (let date = input.fromDate; date <= input.toDate; date = addDays(date, 1)) {
    const day = localDayRange(date, input.zone);
    const weekday = weekdayOf(date);
    // On all other days the hour follows from the distance to midnight, which is much quicker to reckon.
    const clocksChange = day.end - day.start !== 1440;
    while ((ranges[next]?.end ?? Infinity) <= day.start) next += 1;
    for (let place = next; (ranges[place]?.start ?? Infinity) < day.end; place += 1) {
      const range = ranges[place];
      if (!range) break;
      const end = Math.min(range.end, day.end);
      for (let at = Math.max(range.start, day.start); at < end;) {
        const minute = clocksChange ? minuteOfDay(at, input.zone) : at - day.start;
        const until = Math.min(end, at + 60 - (minute % 60));
        yield [weekday, Math.floor(minute / 60), until - at];
        at = until;
      }
    }
  }
}
