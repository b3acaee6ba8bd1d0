import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';
import type { AccountMode } from '../types';

export type Renewal = {
  id: string;
  mode: AccountMode;
  /** Sealed. */
  credentials: string;
  /** The sealed credentials that the new ones were made from. */
  before: string;
};

/**
 * Gives the same account new keys or secrets, and forgets what the last check said of the old ones. False when somebody
 * else has changed them since they were read.
 */
export async function renewCredentials(tx: Tx, scope: BusinessScope, renewal: Renewal): Promise<boolean> {
  const { id, mode, credentials, before } = renewal;
  const { count } = await tx.paymentAccount.updateMany({
    where: { businessId: scope.businessId, id, credentials: before },
    data: { mode, credentials, checkedAt: null, checkProblem: null },
  });
  return count === 1;
}
