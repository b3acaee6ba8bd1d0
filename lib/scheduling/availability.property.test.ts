import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { availability } from './availability';
import {
  byStart,
  minutesOf,
  places,
  reference,
  spanDays,
  wallClock,
  type Offered,
} from './minute-by-minute.fixture';
import type { AvailabilityInput, Busy, Closure, OfferedResource, WeeklyHours } from './types';
import { whyNot } from './why-not';

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

/** Mostly absent, so that rules leave something to offer. */
const seldom = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });

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
      validFrom: seldom(date),
      validTo: seldom(date),
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
      from: seldom(fives(0, 1200)),
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
          durationMinutes: seldom(lengths),
          stepMinutes: seldom(fc.constantFrom(5, 20, 45)),
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
      hours: fc.array(hours, { minLength: 15, maxLength: 30, size: 'max' }),
      closures: fc.array(closure, { maxLength: 2 }),
      busy: fc.array(busy, { maxLength: 40 }),
      resources,
      day: fc.integer({ min: 2, max: 4 }),
      length: fc.integer({ min: 0, max: 2 }),
      now: fc.integer({ min: 0, max: 4 * 1440 }),
      notice: fc.constantFrom(0, 0, 37, 600),
      horizonDays: fc.integer({ min: 1, max: 8 }),
      buffers: fc.tuple(fc.constantFrom(0, 0, 5, 20), fc.constantFrom(0, 0, 10)),
      durationMinutes: seldom(fc.constantFrom(30, 60, 180)),
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
      { numRuns: 100 },
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
      fc.property(world, ({ place, input: drawn }) => {
        const service = {
          ...drawn.service,
          stepMinutes: 1,
          bufferBeforeMinutes: 0,
          bufferAfterMinutes: 0,
          noticeMinutes: 0,
          durationMinutes: [30],
        };
        const resources = [{ resourceId: 'a', capacity: 1 }];
        const input = { ...drawn, service, resources, durationMinutes: 30, now: wallClock(place).first };
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
        const next = (): number => Number(dice.next().value);
        const shuffled = <T>(rows: readonly T[]): T[] =>
          rows
            .map((row) => ({ row, at: next() }))
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
