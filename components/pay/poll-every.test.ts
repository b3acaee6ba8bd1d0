import { expect, test } from 'vitest';
import { pollEvery } from './poll-every';

const payBy = '2026-11-26T10:00:00.000Z';
const minutesAfter = (minutes: number) => Date.parse(payBy) + minutes * 60_000;

test('a payment that may still come is asked after, also when the time to pay is just over', () => {
  expect(pollEvery({ state: 'open', payBy }, minutesAfter(-5))).toBe(2_000);
  expect(pollEvery({ state: 'received', payBy }, minutesAfter(60))).toBe(2_000);
  expect(pollEvery({ state: 'ended', payBy }, minutesAfter(1))).toBe(5_000);
});

test('one that will not change any more is not', () => {
  expect(pollEvery({ state: 'booked', payBy }, minutesAfter(-5))).toBe(false);
  expect(pollEvery({ state: 'returning', payBy }, minutesAfter(1))).toBe(false);
  expect(pollEvery({ state: 'ended', payBy }, minutesAfter(15))).toBe(false);
});
