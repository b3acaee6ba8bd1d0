import { setTimeout as wait } from 'node:timers/promises';
import type { Outcome } from './types';

/** Pauses before each further try; random, so that many callers do not come back together. */
export type Pause = (milliseconds: number) => Promise<void>;

const pausesMs = [300, 1_200];
/** A longer request to wait is the caller's to schedule, not ours to sleep through. */
const longestPauseMs = 3_000;

export const jitteredPause: Pause = async (milliseconds) => {
  await wait(milliseconds * (0.5 + Math.random()));
};

const isPassing = (outcome: Outcome<unknown>): boolean =>
  !outcome.ok &&
  (outcome.reason === 'outcome-unknown' ||
    ['rate-limited', 'unavailable', 'in-progress'].includes(outcome.kind));

/**
 * Tries up to three times while the fault is passing, and gives the last outcome. Only for calls that may be repeated
 * without harm: reads, and writes with an idempotency handle.
 * Source: payments reference 1.8 (network faults, 5xx and 429 with jitter; other refusals never).
 */
export async function repeat<T>(call: () => Promise<Outcome<T>>, pause: Pause): Promise<Outcome<T>> {
  let outcome = await call();
  for (const pauseMs of pausesMs) {
    if (outcome.ok || !isPassing(outcome)) return outcome;
    const asked = outcome.reason === 'refused' ? outcome.retryAfterMs : undefined;
    if (asked !== undefined && asked > longestPauseMs) return outcome;
    await pause(asked ?? pauseMs);
    outcome = await call();
  }
  return outcome;
}
