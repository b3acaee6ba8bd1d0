import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';
import { threadColumns } from '../sql/thread-columns';
import { toThread, type ThreadRow } from '../thread-row';
import type { Thread } from '../types';

/**
 * A thread that we write to of our own accord, locked until the transaction ends so that no turn of its customer runs
 * meanwhile. Unlike a message of theirs it opens no window. Null when there is none with this id.
 */
export async function lockThread(tx: Tx, scope: BusinessScope, threadId: string): Promise<Thread | null> {
  const [row] = await tx.$queryRaw<ThreadRow[]>`/* statement: lock-thread */
    SELECT ${threadColumns} FROM thread WHERE business_id = ${scope.businessId}::uuid AND id = ${threadId}::uuid FOR NO KEY UPDATE`;
  if (!row) return null;
  return toThread(row);
}
