import { expect, test } from 'vitest';
import { lanesOf } from './lanes';

test('what does not overlap has the whole width', () => {
  expect(
    lanesOf([
      { from: 0, to: 60 },
      { from: 60, to: 120 },
    ]),
  ).toEqual([
    { lane: 0, of: 1 },
    { lane: 0, of: 1 },
  ]);
});

test('what hangs together shares the width, and a lane that comes free is used again', () => {
  const spans = [
    { from: 0, to: 60 },
    { from: 30, to: 120 },
    { from: 60, to: 90 },
    { from: 120, to: 180 },
  ];
  expect(lanesOf(spans)).toEqual([
    { lane: 0, of: 2 },
    { lane: 1, of: 2 },
    { lane: 0, of: 2 },
    { lane: 0, of: 1 },
  ]);
});
