import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { CustomerId } from '../../kernel/ids';
import { phoneOfWaId } from '../../kernel/phone';
import type { Sender } from '../../messaging/types';
import type { BusinessScope } from '../../tenancy/types';
import { findByIdentity } from '../queries';
import type { Customer } from '../types';
import { mergeCustomers } from './merge-customers';

/**
 * Finds the customer behind a sender, or makes one; ids that were missing are filled in, and two records that
 * turn out to be one person are merged. A number that now belongs to another business-scoped user id is a
 * recycled SIM: the old customer keeps the history and loses the number.
 * Two first messages at once resolve to one row by the unique keys.
 * Source: WhatsApp business-scoped user ids, matching algorithm (bsuid first, then wa_id).
 */
export async function recogniseCustomer(
  tx: Tx,
  scope: BusinessScope,
  sender: Sender,
  now: Date,
): Promise<Customer> {
  const found = await findByIdentity(tx, scope, sender);
  const byBsuid = sender.bsuid ? found.find((one) => one.bsuid === sender.bsuid) : undefined;
  const byNumber = sender.waId ? found.find((one) => one.waId === sender.waId) : undefined;
  if (byBsuid && sender.waId && byBsuid.waId !== sender.waId)
    return adoptNumber(tx, scope, byBsuid, byNumber, sender);
  if (byBsuid) return refresh(tx, scope, byBsuid, sender);

  if (byNumber && sender.bsuid && byNumber.bsuid && byNumber.bsuid !== sender.bsuid) {
    await tx.customer.updateMany({
      where: { businessId: scope.businessId, id: byNumber.id },
      data: { waId: null, phone: null },
    });
    return create(tx, scope, sender, now);
  }
  if (byNumber) return refresh(tx, scope, byNumber, sender);
  return create(tx, scope, sender, now);
}

/** Whether a customer is exactly who the sender says they are, so that recognising them would change nothing. */
export const isAsKnown = (customer: Customer, { waId, bsuid, profileName }: Sender): boolean =>
  (!waId || waId === customer.waId) &&
  (!bsuid || bsuid === customer.bsuid) &&
  (!profileName || profileName === customer.profileName);

/** The user id is known under another number, or none: take the number over, merging whoever had it. */
async function adoptNumber(
  tx: Tx,
  scope: BusinessScope,
  customer: Customer,
  holder: Customer | undefined,
  sender: Sender,
): Promise<Customer> {
  if (holder && holder.bsuid === null)
    await mergeCustomers(tx, scope, { keep: customer.id, drop: holder.id });
  else if (holder) {
    await tx.customer.updateMany({
      where: { businessId: scope.businessId, id: holder.id },
      data: { waId: null, phone: null },
    });
  }
  return refresh(tx, scope, customer, sender);
}

/** Writes only what changed: most messages bring nothing new. */
async function refresh(tx: Tx, scope: BusinessScope, customer: Customer, sender: Sender): Promise<Customer> {
  const changes = {
    ...(sender.waId &&
      sender.waId !== customer.waId && { waId: sender.waId, phone: phoneOfWaId(sender.waId) }),
    ...(sender.bsuid && sender.bsuid !== customer.bsuid && { bsuid: sender.bsuid }),
    ...(sender.profileName &&
      sender.profileName !== customer.profileName && { profileName: sender.profileName }),
  };
  if (Object.keys(changes).length > 0) {
    await tx.customer.update({
      where: { businessId_id: { businessId: scope.businessId, id: customer.id } },
      data: { ...changes, ...(sender.username && { username: sender.username }) },
    });
  }
  return { ...customer, ...changes };
}

async function create(tx: Tx, scope: BusinessScope, sender: Sender, now: Date): Promise<Customer> {
  const row = {
    id: newId<CustomerId>(),
    waId: sender.waId ?? null,
    bsuid: sender.bsuid ?? null,
    profileName: sender.profileName ?? null,
  };
  const made = await tx.customer.createManyAndReturn({
    data: [
      {
        ...row,
        businessId: scope.businessId,
        phone: sender.waId ? phoneOfWaId(sender.waId) : null,
        username: sender.username ?? null,
        createdAt: now,
      },
    ],
    skipDuplicates: true,
  });
  // Somebody else made the same person a moment ago; theirs is visible now that the insert has waited for it.
  if (made.length === 0) return recogniseCustomer(tx, scope, sender, now);
  return { ...row, name: null, language: null, blocked: false };
}
