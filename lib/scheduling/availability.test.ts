import { describe, expect, test } from 'vitest';
import { availability } from './availability';
import { club, clock, daily, moment } from './club.fixture';
import type { AvailabilityInput, Closure, DayAvailability } from './types';
import { localDateOf, minuteOfDay } from './zone';

const service = club().service;
const pad = (n: number): string => String(n).padStart(2, '0');

/** Starts as local wall-clock times, a day a list. */
function startsByDay(input: AvailabilityInput): string[][] {
  return availability(input).map(({ date, slots }) =>
    slots.map(({ start }) => {
      expect(localDateOf(start, input.zone)).toBe(date);
      const minute = minuteOfDay(start, input.zone);
      return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
    }),
  );
}
const starts = (input: AvailabilityInput): string[] => startsByDay(input).flat();
const only = (input: AvailabilityInput): DayAvailability => {
  const [day] = availability(input);
  if (!day) throw new Error('no day');
  return day;
};
const closed = (change: Partial<Closure> = {}): Closure => ({
  resourceId: null,
  startsOn: '2026-11-28',
  endsOn: '2026-11-28',
  yearly: false,
  reason: { en: 'Holiday' },
  ...change,
});
const busy = (from: string, to: string, unit = 1, resourceId = 'court-1') => ({
  resourceId,
  unit,
  start: moment('2026-11-28', from),
  end: moment('2026-11-28', to),
});

describe('hours', () => {
  test('an open day is offered from opening to the last start that still ends by closing', () => {
    const all = starts(club());
    expect([all.length, all[0], all.at(-1)]).toEqual([16, '06:00', '21:00']);
    expect(starts(club({ durationMinutes: 90 })).at(-1)).toBe('20:00');
  });

  test('each range of a day counts its own steps, and a break starts the count again', () => {
    const hours = [
      ...daily('09:10', '11:30'),
      ...daily('17:00', '20:00'),
      ...daily('18:00', '18:20', { kind: 'break' }),
    ];
    expect(starts(club({ hours }))).toEqual(['09:10', '10:10', '17:00', '18:20']);
  });

  test('neither a booking nor a closure moves the steps', () => {
    const input = club({
      hours: daily('06:00', '11:00'),
      busy: [busy('06:00', '06:40')],
      closures: [closed({ fromMinute: clock('08:30'), toMinute: clock('09:15') })],
    });
    expect(starts(input)).toEqual(['07:00', '10:00']);
  });

  test('a slot may run on from one range into the next where they touch', () => {
    const hours = [...daily('06:00', '08:00'), ...daily('08:00', '09:00')];
    expect(starts(club({ hours, durationMinutes: 120 }))).toEqual(['06:00', '07:00']);
  });

  test('a club open round the clock is bookable over midnight', () => {
    const input = club({ hours: daily('00:00', '24:00'), durationMinutes: 120, toDate: '2026-11-29' });
    expect(startsByDay(input).map((day) => day.length)).toEqual([24, 24]);
  });

  test('slots after midnight are listed under the date on which they start', () => {
    const hours = daily('22:00', '26:00').filter(({ weekday }) => weekday === 5);
    const input = club({ hours, fromDate: '2026-11-27', toDate: '2026-11-28' });
    expect(startsByDay(input)).toEqual([
      ['22:00', '23:00'],
      ['00:00', '01:00'],
    ]);
    expect(startsByDay({ ...input, fromDate: '2026-11-28' })).toEqual([['00:00', '01:00']]);
    expect(startsByDay({ ...input, toDate: '2026-11-27' })).toEqual([['22:00', '23:00']]);
  });

  test('a resource with hours of its own does not follow those of the business, but keeps its breaks', () => {
    const hours = [
      ...daily('06:00', '22:00'),
      ...daily('09:00', '12:00', { resourceId: 'court-1' }),
      ...daily('10:00', '11:00', { kind: 'break' }),
    ];
    expect(starts(club({ hours }))).toEqual(['09:00', '11:00']);
  });

  test('hours hold from their first to their last valid day', () => {
    const hours = daily('06:00', '07:00', { validFrom: '2026-11-25', validTo: '2026-11-26' });
    const input = club({ hours, fromDate: '2026-11-24', toDate: '2026-11-27' });
    expect(startsByDay(input).map((day) => day.length)).toEqual([0, 1, 1, 0]);
  });
});

