import { expect, test } from 'vitest';
import { afterFault } from './state';

const well = { state: 'active', failures: 0 } as const;
const pauses = (fault: 'quota' | 'unreachable', times: number): (number | null)[] =>
  Array.from(
    { length: times },
    (_, failures) => afterFault({ ...well, failures }, fault, { random: 0.5 }).pauseMs,
  );

test('too much at once and outages are tried again, ever later, up to about a minute', () => {
  expect(pauses('quota', 7)).toEqual([2_500, 4_500, 8_500, 16_500, 32_500, 64_000, 64_000]);
  expect(pauses('unreachable', 1)).toEqual([2_500]);
});

test('a provider that asks for more time gets it', () => {
  expect(afterFault(well, 'quota', { random: 0, retryAfterMs: 120_000 }).pauseMs).toBe(120_000);
});

test('a dead connection is not tried again by itself; what sharing mends is, now and then', () => {
  expect(afterFault(well, 'revoked', { random: 0 })).toEqual({
    state: 'revoked',
    failures: 1,
    pauseMs: null,
  });
  for (const fault of ['no-access', 'not-found', 'clock'] as const)
    expect(afterFault(well, fault, { random: 0 })).toEqual({ state: fault, failures: 1, pauseMs: 600_000 });
});
