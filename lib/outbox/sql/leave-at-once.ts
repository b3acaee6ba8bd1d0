import { Prisma } from '../../db/generated/client';
import type { BusinessScope } from '../../tenancy/types';
import { pairStepMs, type SendingLimits } from '../rates';

/**
 * A part of the statement that writes messages into a thread: takes both of Meta's rates for the first of them, so that it
 * is `sending` when the statement commits and its call can follow at once. Gives a row where nothing is in the way: no
 * earlier message waits, the channel is not paused, both rates have room; never unless `wanted`. Reads `head`, the thread's
 * locked row.
 */
export const leavingAtOnce = (
  scope: BusinessScope,
  { now, wanted, ...limits }: SendingLimits & { wanted: boolean },
): Prisma.Sql => Prisma.sql`
  UPDATE channel SET send_clock = greatest(channel.send_clock, ${now}::timestamptz)
    + ${limits.stepMs}::float8 * interval '1 millisecond'
  FROM head WHERE ${wanted}::boolean AND channel.business_id = ${scope.businessId}::uuid AND channel.id = head.channel_id
    AND channel.paused_reason IS NULL AND channel.archived_at IS NULL AND head.blocked_at IS NULL AND coalesce(channel.send_clock <= ${limits.channelLimit}::timestamptz, true)
    AND coalesce(head.send_clock <= ${limits.pairLimit}::timestamptz, true)
    AND NOT EXISTS (SELECT FROM message WHERE business_id = ${scope.businessId}::uuid AND thread_id = head.id
      AND direction = 'out' AND status IN ('queued', 'sending'))
  RETURNING greatest(head.send_clock, ${now}::timestamptz)
    + ${pairStepMs}::float8 * interval '1 millisecond' AS pair_clock`;