describe('closures', () => {
  test('P21 a holiday closes everything and says its name', () => {
    const day = only(club({ closures: [closed()] }));
    expect(day).toEqual({
      date: '2026-11-28',
      slots: [],
      closed: { kind: 'closure', reason: { en: 'Holiday' } },
    });
  });

  test('P21 half a day closes that half', () => {
    const closures = [closed({ toMinute: clock('20:00') })];
    expect(starts(club({ closures }))).toEqual(['20:00', '21:00']);
  });

  test('P21 one court may be closed while the others play', () => {
    const resources = ['court-1', 'court-2'].map((resourceId) => ({ resourceId, capacity: 1 }));
    const day = only(club({ resources, closures: [closed({ resourceId: 'court-1' })] }));
    expect(new Set(day.slots.flatMap(({ free }) => free.map((f) => f.resourceId)))).toEqual(
      new Set(['court-2']),
    );
  });

  test('P21 twelve days away close twelve days', () => {
    const closures = [closed({ startsOn: '2026-11-25', endsOn: '2026-12-06' })];
    const days = availability(club({ closures, fromDate: '2026-11-24', toDate: '2026-12-07' }));
    expect(days.map((day) => day.slots.length > 0)).toEqual([true, ...Array<boolean>(12).fill(false), true]);
  });

  test('a holiday closes the night that would have begun on it, and the early hours of its own date', () => {
    const hours = daily('20:00', '26:00');
    const input = club({ hours, closures: [closed()], fromDate: '2026-11-27', toDate: '2026-11-29' });
    expect(startsByDay(input)).toEqual([
      ['00:00', '01:00', '20:00', '21:00', '22:00', '23:00'],
      [],
      ['20:00', '21:00', '22:00', '23:00'],
    ]);
  });

  const openOn = (closure: Closure, date: string): boolean => {
    const now = moment(date, '00:00');
    return starts(club({ closures: [closure], now, fromDate: date, toDate: date })).length > 0;
  };

  test('a yearly closure comes back each year, also over the new year', () => {
    const yearly = closed({ startsOn: '2025-12-30', endsOn: '2026-01-02', yearly: true });
    const dates = ['2027-12-29', '2027-12-30', '2027-12-31', '2028-01-01', '2028-01-02', '2028-01-03'];
    expect(dates.map((date) => openOn(yearly, date))).toEqual([true, false, false, false, false, true]);
  });

  test('a yearly closure on 29 February closes leap years only, and a span through it its other days', () => {
    const leapDay = closed({ startsOn: '2024-02-29', endsOn: '2024-02-29', yearly: true });
    expect(openOn(leapDay, '2028-02-29')).toBe(false);
    expect([openOn(leapDay, '2027-02-28'), openOn(leapDay, '2027-03-01')]).toEqual([true, true]);
    const span = closed({ startsOn: '2024-02-28', endsOn: '2024-02-29', yearly: true });
    expect([openOn(span, '2027-02-28'), openOn(span, '2027-03-01')]).toEqual([false, true]);
  });
});

describe('notice, horizon and bookings', () => {
  const today = { fromDate: '2026-11-23', toDate: '2026-11-23' };

  test('today is offered from the present moment, or from the end of the notice', () => {
    expect(starts(club(today))[0]).toBe('10:00');
    expect(starts(club({ ...today, service: { ...service, noticeMinutes: 61 } }))[0]).toBe('12:00');
  });

  test('the horizon counts local days, the last one included', () => {
    const input = club({ service: { ...service, horizonDays: 1 }, ...today, toDate: '2026-11-25' });
    expect(availability(input).map((day) => day.closed?.kind ?? 'open')).toEqual([
      'open',
      'open',
      'beyond-horizon',
    ]);
  });

  test('P20 buffers keep their distance from what is booked, and need no opening hours', () => {
    const buffered = { ...service, bufferBeforeMinutes: 15, bufferAfterMinutes: 15 };
    const input = club({ service: buffered, hours: daily('06:00', '12:00'), busy: [busy('08:45', '09:15')] });
    expect(starts(input)).toEqual(['06:00', '07:00', '10:00', '11:00']);
  });

  test('a booking may start when another ends', () => {
    expect(starts(club({ hours: daily('06:00', '09:00'), busy: [busy('07:00', '08:00')] }))).toEqual([
      '06:00',
      '08:00',
    ]);
  });

  test('a resource for several at once offers its lowest free unit until all are taken', () => {
    const taken = [busy('06:00', '08:00', 1), busy('07:00', '08:00', 2), busy('06:00', '07:00', 3)];
    const input = club({
      resources: [{ resourceId: 'court-1', capacity: 2 }],
      hours: daily('06:00', '09:00'),
      busy: taken,
    });
    const units = only(input).slots.map(({ start, free }) => [minuteOfDay(start, input.zone), free[0]?.unit]);
    expect(units).toEqual([
      [360, 2],
      [480, 1],
    ]);
  });

  test('each resource keeps its own lengths and steps, in the order in which resources came', () => {
    const resources = [
      { resourceId: 'dr-b', capacity: 1, durationMinutes: [15], stepMinutes: 15, pricePaise: 30_000 },
      { resourceId: 'dr-a', capacity: 1, durationMinutes: [20], stepMinutes: 20 },
    ];
    const visit = { ...service, priceBasis: 'visit' as const };
    const day = only(club({ resources, service: visit, hours: daily('09:00', '09:40') }));
    expect(
      day.slots.map(({ free }) => free.map((f) => [f.resourceId, f.durationMinutes, f.pricePaise])),
    ).toEqual([
      [
        ['dr-b', 15, 30_000],
        ['dr-a', 20, 40_000],
      ],
      [['dr-b', 15, 30_000]],
      [['dr-a', 20, 40_000]],
    ]);
    expect(only(club({ resources, durationMinutes: 20 })).slots[0]?.free.map((f) => f.resourceId)).toEqual([
      'dr-a',
    ]);
  });
});

