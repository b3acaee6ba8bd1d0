import { expect, it } from 'vitest';
import { readRupees, typedRupees } from './rupees';

it.each([
  ['500', 50_000],
  [' ₹ 1,250.5 ', 125_050],
  ['0.05', 5],
  ['12,34,567.89', 123_456_789],
])('reads %j', (text, paise) => {
  expect(readRupees(text)).toBe(paise);
});

it.each(['', '-5', '5.123', 'five', '1e3', '5..0'])('does not read %j', (text) => {
  expect(readRupees(text)).toBeNull();
});

it('writes what it reads', () => {
  for (const paise of [5, 100, 12_345, 50_000]) expect(readRupees(typedRupees(paise))).toBe(paise);
});
