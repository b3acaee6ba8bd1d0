import { expect, test } from 'vitest';
import { openOn } from './open-on';
import type { Closure, WeeklyHours } from './types';

const open = (
  resourceId: string | null,
  from: number,
  to: number,
  kind: 'open' | 'break' = 'open',
): WeeklyHours => ({ resourceId, kind, weekday: 1, opensMinute: from, closesMinute: to });

const monday = '2026-11-23';
const closed: Closure = {
  resourceId: null,
  startsOn: monday,
  endsOn: monday,
  yearly: false,
  reason: { en: 'Function' },
};

test('the hours of several resources are joined where they touch or overlap', () => {
  const hours = [open('a', 540, 720), open('b', 720, 780), open('b', 1020, 1200), open('a', 1080, 1140)];
  expect(openOn({ hours, closures: [] }, ['a', 'b'], monday)).toEqual([
    { from: 540, to: 780 },
    { from: 1020, to: 1200 },
  ]);
});

test('a break or the closure of a part of the day closes it only where nobody else is there', () => {
  const hours = [open(null, 360, 1320), open('a', 660, 680, 'break')];
  const part = { ...closed, fromMinute: 600, toMinute: 660 };
  expect(openOn({ hours, closures: [part] }, ['a'], monday)).toEqual([
    { from: 360, to: 600 },
    { from: 680, to: 1320 },
  ]);
  expect(openOn({ hours, closures: [] }, ['a', 'b'], monday)).toEqual([{ from: 360, to: 1320 }]);
});

test('a day that is closed as a whole, and one without resources, has no open time', () => {
  const hours = [open(null, 360, 1320)];
  expect(openOn({ hours, closures: [closed] }, ['a'], monday)).toEqual([]);
  expect(openOn({ hours, closures: [] }, [], monday)).toEqual([]);
});

test('hours past midnight count on the next day up to their closing', () => {
  const hours = [open(null, 1080, 1560)];
  expect(openOn({ hours, closures: [] }, ['a'], monday)).toEqual([{ from: 1080, to: 1440 }]);
  expect(openOn({ hours, closures: [] }, ['a'], '2026-11-24')).toEqual([{ from: 0, to: 120 }]);
});
