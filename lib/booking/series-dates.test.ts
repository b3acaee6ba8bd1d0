import { expect, test } from 'vitest';
import { seriesDates } from './series-dates';

test('a series counts its dates, across months and years', () => {
  expect(seriesDates({ firstOn: '2026-12-15', everyWeeks: 1, end: { times: 4 } })).toEqual([
    '2026-12-15',
    '2026-12-22',
    '2026-12-29',
    '2027-01-05',
  ]);
});

test('a series until a date ends on it, or on the last date before it', () => {
  const rule = { firstOn: '2026-12-01', everyWeeks: 2 };
  const dates = ['2026-12-01', '2026-12-15', '2026-12-29'];
  expect(seriesDates({ ...rule, end: { untilOn: '2026-12-29' } })).toEqual(dates);
  expect(seriesDates({ ...rule, end: { untilOn: '2027-01-11' } })).toEqual(dates);
  expect(seriesDates({ ...rule, end: { untilOn: '2026-12-01' } })).toEqual(['2026-12-01']);
});

test('a last date before the first, and a series without an end, are refused', () => {
  const rule = { firstOn: '2026-12-01', everyWeeks: 1 };
  expect(() => seriesDates({ ...rule, end: { untilOn: '2026-11-30' } })).toThrow('before the first');
  expect(() => seriesDates({ ...rule, end: { untilOn: '2099-12-31' } })).toThrow('at most 53 dates');
});
