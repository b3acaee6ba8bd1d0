import { isUuid } from '../../kernel/uuid';
import type { Db } from '../../db/client';
import { findAttempt, findAttemptOfLink, type PaymentAttempt } from '../../payments/queries';
import type { BusinessScope } from '../../tenancy/types';

/** The attempt of ours that a payment is for, by the reference that the gateway passed on, else by its link. */
export async function attemptOf(
  db: Db,
  scope: BusinessScope,
  accountId: string,
  of: { reference: string | null; linkId: string | null },
): Promise<PaymentAttempt | null> {
  const named = of.reference && isUuid(of.reference) ? await findAttempt(db, scope, of.reference) : null;
  if (named?.accountId === accountId) return named;
  return of.linkId ? findAttemptOfLink(db, scope, { accountId, linkId: of.linkId }) : null;
}
