import type { Db } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';

/** One message towards one customer every so often, with bursts of up to 45. Source: Cloud API pair rate limit. */
const pairStepMs = 6_000;
const pairBurstMs = 40 * pairStepMs;

/**
 * The limits of a moment. Both of Meta's rates are kept as clocks that each message pushes on by its share; a clock
 * may run ahead of the time by a burst. An eighth of the number's rate is left for what its customers write.
 * Source: Cloud API throughput.
 */
export function sendingLimits(
  ratePerSecond: number,
  now: Date,
): { pairLimit: Date; channelLimit: Date; stepMs: number; burstMs: number } {
  const stepMs = 1000 / (ratePerSecond * 0.875);
  const burstMs = stepMs * Math.max(1, Math.floor(ratePerSecond / 8));
  const ahead = (ms: number): Date => new Date(now.getTime() + ms);
  return { pairLimit: ahead(pairBurstMs), channelLimit: ahead(burstMs), stepMs, burstMs };
}

/**
 * Asks leave to send one message now. The clocks stand in the database, so that they hold across processes.
 * Returns milliseconds to wait; 0 means go, and the turn is taken.
 */
export async function takeTurn(
  db: Db,
  scope: BusinessScope,
  input: { channelId: string; threadId: string; ratePerSecond: number; now: Date },
): Promise<number> {
  const { businessId } = scope;
  const { now } = input;
  const { pairLimit, channelLimit, stepMs, burstMs } = sendingLimits(input.ratePerSecond, now);
  const [pair] = await db.$queryRaw<{ free: boolean }[]>`
    SELECT coalesce(send_clock, ${now}::timestamptz) <= ${pairLimit}::timestamptz AS free FROM thread
    WHERE business_id = ${businessId}::uuid AND id = ${input.threadId}::uuid`;
  if (!pair?.free) return pairStepMs;
  const taken = await db.$executeRaw`
    UPDATE channel SET send_clock = greatest(coalesce(send_clock, ${now}::timestamptz), ${now}::timestamptz)
      + ${stepMs}::float8 * interval '1 millisecond'
    WHERE business_id = ${businessId}::uuid AND id = ${input.channelId}::uuid
      AND coalesce(send_clock, ${now}::timestamptz) <= ${channelLimit}::timestamptz`;
  if (taken === 0) return Math.ceil(burstMs);
  await db.$executeRaw`
    UPDATE thread SET send_clock = greatest(coalesce(send_clock, ${now}::timestamptz), ${now}::timestamptz)
      + ${pairStepMs}::float8 * interval '1 millisecond'
    WHERE business_id = ${businessId}::uuid AND id = ${input.threadId}::uuid`;
  return 0;
}
