import type { ChannelFailureKind } from '../channels/types';

export type RetryQuestion = {
  failure: { kind: ChannelFailureKind; providerCode?: number | undefined; retryAfterMs?: number | undefined };
  /** Calls made so far, the one that just failed included. */
  attempts: number;
  firstAttemptAt: Date;
  now: Date;
  /** This provider's statuses hold nothing of ours: none can tell that a message went whose answer was lost. */
  forgetsMark?: boolean;
  /** After this the message is no longer worth sending. */
  expiresAt: Date | null;
  /** Evenly spread over [0, 1). Spreads retries, so that a thousand messages do not come back as one. */
  random: () => number;
};

export type RetryDecision =
  | { kind: 'retry'; at: Date }
  | { kind: 'give-up'; reason: 'rejected' | 'window-closed' | 'unreachable' | 'attempts-used-up' | 'expired' }
  | { kind: 'pause-channel'; reason: string }
  /** A status may still tell that it went. Send again, with the same mark, once this has passed in silence. */
  | { kind: 'await-status'; until: Date };

/** Calls with an unknown outcome may each have arrived: after so many, silence is better than repetition. */
const maxUnknownOutcomes = 8;
/** Where no status can tell, each of them may well have arrived: a customer gets a message twice at most. */
const maxForgotten = 2;
/** Older than a customer's window, an answer answers nothing. */
const maxAgeMs = 24 * 3_600_000;
const firstWaitMs = 1_000;
/** Short enough that an hour's outage ends for the customers when it ends for the provider. */
const longestWaitMs = 60_000;
const longestPairWaitMs = 256_000;
const statusGraceMs = 15_000;

/** Too many messages to this one customer. Source: Meta, "Pair rate limits": wait 4^n seconds, n from 0. */
const pairRateCode = 131056;

/** Faults that are passing at first and our own bug when they last. Source: Meta, "Cloud API error codes". */
const maxAttemptsByCode = new Map([
  [1, 3],
  [131000, 4],
  [131053, 3],
]);

/**
 * What to do about a message that a provider did not take: again at a time that grows with each attempt and respects
 * the provider's own wish, wait for a status, stop the channel, or give up. Never later than `expiresAt`.
 */
export function decideRetry(question: RetryQuestion): RetryDecision {
  const { failure, attempts, now, expiresAt } = question;
  switch (failure.kind) {
    case 'rejected':
    case 'window-closed':
    case 'unreachable':
      return { kind: 'give-up', reason: failure.kind };
    case 'channel-blocked': {
      const code = failure.providerCode === undefined ? '' : ` (code ${failure.providerCode})`;
      return { kind: 'pause-channel', reason: `The provider refuses this channel${code}` };
    }
    case 'rate-limited':
    case 'unavailable':
    case 'unknown-outcome': {
      if (attempts >= attemptsAllowed(question)) return { kind: 'give-up', reason: 'attempts-used-up' };
      const at = new Date(now.getTime() + waitMs(question));
      const lastMoment = Math.min(
        expiresAt?.getTime() ?? Infinity,
        question.firstAttemptAt.getTime() + maxAgeMs,
      );
      if (at.getTime() >= lastMoment) return { kind: 'give-up', reason: 'expired' };
      return failure.kind === 'unknown-outcome' ? { kind: 'await-status', until: at } : { kind: 'retry', at };
    }
  }
}

/** An outage has no number of attempts: a reply waits for its end as long as the customer may still be answered. */
function attemptsAllowed({ failure: { kind, providerCode }, forgetsMark }: RetryQuestion): number {
  const byCode = providerCode === undefined ? undefined : maxAttemptsByCode.get(providerCode);
  if (byCode !== undefined) return byCode;
  if (kind !== 'unknown-outcome') return Infinity;
  return forgetsMark ? maxForgotten : maxUnknownOutcomes;
}

/** At least what the provider asked for; our own waits are spread downwards by up to half, asked ones upwards. */
function waitMs({ failure, attempts, random }: RetryQuestion): number {
  const n = Math.max(0, attempts - 1);
  if (failure.providerCode === pairRateCode)
    return atLeast(Math.max(Math.min(1000 * 4 ** n, longestPairWaitMs), failure.retryAfterMs ?? 0), random);
  const first = failure.kind === 'unknown-outcome' ? statusGraceMs : firstWaitMs;
  const own = Math.min(first * 2 ** n, longestWaitMs) * (0.5 + random() / 2);
  return failure.retryAfterMs === undefined ? own : Math.max(own, atLeast(failure.retryAfterMs, random));
}

const atLeast = (ms: number, random: () => number): number => ms * (1 + random() / 10);
