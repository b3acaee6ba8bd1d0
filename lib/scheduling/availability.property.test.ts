import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { availability } from './availability';
import type { AvailabilityInput, Busy, Closure, OfferedResource, WeeklyHours } from './types';
import { whyNot } from './why-not';

// The reference below knows nothing of intervals: it asks of every single minute whether every rule allows it.

type Wall = { date: string; yesterday: string; weekday: number; minute: number };
type Place = { zone: string; from: string; ambiguous: [number, number] | null };

/** An ordinary week, one in which the clocks go forward, and one in which they go back. */
const places: Place[] = [
  { zone: 'Asia/Kolkata', from: '2026-11-25', ambiguous: null },
  { zone: 'America/New_York', from: '2026-03-05', ambiguous: null },
  { zone: 'America/New_York', from: '2026-10-29', ambiguous: [60, 120] },
];
const spanDays = 9;

const walls = new Map<string, { first: number; clock: Wall[] }>();

function wallClock({ zone, from }: Place): { first: number; clock: Wall[] } {
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
function minutesOf(input: AvailabilityInput, resourceId: string, clock: Wall[]): Minute[] {
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

type Offered = { start: number; resourceId: string; unit: number; minutes: number };

/** Everything offered from `fromDate` to `toDate`, the slow and obvious way. */
function reference(input: AvailabilityInput, place: Place): Offered[] {
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

const byStart = (a: Offered, b: Offered) => a.start - b.start || (a.resourceId < b.resourceId ? -1 : 1);

const offered = (input: AvailabilityInput): Offered[] =>
  availability(input)
    .flatMap(({ slots }) =>
      slots.flatMap(({ start, free }) =>
        free.map(({ resourceId, unit, durationMinutes }) => ({
          start,
          resourceId,
          unit,
          minutes: durationMinutes,
        })),
      ),
    )
    .sort(byStart);

const fives = (min: number, max: number) => fc.integer({ min: min / 5, max: max / 5 }).map((n) => n * 5);

/** Worlds with every kind of rule; where the clocks go back, no edge lies inside the repeated hour. */
const world = fc.constantFrom(...places).chain((place) => {
  const { first } = wallClock(place);
  const edge = (minute: number): number => {
    const rest = minute % 1440;
    const [from, to] = place.ambiguous ?? [0, 0];
    return rest > from && rest < to ? minute - rest + to : minute;
  };
  const date = fc
    .integer({ min: 0, max: spanDays - 1 })
    .map((n) => Temporal.PlainDate.from(place.from).add({ days: n }).toString());
  const who = fc.constantFrom(null, null, 'a', 'b', 'c');
  const hours = fc
    .record({
      resourceId: who,
      kind: fc.constantFrom('open' as const, 'open' as const, 'break' as const),
      weekday: fc.integer({ min: 1, max: 7 }),
      opens: fives(0, 1435),
      length: fives(5, 1440),
      validFrom: fc.option(date),
      validTo: fc.option(date),
    })
    .map(({ resourceId, kind, weekday, opens, length, validFrom, validTo }): WeeklyHours => {
      const opensMinute = edge(opens);
      const closesMinute = Math.max(
        opensMinute,
        edge(opens + (kind === 'break' ? Math.ceil(length / 40) * 5 : length)),
      );
      return {
        resourceId,
        kind,
        weekday,
        opensMinute,
        closesMinute,
        ...(validFrom && { validFrom }),
        ...(validTo && { validTo }),
      };
    });
  const closure = fc
    .record({
      resourceId: who,
      on: date,
      days: fc.integer({ min: 0, max: 2 }),
      from: fc.option(fives(0, 1200)),
      length: fives(5, 600),
      open: fc.boolean(),
      yearly: fc.boolean(),
    })
    .map(({ resourceId, on, days, from, length, open, yearly }): Closure => {
      const endsOn = Temporal.PlainDate.from(on).add({ days }).toString();
      const part =
        from === null
          ? {}
          : open
            ? { fromMinute: edge(from) }
            : { fromMinute: edge(from), toMinute: Math.min(1440, edge(from + length)) };
      return { resourceId, startsOn: on, endsOn, yearly, reason: { en: on }, ...part };
    });
  const busy = fc
    .record({
      resourceId: fc.constantFrom('a', 'b', 'c'),
      unit: fc.integer({ min: 1, max: 3 }),
      start: fives(0, spanDays * 1440),
      length: fives(0, 600),
    })
    .map(({ resourceId, unit, start, length }): Busy => ({
      resourceId,
      unit,
      start: first + start,
      end: first + start + length,
    }));
  const lengths = fc.uniqueArray(fc.constantFrom(15, 30, 60, 90, 180), { minLength: 1, maxLength: 3 });
  const resources = fc.tuple(
    ...['a', 'b', 'c'].map((resourceId) =>
      fc
        .record({
          capacity: fc.integer({ min: 1, max: 3 }),
          durationMinutes: fc.option(lengths),
          stepMinutes: fc.option(fc.constantFrom(5, 20, 45)),
        })
        .map(({ capacity, durationMinutes, stepMinutes }): OfferedResource => ({
          resourceId,
          capacity,
          ...(durationMinutes && { durationMinutes }),
          ...(stepMinutes && { stepMinutes }),
        })),
    ),
  );
  return fc
    .record({
      place: fc.constant(place),
      hours: fc.array(hours, { minLength: 3, maxLength: 25 }),
      closures: fc.array(closure, { maxLength: 3 }),
      busy: fc.array(busy, { maxLength: 40 }),
      resources,
      day: fc.integer({ min: 2, max: 5 }),
      length: fc.integer({ min: 0, max: 2 }),
      now: fc.integer({ min: 0, max: 5 * 1440 }),
      notice: fc.constantFrom(0, 0, 37, 600),
      horizonDays: fc.integer({ min: 0, max: 8 }),
      buffers: fc.tuple(fc.constantFrom(0, 0, 5, 20), fc.constantFrom(0, 0, 10)),
      durationMinutes: fc.option(fc.constantFrom(30, 60, 180)),
      durations: lengths,
      stepMinutes: fc.constantFrom(5, 15, 30, 60),
    })
    .map(
      ({
        place,
        day,
        length,
        now,
        notice,
        horizonDays,
        buffers,
        durationMinutes,
        durations,
        stepMinutes,
        ...rest
      }) => {
        const fromDate = Temporal.PlainDate.from(place.from).add({ days: day });
        const input: AvailabilityInput = {
          ...rest,
          zone: place.zone,
          now: first + now,
          service: {
            durationMinutes: durations,
            stepMinutes,
            bufferBeforeMinutes: buffers[0],
            bufferAfterMinutes: buffers[1],
            noticeMinutes: notice,
            horizonDays,
            priceBasis: 'hour',
            pricePaise: 40_000,
          },
          priceRules: [],
          fromDate: fromDate.toString(),
          toDate: fromDate.add({ days: length }).toString(),
          ...(durationMinutes !== null && { durationMinutes }),
        };
        return { place, input };
      },
    );
});

describe('availability, for any rules', () => {
  test('gives what asking every single minute gives', () => {
    let slots = 0;
    fc.assert(
      fc.property(world, ({ place, input }) => {
        const expected = reference(input, place);
        slots += expected.length;
        expect(offered(input)).toEqual(expected);
      }),
      { numRuns: 120 },
    );
    expect(slots).toBeGreaterThan(1000);
  });

  test('P20 never offers a slot that overlaps a booking, a closure or a break, buffers included', () => {
    fc.assert(
      fc.property(world, ({ place, input }) => {
        const { first, clock } = wallClock(place);
        const { bufferBeforeMinutes: before, bufferAfterMinutes: after } = input.service;
        const open = new Map(
          input.resources.map((r) => [r.resourceId, minutesOf(input, r.resourceId, clock)]),
        );
        for (const { start, resourceId, unit, minutes } of offered(input)) {
          for (const row of input.busy) {
            if (row.resourceId !== resourceId || row.unit !== unit || row.start === row.end) continue;
            expect(row.start >= start + minutes + after || row.end <= start - before).toBe(true);
          }
          const within = open.get(resourceId)?.slice(start - first, start - first + minutes);
          expect(within?.every((minute) => minute.open)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('offers every free gap that is long enough, minute by minute', () => {
    fc.assert(
      fc.property(world, ({ place, input: any }) => {
        const service = {
          ...any.service,
          stepMinutes: 1,
          bufferBeforeMinutes: 0,
          bufferAfterMinutes: 0,
          noticeMinutes: 0,
          durationMinutes: [30],
        };
        const resources = [{ resourceId: 'a', capacity: 1 }];
        const { durationMinutes: _, ...rest } = any;
        const input: AvailabilityInput = { ...rest, service, resources, now: wallClock(place).first };
        const { first, clock } = wallClock(place);
        const free = minutesOf(input, 'a', clock).map(
          ({ open }, i) =>
            open &&
            !input.busy.some(
              (b) => b.resourceId === 'a' && b.unit === 1 && b.start <= first + i && first + i < b.end,
            ),
        );
        const lastDate = Temporal.PlainDate.from(place.from).add({ days: service.horizonDays }).toString();
        const wanted = free.flatMap((_, i) => {
          const date = clock[i]?.date ?? '';
          const asked = input.fromDate <= date && date <= input.toDate && date <= lastDate;
          return asked && free.slice(i, i + 30).every(Boolean) ? [first + i] : [];
        });
        expect(offered(input).map(({ start }) => start)).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });

  test('gives the same answer in whatever order the rules and bookings come', () => {
    fc.assert(
      fc.property(world, fc.infiniteStream(fc.nat()), ({ input }, dice) => {
        const shuffled = <T>(rows: readonly T[]): T[] =>
          rows
            .map((row) => ({ row, at: dice.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(({ row }) => row);
        const same = {
          ...input,
          hours: shuffled(input.hours),
          closures: shuffled(input.closures),
          busy: shuffled(input.busy),
        };
        expect(availability(same)).toEqual(availability(input));
        expect(offered({ ...same, resources: shuffled(input.resources) })).toEqual(offered(input));
      }),
      { numRuns: 60 },
    );
  });

  test('a longer span only adds days to a shorter one', () => {
    fc.assert(
      fc.property(world, ({ input }) => {
        const whole = availability(input);
        const oneByOne = whole.flatMap(({ date }) =>
          availability({ ...input, fromDate: date, toDate: date }),
        );
        expect(oneByOne).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  test('a day has a reason exactly when it has no slot', () => {
    fc.assert(
      fc.property(world, ({ input }) => {
        for (const { slots, closed } of availability(input)) expect(closed === null).toBe(slots.length > 0);
      }),
      { numRuns: 60 },
    );
  });

  test('P28 a start has a reason exactly when it is not offered', () => {
    fc.assert(
      fc.property(
        world,
        fc.array(fc.nat(4319), { minLength: 12, maxLength: 12 }),
        ({ place, input }, picks) => {
          const all = offered(input);
          const { first, clock } = wallClock(place);
          const begin = first + clock.findIndex(({ date }) => date === input.fromDate);
          const end = first + clock.findLastIndex(({ date }) => date === input.toDate);
          const probes = [...picks.map((n) => begin + n), ...all.slice(0, 6).map(({ start }) => start)];
          for (const { resourceId } of input.resources) {
            for (const start of probes.filter((minute) => minute <= end)) {
              const isOffered = all.some((slot) => slot.start === start && slot.resourceId === resourceId);
              const why = whyNot(input, resourceId, start);
              expect(why === null).toBe(isOffered);
              if (why?.kind !== 'off-step') continue;
              for (const near of why.nearest) expect(whyNot(input, resourceId, near)).toBeNull();
            }
          }
        },
      ),
      { numRuns: 80 },
    );
  });
});
