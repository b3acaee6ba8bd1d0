import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { BusinessScope } from '../../tenancy/types';

export type AccountInput = {
  kind: 'service-account' | 'oauth';
  label: string;
  /** Sealed. */
  credentials: string;
  userId: string;
  now: Date;
};

/** Connects an account, or gives the one of the same address new credentials and has its calendars looked at again. */
export async function saveAccount(
  tx: Tx,
  { businessId }: BusinessScope,
  input: AccountInput,
): Promise<string> {
  const { now, ...account } = input;
  const { kind, label, credentials } = account;
  const known = await tx.calendarAccount.findFirst({
    where: { businessId, kind, label, endedAt: null },
    select: { id: true },
  });
  if (!known) {
    const id = newId();
    await tx.calendarAccount.create({ data: { businessId, id, ...account, createdAt: now } });
    return id;
  }
  await tx.calendarAccount.update({
    where: { businessId_id: { businessId, id: known.id } },
    data: { credentials },
  });
  await tx.calendarLink.updateMany({
    where: { businessId, accountId: known.id, endedAt: null },
    data: { lookAt: now, readDueAt: now },
  });
  return known.id;
}

/** Forgets an account's credentials. The caller has ended its links. */
export async function endAccount(
  tx: Tx,
  { businessId }: BusinessScope,
  { id, now }: { id: string; now: Date },
): Promise<void> {
  await tx.calendarAccount.update({
    where: { businessId_id: { businessId, id } },
    data: { endedAt: now, credentials: '' },
  });
}
