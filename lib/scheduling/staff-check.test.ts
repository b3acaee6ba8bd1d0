import { expect, test } from 'vitest';
import { staffCheck } from './staff-check';
import type { AvailabilityInput } from './types';
import { toEpochMinuteOf } from './zone';

const zone = 'Asia/Kolkata';
const at = (minute: number): number => toEpochMinuteOf('2026-11-26', minute, zone);

const input: AvailabilityInput = {
  zone,
  now: at(9 * 60),
  service: {
    durationMinutes: [60],
    stepMinutes: 60,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    noticeMinutes: 120,
    horizonDays: 7,
    priceBasis: 'hour',
    pricePaise: 40_000,
  },
  resources: [{ resourceId: 'c1', capacity: 1 }],
  hours: [{ resourceId: null, kind: 'open', weekday: 4, opensMinute: 360, closesMinute: 1320 }],
  closures: [],
  priceRules: [],
  busy: [{ resourceId: 'c1', unit: 1, start: at(18 * 60), end: at(19 * 60) }],
  fromDate: '2026-11-26',
  toDate: '2026-11-26',
};

const check = (minute: number, minutes = 60) => staffCheck(input, 'c1', at(minute), minutes);

test('what a customer may have, staff may have', () => {
  expect(check(15 * 60)).toEqual({ hard: null, soft: null });
});

test('P19 rules for customers do not bind staff, and are said', () => {
  expect(check(10 * 60)).toMatchObject({ hard: null, soft: { kind: 'notice' } });
  expect(check(8 * 60)).toMatchObject({ hard: null, soft: { kind: 'past' } });
  expect(check(15 * 60 + 15)).toMatchObject({ hard: null, soft: { kind: 'off-step' } });
  expect(check(15 * 60, 75)).toEqual({ hard: null, soft: { kind: 'duration' } });
});

test('P04 what is closed or taken needs more than a click', () => {
  expect(check(17 * 60 + 30)).toEqual({ hard: { kind: 'taken' }, soft: null });
  expect(check(21 * 60 + 30)).toEqual({ hard: { kind: 'outside-hours' }, soft: null });
});

test('P04 closed time that is taken besides is taken first of all', () => {
  const holiday = {
    ...{ resourceId: null, startsOn: '2026-11-26', endsOn: '2026-11-26', yearly: false },
    reason: { en: 'Pongal' },
  };
  const closed = { ...input, closures: [holiday] };
  expect(staffCheck(closed, 'c1', at(18 * 60), 60)).toMatchObject({
    hard: { kind: 'taken' },
    soft: { kind: 'closure' },
  });
  expect(staffCheck(closed, 'c1', at(15 * 60), 60)).toMatchObject({ hard: { kind: 'closure' }, soft: null });
});
