import { expect, test } from 'vitest';
import { closingAfter, copyDay, minuteOf, paintOpen, periodsOf, timeText, type Range } from './week-model';
import { moved } from './moved';

const open = (weekday: number, from: number, to: number, more: Partial<Range> = {}): Range => ({
  kind: 'open',
  weekday,
  opensMinute: from * 60,
  closesMinute: to * 60,
  ...more,
});

test('a closing time before the opening one belongs to the next day, midnight included', () => {
  expect(closingAfter(18 * 60, minuteOf('02:00') ?? 0)).toBe(26 * 60);
  expect(closingAfter(18 * 60, minuteOf('00:00') ?? 0)).toBe(24 * 60);
  expect(closingAfter(6 * 60, minuteOf('22:30') ?? 0)).toBe(22 * 60 + 30);
  expect(timeText(26 * 60)).toBe('02:00');
  expect(minuteOf('soon')).toBeNull();
});

test('a day is copied over others with all its ranges, and other periods stay as they are', () => {
  const summer = open(2, 8, 12, { validFrom: '2026-04-01' });
  const week = [open(1, 6, 12), open(1, 16, 22), open(2, 9, 10), summer];
  const copied = copyDay(week, {}, 1, [1, 2, 3]);
  expect(copied).toHaveLength(7);
  expect(copied).toContainEqual(open(3, 16, 22));
  expect(copied).toContainEqual(summer);
  expect(copied).not.toContainEqual(open(2, 9, 10));
});

test('painting over or next to open hours makes them longer', () => {
  const painted = paintOpen(
    [open(1, 6, 9), open(1, 11, 12), open(2, 6, 9)],
    {},
    { weekday: 1, from: 480, to: 660 },
  );
  expect(painted).toEqual([open(2, 6, 9), open(1, 6, 12)]);
});

test('the period that always holds is there even when it has no hours', () => {
  expect(periodsOf([open(1, 6, 9, { validFrom: '2026-04-01', validTo: '2026-05-31' })])).toEqual([
    {},
    { validFrom: '2026-04-01', validTo: '2026-05-31' },
  ]);
});

test('a moved row takes its new place and the others close up', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
});
