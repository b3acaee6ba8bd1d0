import type { Actor } from '../../booking/types';
import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { BusinessScope } from '../../tenancy/types';
import type { PackEntryKind } from '../types';

type Add = {
  packId: string;
  kind: PackEntryKind;
  /** Which act of its kind; the same act of a booking is written once. */
  key: string;
  /** Minutes or visits; negative where they are taken. */
  amount: number;
  bookingId?: string;
  reason?: string;
  actor: Actor;
  now: Date;
};

/**
 * Adds a line to a pack and writes what is left with it. Returns false for a line that is there already. The caller has
 * locked the pack and seen that enough is left: the database throws where it is not.
 */
export async function addPackEntry(tx: Tx, scope: BusinessScope, input: Add): Promise<boolean> {
  const { businessId } = scope;
  const { packId, amount, now, ...entry } = input;
  const { count } = await tx.packEntry.createMany({
    data: { businessId, id: newId(), packId, amount, at: now, ...entry },
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await tx.pack.update({
    where: { businessId_id: { businessId, id: packId } },
    data: { remaining: { increment: amount } },
  });
  return true;
}
