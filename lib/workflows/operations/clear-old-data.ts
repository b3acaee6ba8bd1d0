import type { Db } from '../../db/client';
import {
  clearBodies,
  clearDrafts,
  clearEvents,
  clearMessages,
  noteCleared,
} from '../../operations/commands/keep-data';
import { tooOldBefore } from '../../operations/keep-until';
import { getKeeping } from '../../operations/queries';
import { getBusiness, listBusinesses } from '../../tenancy/queries';
import { scopeOf } from '../../tenancy/scope';
import type { BusinessScope } from '../../tenancy/types';
import type { World } from '../types';

/** Small enough that nobody waits behind one. */
const batchSize = 2_000;

/**
 * Deletes what each business keeps no longer: raw events and chats. Each batch is a transaction of its own, so a run that
 * breaks off loses nothing and the next one goes on where it stopped. Bookings, payments, the ledger, receipts, consents and
 * the log are never touched. Every night.
 */
export async function clearOldData(
  { database, clock, log }: Pick<World, 'database' | 'clock' | 'log'>,
  limit = batchSize,
): Promise<void> {
  const { prisma } = database;
  for (const { id: businessId } of await listBusinesses(prisma)) {
    const scope = scopeOf(businessId);
    const now = clock.now();
    const { zone } = await getBusiness(prisma, scope);
    const { bodies, messages } = tooOldBefore(await getKeeping(prisma, scope), now, zone);
    const inBatches = (clear: Clear, before: Date) => clearAll(prisma, scope, clear, { before, limit });
    const cleared = {
      events: await inBatches(clearEvents, bodies),
      bodies: await inBatches(clearBodies, bodies),
      messages: messages ? await inBatches(clearMessages, messages) : 0,
      drafts: messages ? await inBatches(clearDrafts, messages) : 0,
    };
    await noteCleared(prisma, scope, now);
    if (Object.values(cleared).some((count) => count > 0))
      log.info({ businessId, cleared }, 'deleted what is kept no longer');
  }
}

type Clear = (db: Db, scope: BusinessScope, batch: { before: Date; limit: number }) => Promise<number>;

async function clearAll(
  db: Db,
  scope: BusinessScope,
  clear: Clear,
  batch: { before: Date; limit: number },
): Promise<number> {
  for (let total = 0; ;) {
    const count = await clear(db, scope, batch);
    total += count;
    if (count < batch.limit) return total;
  }
}
