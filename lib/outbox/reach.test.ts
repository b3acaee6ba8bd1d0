import { expect, test } from 'vitest';
import { limitOf, limitOfTier } from './reach';

test('the limit is read from the provider’s name of it, and is the least where nothing is told', () => {
  expect(
    [
      'TIER_50',
      'TIER_250',
      'TIER_1K',
      'TIER_2K',
      'TIER_10K',
      'TIER_100K',
      'TIER_UNLIMITED',
      'TIER_NEW',
      null,
    ].map(limitOfTier),
  ).toEqual([50, 250, 1000, 2000, 10_000, 100_000, null, 250, 250]);
});

test('numbers of one business share the limit; what one of them does not tell does not count', () => {
  expect(limitOf([])).toBe(250);
  expect(limitOf([null, null])).toBe(250);
  expect(limitOf([null, 'TIER_2K'])).toBe(2000);
  expect(limitOf(['TIER_10K', 'TIER_2K'])).toBe(2000);
  expect(limitOf(['TIER_UNLIMITED', null])).toBeNull();
});
