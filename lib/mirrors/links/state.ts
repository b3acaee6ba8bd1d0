import type { LinkState } from '../types';

/** What went wrong with a linked calendar, in the words of `lib/calendars`. */
export type LinkFault = Exclude<LinkState, 'active'> | 'start-over' | 'invalid';

export type LinkHealth = { state: LinkState; failures: number };

const second = 1_000;
const longestPauseMs = 64 * second;

/** What only a person can mend is looked at again so seldom that it is no burden, and soon enough to mend itself. */
const patientPauseMs = 10 * 60 * second;

/** Between two looks at a calendar that is well. */
export const lookAgainMs = 2 * second;

/**
 * How a calendar stands after a call failed, and when it is tried again; null: not before somebody connects it anew.
 * `random` is 0 ≤ n < 1. Source: calendar reference 1.10: min(2^n s + up to 1 s, 64 s).
 */
export function afterFault(
  before: LinkHealth,
  fault: LinkFault,
  { random, retryAfterMs = 0 }: { random: number; retryAfterMs?: number | undefined },
): LinkHealth & { pauseMs: number | null } {
  const state = fault === 'start-over' || fault === 'invalid' ? 'unreachable' : fault;
  const failures = before.failures + 1;
  switch (state) {
    case 'revoked':
      return { state, failures, pauseMs: null };
    case 'no-access':
    case 'not-found':
    case 'clock':
      return { state, failures, pauseMs: patientPauseMs };
    case 'quota':
    case 'unreachable': {
      const backoffMs = 2 ** Math.min(failures, 10) * second + random * second;
      return { state, failures, pauseMs: Math.max(retryAfterMs, Math.min(backoffMs, longestPauseMs)) };
    }
  }
}
