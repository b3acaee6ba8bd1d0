import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { GatewayName } from '../../kernel/gateways';
import type { BusinessScope } from '../../tenancy/types';
import type { AccountMode } from '../types';

export type NewAccount = {
  gateway: GatewayName;
  mode: AccountMode;
  /** Sealed; this room never sees them open. */
  credentials: string;
  now: Date;
};

/**
 * Takes this account for new payments and gives its id. The one before is retired: money that came through it still goes
 * back there, and its events are still heard.
 */
export async function saveAccount(tx: Tx, scope: BusinessScope, account: NewAccount): Promise<string> {
  const { now, ...given } = account;
  await retireAccount(tx, scope, now);
  const id = newId();
  await tx.paymentAccount.create({
    data: { businessId: scope.businessId, id, ...given, createdAt: now },
  });
  return id;
}

/** From now on the business has no account for new payments. Safe to repeat. */
export async function retireAccount(tx: Tx, scope: BusinessScope, now: Date): Promise<void> {
  // One current account is the database's law (payment_account_current). Whoever changes it waits for others who do.
  await tx.$executeRaw`SELECT FROM business WHERE id = ${scope.businessId}::uuid FOR NO KEY UPDATE`;
  await tx.paymentAccount.updateMany({
    where: { businessId: scope.businessId, retiredAt: null },
    data: { retiredAt: now },
  });
}
