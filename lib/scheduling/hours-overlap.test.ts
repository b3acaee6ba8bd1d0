import { expect, test } from 'vitest';
import { hoursOverlap } from './hours-overlap';
import type { WeeklyHours } from './types';

const range = (weekday: number, from: number, to: number, more: Partial<WeeklyHours> = {}) => ({
  kind: 'open' as const,
  weekday,
  opensMinute: from * 60,
  closesMinute: to * 60,
  ...more,
});

test('ranges of one day overlap when they share a minute, not when they touch', () => {
  expect(hoursOverlap([range(1, 9, 13), range(1, 12, 15)])).toBe(true);
  expect(hoursOverlap([range(1, 9, 13), range(1, 13, 15)])).toBe(false);
  expect(hoursOverlap([range(1, 9, 13), range(2, 12, 15)])).toBe(false);
});

test('what runs past midnight reaches the next day, and Sunday reaches Monday', () => {
  expect(hoursOverlap([range(1, 20, 26), range(2, 1, 5)])).toBe(true);
  expect(hoursOverlap([range(7, 20, 26), range(1, 1, 5)])).toBe(true);
  expect(hoursOverlap([range(7, 20, 25), range(1, 1, 5)])).toBe(false);
});

test('a break inside opening hours is no overlap, and neither are two seasons', () => {
  expect(hoursOverlap([range(1, 9, 13), range(1, 10, 11, { kind: 'break' })])).toBe(false);
  const summer = range(1, 9, 13, { validFrom: '2026-04-01', validTo: '2026-06-30' });
  expect(hoursOverlap([summer, range(1, 8, 12, { validFrom: '2026-07-01' })])).toBe(false);
  expect(hoursOverlap([summer, range(1, 8, 12, { validFrom: '2026-06-30' })])).toBe(true);
});
