import { expect, test } from 'vitest';
import { readState, spanOf, step } from './state';

const read = (query: string) => readState(new URLSearchParams(query), '2026-11-26');

test('an address without anything, or with nonsense, is today', () => {
  expect(read('').date).toBe('2026-11-26');
  expect(read('date=2026-02-30').date).toBe('2026-11-26');
  expect(read('date=x&view=year&status=gone')).toMatchObject({
    date: '2026-11-26',
    view: null,
    status: null,
  });
});

test('an address holds date, view and filters', () => {
  expect(read('date=2026-12-01&view=week&resource=r&service=s&status=no-show')).toEqual({
    date: '2026-12-01',
    view: 'week',
    resource: 'r',
    service: 's',
    status: 'no-show',
  });
});

test('a week begins on Monday and a month shows whole weeks', () => {
  expect(spanOf('week', '2026-11-26')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
  expect(spanOf('month', '2026-11-26')).toEqual({ from: '2026-10-26', to: '2026-12-06' });
  expect(spanOf('list', '2026-11-26')).toEqual({ from: '2026-11-26', to: '2026-11-26' });
});

test('stepping by months stays within the month', () => {
  expect(step('month', '2026-01-31', 1)).toBe('2026-02-28');
  expect(step('month', '2026-01-31', -1)).toBe('2025-12-31');
  expect(step('week', '2026-11-26', -1)).toBe('2026-11-19');
  expect(step('day', '2026-12-31', 1)).toBe('2027-01-01');
});
