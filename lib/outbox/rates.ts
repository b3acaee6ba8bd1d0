/** One message towards one customer every so often, with bursts of up to 45. Source: Cloud API pair rate limit. */
export const pairStepMs = 6_000;
const pairBurstMs = 40 * pairStepMs;

/** How far each clock may have run at the instant `now`, and how far a message pushes the channel's on. */
export type SendingLimits = {
  pairLimit: Date;
  channelLimit: Date;
  stepMs: number;
  burstMs: number;
  now: Date;
};

/**
 * The limits of a moment. Both of Meta's rates are kept as clocks that each message pushes on by its share; a clock
 * may run ahead of the time by a burst. A fifth of the number's rate is left: an eighth for what its customers write, and the
 * rest for a burst and for calls that arrive late, so that even the second in which both fall stays within it.
 * Source: Cloud API throughput.
 */
export function sendingLimits(ratePerSecond: number, now: Date): SendingLimits {
  const stepMs = 1000 / (ratePerSecond * 0.8);
  const burstMs = stepMs * Math.max(1, Math.floor(ratePerSecond / 25));
  const ahead = (ms: number): Date => new Date(now.getTime() + ms);
  return { pairLimit: ahead(pairBurstMs), channelLimit: ahead(burstMs), stepMs, burstMs, now };
}
