import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';

export type TakenAccountEvent = { id: string; payload: unknown };

/**
 * Takes what a provider has said of a channel's account and nobody has dealt with yet, oldest first. It stays locked until
 * the transaction ends, and others pass it by.
 */
export const takeAccountEvents = (
  tx: Tx,
  scope: BusinessScope,
  channelId: string,
): Promise<TakenAccountEvent[]> =>
  tx.$queryRaw<TakenAccountEvent[]>`/* statement: take-account-events */
    SELECT id, payload FROM inbound_event
    WHERE status = 'pending' AND kind = 'account' AND business_id = ${scope.businessId}::uuid
      AND channel_id = ${channelId}::uuid
    ORDER BY received_at, id LIMIT 200 FOR UPDATE SKIP LOCKED`;
