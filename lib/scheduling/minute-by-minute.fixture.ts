import { Temporal } from 'temporal-polyfill';
import type { AvailabilityInput, Busy, Closure, OfferedResource, WeeklyHours } from './types';

// A slow, obvious reference for availability. It knows nothing of intervals: it asks of every single minute whether every rule allows it.

type Wall = { date: string; yesterday: string; weekday: number; minute: number };
export type Place = { zone: string; from: string; ambiguous: [number, number] | null };

/** An ordinary week, one in which the clocks go forward, and one in which they go back. */
export const places: Place[] = [
  { zone: 'Asia/Kolkata', from: '2026-11-25', ambiguous: null },
  { zone: 'America/New_York', from: '2026-03-05', ambiguous: null },
  { zone: 'America/New_York', from: '2026-10-29', ambiguous: [60, 120] },
];
export const spanDays = 9;

const walls = new Map<string, { first: number; clock: Wall[] }>();

export function wallClock({ zone, from }: Place): { first: number; clock: Wall[] } {
  const known = walls.get(zone + from);
  if (known) return known;
  const start = Temporal.PlainDate.from(from).toZonedDateTime(zone);
  const first = start.epochMilliseconds / 60_000;
  const length = start.until(start.add({ days: spanDays }), { largestUnit: 'minutes' }).minutes;
  const clock = Array.from({ length }, (_, i) => {
    const at = Temporal.Instant.fromEpochMilliseconds((first + i) * 60_000).toZonedDateTimeISO(zone);
    const date = at.toPlainDate();
    const yesterday = date.subtract({ days: 1 }).toString();
    return { date: date.toString(), yesterday, weekday: at.dayOfWeek, minute: at.hour * 60 + at.minute };
  });
  walls.set(zone + from, { first, clock });
  return { first, clock };
}

const valid = (row: WeeklyHours, date: string) =>
  (row.validFrom ?? date) <= date && date <= (row.validTo ?? date);

/** The date whose row holds this minute, or null. */
function rowDate(row: WeeklyHours, wall: Wall): string | null {
  const within = (minute: number) => row.opensMinute <= minute && minute < row.closesMinute;
  if (row.weekday === wall.weekday && valid(row, wall.date) && within(wall.minute)) return wall.date;
  const before = wall.weekday === 1 ? 7 : wall.weekday - 1;
  return row.weekday === before && valid(row, wall.yesterday) && within(wall.minute + 1440)
    ? wall.yesterday
    : null;
}

function closedOn(closure: Closure, date: string): boolean {
  if (!closure.yearly) return closure.startsOn <= date && date <= closure.endsOn;
  // By hand: walk the span of the closure and compare month and day.
  let day = Temporal.PlainDate.from(closure.startsOn);
  for (; day.toString() <= closure.endsOn; day = day.add({ days: 1 })) {
    if (day.toString().slice(5) === date.slice(5)) return true;
  }
  return false;
}

type Minute = { byHours: boolean; open: boolean; anchor: boolean };

/** Every minute of the span for one resource: open by hours, open at all, and whether steps are counted from it. */
export function minutesOf(input: AvailabilityInput, resourceId: string, clock: Wall[]): Minute[] {
  const mine = (row: { resourceId: string | null }) =>
    row.resourceId === null || row.resourceId === resourceId;
  const own = input.hours.filter((row) => row.kind === 'open' && row.resourceId === resourceId);
  const rows =
    own.length > 0 ? own : input.hours.filter((row) => row.kind === 'open' && row.resourceId === null);
  const breaks = input.hours.filter((row) => row.kind === 'break' && mine(row));
  const dates = [...new Set(clock.map(({ date }) => date))];
  const closures = input.closures.filter(mine).map((closure) => ({
    ...closure,
    dates: new Set(dates.filter((date) => closedOn(closure, date))),
  }));
  const wholeDay = (date: string) =>
    closures.some((c) => c.fromMinute === undefined && c.toMinute === undefined && c.dates.has(date));
  let before = { byHours: false, dates: rows.map((): string | null => null) };
  return clock.map((wall) => {
    const heldBy = rows.map((row) => rowDate(row, wall));
    const byHours =
      heldBy.some((date) => date !== null) && !breaks.some((row) => rowDate(row, wall) !== null);
    const shut =
      wholeDay(wall.date) ||
      heldBy.some((date) => date !== null && date !== wall.date && wholeDay(date)) ||
      closures.some(
        (c) =>
          c.dates.has(wall.date) && (c.fromMinute ?? 0) <= wall.minute && wall.minute < (c.toMinute ?? 1440),
      );
    const opens = heldBy.some((date, index) => date !== null && date !== before.dates[index]);
    const anchor = byHours && (!before.byHours || opens);
    before = { byHours, dates: heldBy };
    return { byHours, open: byHours && !shut, anchor };
  });
}

export type Offered = { start: number; resourceId: string; unit: number; minutes: number };

/** Everything offered, in order, from `fromDate` to `toDate`, the slow and obvious way. */
export function reference(input: AvailabilityInput, place: Place): Offered[] {
  const { first, clock } = wallClock(place);
  const today = clock[input.now - first]?.date ?? '';
  const lastDate = Temporal.PlainDate.from(today).add({ days: input.service.horizonDays }).toString();
  const result: Offered[] = [];
  for (const resource of input.resources) {
    const choices = resource.durationMinutes ?? input.service.durationMinutes;
    const length = input.durationMinutes ?? choices[0] ?? 0;
    if (!choices.includes(length)) continue;
    const minutes = minutesOf(input, resource.resourceId, clock);
    let sinceAnchor = 0;
    for (let i = 0; i < minutes.length; i += 1) {
      sinceAnchor = minutes[i]?.anchor ? 0 : sinceAnchor + 1;
      const date = clock[i]?.date ?? '';
      if (date < input.fromDate || date > input.toDate || date > lastDate) continue;
      if (first + i < input.now + input.service.noticeMinutes) continue;
      if (!minutes[i]?.byHours || sinceAnchor % (resource.stepMinutes ?? input.service.stepMinutes) !== 0)
        continue;
      if (!minutes.slice(i, i + length).every(({ open }) => open)) continue;
      const unit = lowestUnit(input, resource, first + i, length);
      if (unit !== null)
        result.push({ start: first + i, resourceId: resource.resourceId, unit, minutes: length });
    }
  }
  return result.sort(byStart);
}

function lowestUnit(
  input: AvailabilityInput,
  { resourceId, capacity }: OfferedResource,
  start: number,
  length: number,
) {
  const { bufferBeforeMinutes, bufferAfterMinutes } = input.service;
  const [from, to] = [start - bufferBeforeMinutes, start + length + bufferAfterMinutes];
  for (let unit = 1; unit <= capacity; unit += 1) {
    const clash = (row: Busy) => row.start < to && from < row.end && row.start < row.end;
    if (!input.busy.some((row) => row.resourceId === resourceId && row.unit === unit && clash(row)))
      return unit;
  }
  return null;
}

export const byStart = (a: Offered, b: Offered) =>
  a.start - b.start || (a.resourceId < b.resourceId ? -1 : 1);
