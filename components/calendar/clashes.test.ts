import { expect, test } from 'vitest';
import { clashesOf } from './clashes';
import type { Column, Entry } from './entries';

const booking = (key: string, from: number, to: number, more: object = {}): Entry =>
  // Only what the clash looks at.
  ({ kind: 'booking', key, from, to, booking: { id: key, status: 'confirmed', unit: 1, ...more } }) as Entry;

const column = (entries: Entry[], capacity = 1): Column =>
  ({ open: [{ from: 360, to: 1320 }], closed: [], resource: { capacity }, entries }) as unknown as Column;

const keys = (found: { entries: Entry[] }) => found.entries.map((one) => one.key);

test('what overlaps is in the way, what touches, was cancelled or is itself is not', () => {
  const day = column([
    booking('a', 600, 660),
    booking('b', 660, 720, { status: 'cancelled' }),
    booking('own', 690, 750),
  ]);
  expect(keys(clashesOf(day, { from: 630, to: 690 }, 'own'))).toEqual(['a']);
  expect(keys(clashesOf(day, { from: 660, to: 720 }, 'own'))).toEqual([]);
});

test('a resource with several units is full only when all are taken', () => {
  const one = booking('a', 600, 660);
  const two = booking('b', 600, 660, { unit: 2 });
  expect(keys(clashesOf(column([one], 2), { from: 600, to: 660 }, null))).toEqual([]);
  expect(keys(clashesOf(column([one, two], 2), { from: 600, to: 660 }, null))).toEqual(['a', 'b']);
});

test('time outside the hours is said', () => {
  expect(clashesOf(column([]), { from: 1290, to: 1350 }, null).closed).toBe(true);
  expect(clashesOf(column([]), { from: 1260, to: 1320 }, null).closed).toBe(false);
});
