import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChannelFailureKind } from '../channels/types';
import { type RetryQuestion, decideRetry } from './retry';

const now = new Date('2026-11-23T10:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const ask = (
  kind: ChannelFailureKind,
  change: Partial<RetryQuestion> & Omit<RetryQuestion['failure'], 'kind'> = {},
) => {
  const { providerCode, retryAfterMs, ...rest } = change;
  const failure = { kind, providerCode, retryAfterMs };
  return decideRetry({
    failure,
    attempts: 1,
    firstAttemptAt: now,
    now,
    expiresAt: null,
    random: () => 0,
    ...rest,
  });
};
const full = () => 1 - Number.EPSILON;

describe('a message that will never be taken', () => {
  it.each(['rejected', 'window-closed', 'unreachable'] as const)('is given up at once when %s', (kind) => {
    expect(ask(kind)).toEqual({ kind: 'give-up', reason: kind });
  });

  it('stops the whole channel when the provider refuses the account', () => {
    const decision = ask('channel-blocked', { providerCode: 190 });
    expect(decision).toEqual({
      kind: 'pause-channel',
      reason: 'The provider refuses this channel (code 190)',
    });
  });
});

describe('a passing fault', () => {
  it('is tried again after a wait that doubles up to a minute', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map((attempts) => ask('unavailable', { attempts, random: full }));
    const expected = [1, 2, 4, 8, 16, 32, 60].map((seconds) => ({
      kind: 'retry',
      at: later(seconds * 1000),
    }));
    expect(waits.map((decision) => decision.kind)).toEqual(expected.map(({ kind }) => kind));
    waits.forEach((decision, n) => {
      if (decision.kind === 'retry')
        expect(decision.at.getTime()).toBeCloseTo(expected[n]?.at.getTime() ?? 0, -1);
    });
  });

  it('spreads its retries over the second half of the wait', () => {
    expect(ask('unavailable', { attempts: 3 })).toEqual({ kind: 'retry', at: later(2000) });
    expect(ask('unavailable', { attempts: 3, random: () => 0.5 })).toEqual({
      kind: 'retry',
      at: later(3000),
    });
  });

  it('is waited out however long it lasts, while the customer may still be answered', () => {
    expect(ask('unavailable', { attempts: 500, random: full }).kind).toBe('retry');
    expect(ask('rate-limited', { attempts: 500, random: full }).kind).toBe('retry');
  });

  it('is given up after eight calls whose outcome nobody knows', () => {
    expect(ask('unknown-outcome', { attempts: 7 }).kind).toBe('await-status');
    expect(ask('unknown-outcome', { attempts: 8 })).toEqual({ kind: 'give-up', reason: 'attempts-used-up' });
    const forgets = { forgetsMark: true };
    expect(ask('unknown-outcome', forgets).kind).toBe('await-status');
    expect(ask('unknown-outcome', { ...forgets, attempts: 2 }).kind).toBe('give-up');
    expect(ask('unavailable', { ...forgets, attempts: 2 }).kind).toBe('retry');
  });

  it.each([
    [1, 3],
    [131000, 4],
    [131053, 3],
  ])('counts as our own bug when code %i lasts %i attempts', (providerCode, attempts) => {
    expect(ask('unavailable', { providerCode, attempts: attempts - 1 }).kind).toBe('retry');
    expect(ask('unavailable', { providerCode, attempts })).toEqual({
      kind: 'give-up',
      reason: 'attempts-used-up',
    });
  });
});

describe('a rate limit', () => {
  it('is never tried again before the provider wants it', () => {
    expect(ask('rate-limited', { retryAfterMs: 30_000 })).toEqual({ kind: 'retry', at: later(30_000) });
    expect(ask('rate-limited', { retryAfterMs: 30_000, random: () => 0.5 })).toEqual({
      kind: 'retry',
      at: later(31_500),
    });
    expect(ask('rate-limited', { retryAfterMs: 0, attempts: 2 })).toEqual({ kind: 'retry', at: later(1000) });
  });

  it('on one customer waits 4^n seconds, n from 0', () => {
    const waits = [1, 2, 3, 4].map((attempts) => ask('rate-limited', { providerCode: 131056, attempts }));
    expect(waits).toEqual([1, 4, 16, 64].map((seconds) => ({ kind: 'retry', at: later(seconds * 1000) })));
  });
});

describe('an unknown outcome', () => {
  it('waits for a status before anything is sent twice, longer each time', () => {
    expect(ask('unknown-outcome')).toEqual({ kind: 'await-status', until: later(7500) });
    expect(ask('unknown-outcome', { attempts: 2 })).toEqual({ kind: 'await-status', until: later(15_000) });
  });
});

describe('the last moment', () => {
  it('gives up when the next attempt would come too late', () => {
    expect(ask('unavailable', { expiresAt: later(501) }).kind).toBe('retry');
    expect(ask('unavailable', { expiresAt: later(500) })).toEqual({ kind: 'give-up', reason: 'expired' });
    expect(ask('rate-limited', { retryAfterMs: 60_000, expiresAt: later(59_000) }).kind).toBe('give-up');
    expect(ask('unavailable', { firstAttemptAt: later(-24 * 3_600_000) })).toEqual({
      kind: 'give-up',
      reason: 'expired',
    });
  });

  it('never decides on a moment in the past, after the expiry or before the provider allows', () => {
    const kinds = fc.constantFrom<ChannelFailureKind>('rate-limited', 'unavailable', 'unknown-outcome');
    const odds = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    const spans = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(
        kinds,
        odds,
        fc.integer({ min: 0, max: 9 }),
        spans,
        spans,
        (kind, odd, attempts, after, life) => {
          const decision = ask(kind, {
            attempts,
            retryAfterMs: after,
            expiresAt: later(life),
            random: () => odd,
          });
          const at =
            decision.kind === 'retry'
              ? decision.at
              : decision.kind === 'await-status'
                ? decision.until
                : null;
          if (at === null) return;
          expect(at.getTime()).toBeGreaterThanOrEqual(now.getTime() + Math.max(1, after));
          expect(at.getTime()).toBeLessThan(now.getTime() + life);
        },
      ),
    );
  });
});
