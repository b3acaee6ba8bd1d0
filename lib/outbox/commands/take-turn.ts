import type { Db } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';
import { pairStepMs, sendingLimits } from '../rates';

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
