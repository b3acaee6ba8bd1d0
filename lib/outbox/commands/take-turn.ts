import type { Db } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';

/**
 * Asks leave to send one message now. Both of Meta's rates are kept as "theoretical arrival times" in the
 * database, so that they hold across processes: the number's messages per second, and the pair rate of one
 * message per six seconds with bursts of up to 45 towards one customer.
 * Returns milliseconds to wait; 0 means go, and the turn is taken.
 * Source: Cloud API throughput and pair rate limits.
 */
export async function takeTurn(
  db: Db,
  scope: BusinessScope,
  input: { channelId: string; threadId: string; ratePerSecond: number; now: Date },
): Promise<number> {
  const { businessId } = scope;
  const pair = await db.$queryRaw<{ waitMs: number }[]>`
    UPDATE thread SET send_clock = CASE
        WHEN coalesce(send_clock, ${input.now}) <= ${input.now}::timestamptz + interval '240 seconds'
        THEN greatest(coalesce(send_clock, ${input.now}), ${input.now}) + interval '6 seconds' ELSE send_clock END
    WHERE business_id = ${businessId}::uuid AND id = ${input.threadId}::uuid
      AND coalesce(send_clock, ${input.now}) <= ${input.now}::timestamptz + interval '240 seconds'
    RETURNING 0 AS "waitMs"`;
  if (pair.length === 0) return 6_000;
  const stepMs = 1000 / (input.ratePerSecond * 0.875);
  const burstMs = stepMs * Math.max(1, Math.floor(input.ratePerSecond / 8));
  const channel = await db.$queryRaw<{ waitMs: number }[]>`
    UPDATE channel SET send_clock = greatest(coalesce(send_clock, ${input.now}), ${input.now})
      + ${stepMs} * interval '1 millisecond'
    WHERE business_id = ${businessId}::uuid AND id = ${input.channelId}::uuid
      AND coalesce(send_clock, ${input.now}) <= ${input.now}::timestamptz + ${burstMs} * interval '1 millisecond'
    RETURNING 0 AS "waitMs"`;
  return channel.length === 0 ? Math.ceil(burstMs) : 0;
}
