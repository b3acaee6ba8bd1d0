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
 * may run ahead of the time by a burst. An eighth of the number's rate is left for what its customers write, and a sixteenth
 * for a burst, so that even the second in which one falls stays within it. Source: Cloud API throughput.
 */
export function sendingLimits(ratePerSecond: number, now: Date): SendingLimits {
  const stepMs = 1000 / (ratePerSecond * 0.8125);
  const burstMs = stepMs * Math.max(1, Math.floor(ratePerSecond / 16));
  const ahead = (ms: number): Date => new Date(now.getTime() + ms);
  return { pairLimit: ahead(pairBurstMs), channelLimit: ahead(burstMs), stepMs, burstMs, now };
}
