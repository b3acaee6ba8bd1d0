import { expect, test } from 'vitest';

// eslint-disable-next-line no-restricted-syntax -- what the project of tests sets is the very thing that is looked at.
const zone = process.env['TZ'];

// Files share their worker with others of the same project. If projects shared one too, those that stand in another zone would
// prove nothing.
test('this machine stands in the zone that the tests say', () => {
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
  const midnight = zone === 'UTC' ? '2026-01-01T00:00:00.000Z' : '2026-01-01T05:00:00.000Z';
  expect(new Date(2026, 0, 1).toISOString()).toBe(midnight);
});
