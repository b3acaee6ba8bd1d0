import { expect, test } from 'vitest';
import { PairRate, Throughput } from './rate-limits';

test('one user gets 45 in a burst and then one every six seconds', () => {
  const rate = new PairRate();
  const burst = Array.from({ length: 46 }, () => rate.take('a', 0));
  expect(burst.filter(Boolean)).toHaveLength(45);
  expect(rate.take('a', 5_999)).toBe(false);
  expect(rate.take('a', 6_000)).toBe(true);
  expect(rate.take('a', 6_001)).toBe(false);
});

test('one user at his limit holds back nobody else', () => {
  const rate = new PairRate();
  for (let index = 0; index < 50; index += 1) rate.take('a', 0);
  expect(rate.take('b', 0)).toBe(true);
});

test('the number takes its messages a second, those of customers included', () => {
  const throughput = new Throughput(3);
  throughput.count(0);
  expect([throughput.take(1), throughput.take(2), throughput.take(3)]).toEqual([true, true, false]);
  expect(throughput.take(1_000)).toBe(true);
});
