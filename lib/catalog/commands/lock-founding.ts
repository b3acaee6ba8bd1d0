import type { Tx } from '../../db/client';

/**
 * Keeps everybody else from asking the same until this transaction ends, and tells whether there is no business yet.
 * Only first set-up asks.
 */
export async function lockFounding(tx: Tx): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('neram_founding'))`;
  return (await tx.business.count()) === 0;
}
