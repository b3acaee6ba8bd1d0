import { expect, test } from 'vitest';
import { openMinutes } from './open-minutes';

const open = (resourceId: string | null, weekday: number, opensMinute: number, closesMinute: number) =>
  ({ resourceId, kind: 'open', weekday, opensMinute, closesMinute }) as const;

test('open time counts every unit, by resource and by local hour', () => {
  const found = openMinutes({
    zone: 'Asia/Kolkata',
    hours: [
      open(null, 1, 390, 480),
      open('doctor', 1, 600, 660),
      { ...open('doctor', 1, 630, 645), kind: 'break' },
    ],
    closures: [],
    resources: [
      { id: 'court', capacity: 2 },
      { id: 'doctor', capacity: 1 },
    ],
    fromDate: '2026-11-23',
    toDate: '2026-11-29',
  });
  expect(found.byResource).toEqual(
    new Map([
      ['court', 180],
      ['doctor', 45],
    ]),
  );
  expect(found.byHour).toEqual(
    new Map([
      ['1:6', 60],
      ['1:7', 120],
      ['1:10', 45],
    ]),
  );
  expect(found.total).toBe(225);
});

test('a closure takes its part out, and a range past midnight belongs to the hours it lies in', () => {
  const found = openMinutes({
    zone: 'Asia/Kolkata',
    hours: [open(null, 1, 1380, 1500)],
    closures: [
      { resourceId: 'court', startsOn: '2026-11-30', endsOn: '2026-11-30', yearly: false, reason: {} },
    ],
    resources: [{ id: 'court', capacity: 1 }],
    fromDate: '2026-11-23',
    toDate: '2026-12-01',
  });
  expect(found.byHour).toEqual(
    new Map([
      ['1:23', 60],
      ['2:0', 60],
    ]),
  );
});

test('P17 the day on which the clocks go back has its hour twice', () => {
  const found = openMinutes({
    zone: 'America/New_York',
    hours: [open(null, 7, 0, 180)],
    closures: [],
    resources: [{ id: 'court', capacity: 1 }],
    fromDate: '2026-11-01',
    toDate: '2026-11-01',
  });
  expect(found.byHour.get('7:1')).toBe(120);
  expect(found.total).toBe(240);
});