describe('why a day is closed', () => {
  const kind = (change: Partial<AvailabilityInput>) => only(club(change)).closed?.kind;
  const today = { fromDate: '2026-11-23', toDate: '2026-11-23' };

  test('P28 each empty day names the rule that emptied it', () => {
    expect(kind({ fromDate: '2026-11-22', toDate: '2026-11-22' })).toBe('past');
    expect(kind({ ...today, now: moment('2026-11-23', '21:30') })).toBe('past');
    expect(kind({ fromDate: '2027-01-22', toDate: '2027-01-22' })).toBe('beyond-horizon');
    expect(kind({ hours: [] })).toBe('no-hours');
    expect(kind({ resources: [] })).toBe('no-hours');
    expect(kind({ hours: [], closures: [closed()] })).toBe('no-hours');
    expect(kind({ busy: [busy('00:00', '24:00')] })).toBe('full');
    expect(kind({ ...today, service: { ...service, noticeMinutes: 720 } })).toBe('notice');
    const fullToday = {
      resourceId: 'court-1',
      unit: 1,
      start: moment('2026-11-23', '10:00'),
      end: moment('2026-11-24', '00:00'),
    };
    expect(kind({ ...today, service: { ...service, noticeMinutes: 720 }, busy: [fullToday] })).toBe('full');
    expect(kind({})).toBeUndefined();
  });

  test('an upside-down span has no days', () => {
    expect(availability(club({ fromDate: '2026-11-29' }))).toEqual([]);
  });

  test('impossible rules are refused by name', () => {
    expect(() => availability(club({ service: { ...service, stepMinutes: 0 } }))).toThrow(/stepMinutes/);
    expect(() => availability(club({ zone: 'Asia/Chennay' }))).toThrow(/Asia\/Chennay/);
    expect(() => availability(club({ fromDate: '2026-02-30' }))).toThrow(/2026-02-30/);
  });
});

describe('daylight saving', () => {
  const zone = 'America/New_York';
  const on = (date: string, hours: ReturnType<typeof daily>, change: Partial<AvailabilityInput> = {}) =>
    starts(club({ zone, hours, now: moment(date, '00:00', zone), fromDate: date, toDate: date, ...change }));

  test('P17 on a spring-forward day the hour that does not exist is not offered', () => {
    expect(on('2026-03-08', daily('00:00', '05:00'))).toEqual(['00:00', '01:00', '03:00', '04:00']);
    expect(on('2026-03-08', daily('02:30', '05:00'))).toEqual(['03:00', '04:00']);
    expect(on('2026-03-08', daily('01:00', '02:30'))).toEqual(['01:00']);
  });

  test('P17 on a fall-back day the hour that comes twice is offered twice', () => {
    expect(on('2026-11-01', daily('00:00', '04:00'))).toEqual(['00:00', '01:00', '01:00', '02:00', '03:00']);
  });

  test('P17 a break through the repeated hour lasts until its last passing', () => {
    const hours = [...daily('00:00', '04:00'), ...daily('01:00', '01:30', { kind: 'break' })];
    expect(on('2026-11-01', hours)).toEqual(['00:00', '01:30', '02:30']);
  });

  test('P17 ordinary hours keep their wall-clock times on both days', () => {
    for (const date of ['2026-03-08', '2026-11-01']) {
      expect(on(date, daily('09:00', '12:00'))).toEqual(['09:00', '10:00', '11:00']);
    }
  });
});
