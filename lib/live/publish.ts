import type { Db } from '../db/client';
import type { BusinessId } from '../kernel/ids';
import type { Change } from './types';

export const liveChannel = 'neram_live';

/** What a statement that has other work to do sends along itself, by `pg_notify(channel, payload)` for each. */
export const notice = (
  scope: { readonly businessId: BusinessId },
  changes: readonly Change[],
): { channel: string; payloads: string[] } => ({
  channel: liveChannel,
  payloads: changes.map((change) => JSON.stringify([scope.businessId, change.kind, change.id ?? null])),
});

/**
 * Tells every web process that something of the business changed, when the caller's transaction commits and not
 * otherwise. Equal changes of one transaction arrive once. Source: PostgreSQL, NOTIFY.
 */
export async function publish(
  db: Db,
  scope: { readonly businessId: BusinessId },
  ...changes: Change[]
): Promise<void> {
  if (changes.length === 0) return;
  const { payloads } = notice(scope, changes);
  await db.$queryRaw`
    SELECT pg_notify(${liveChannel}, payload)::text FROM unnest(${payloads}::text[]) AS payload`;
}
