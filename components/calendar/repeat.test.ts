import { expect, test } from 'vitest';
import type { SeriesDatePlan } from '../../lib/booking/series/schema';
import { choiceOf, chosenOf, isPossible, usualUntil } from './repeat';

const span = { startsAt: '2026-12-01T01:30:00.000Z', endsAt: '2026-12-01T02:30:00.000Z' };
const free = (on: string): SeriesDatePlan => ({
  ...{ on, ...span, closed: null, clashes: [], instead: [] },
  own: { ...span, resourceId: 'one', pricePaise: 400 },
});
const taken = (on: string): SeriesDatePlan => ({
  ...{ on, ...span, closed: null, clashes: [], own: null },
  instead: [{ ...span, resourceId: 'two', startMinute: 480, pricePaise: 500 }],
});

test('a free date is booked and a taken one left out until somebody chooses', () => {
  const dates = [free('2026-12-01'), taken('2026-12-08')];
  expect(chosenOf(dates, {})).toEqual([{ date: { on: '2026-12-01', resourceId: null }, pricePaise: 400 }]);
  const chosen = { '2026-12-01': 'skip', '2026-12-08': { instead: 'two@480' } } as const;
  expect(chosenOf(dates, chosen)).toEqual([
    { date: { on: '2026-12-08', resourceId: 'two', startMinute: 480 }, pricePaise: 500 },
  ]);
});

test('a choice that is not offered any more counts as none', () => {
  expect(choiceOf(taken('2026-12-08'), { '2026-12-08': { instead: 'gone@0' } })).toBe('skip');
  expect(choiceOf(taken('2026-12-08'), { '2026-12-08': 'own' })).toBe('skip');
});

test('a series has at least one date and at most a year of weeks', () => {
  const first = '2026-12-01';
  expect(isPossible({ everyWeeks: 2, end: { untilOn: usualUntil(first, 2) } }, first)).toBe(true);
  expect(isPossible({ everyWeeks: 1, end: { untilOn: '2026-11-30' } }, first)).toBe(false);
  expect(isPossible({ everyWeeks: 1, end: { untilOn: '2027-12-01' } }, first)).toBe(false);
  expect(isPossible({ everyWeeks: 1, end: { times: 0 } }, first)).toBe(false);
  expect(isPossible({ everyWeeks: 1, end: { times: 54 } }, first)).toBe(false);
});
