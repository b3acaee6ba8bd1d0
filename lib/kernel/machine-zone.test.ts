import { expect, test } from 'vitest';

// Files share their worker with others of the same project. If projects shared one too, those that stand in another zone would
// prove nothing.
test('this machine stands in the zone that the tests say', () => {
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(process.env['TZ']);
  expect(new Date(2026, 0, 1).toISOString()).toBe(
    process.env['TZ'] === 'UTC' ? '2026-01-01T00:00:00.000Z' : '2026-01-01T05:00:00.000Z',
  );
});
