import type { Actor } from '../../booking/types';
import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import { addDays } from '../../scheduling/local-date';
import type { LocalDate } from '../../scheduling/types';
import type { BusinessScope } from '../../tenancy/types';
import type { PackOffer } from '../types';
import { addPackEntry } from './add-pack-entry';

const dateOf = (on: LocalDate): Date => new Date(`${on}T00:00:00Z`);

/** Writes a pack as it is sold today. `sold` is false where the same act has sold it before. */
export async function writePack(
  tx: Tx,
  scope: BusinessScope,
  input: {
    effectId: string;
    offer: PackOffer;
    customerId: string;
    today: LocalDate;
    actor: Actor;
    soldBy: string | null;
    now: Date;
  },
): Promise<{ id: string; sold: boolean }> {
  const { businessId } = scope;
  const { effectId, offer, customerId, today, actor, soldBy, now } = input;
  const { name, kind, quantity, serviceIds, memberPercent, pricePaise, validDays } = offer;
  const id = newId();
  const { count } = await tx.pack.createMany({
    data: {
      ...{ businessId, id, offerId: offer.id, customerId, effectId, soldBy, soldAt: now },
      ...{ name, kind, quantity, serviceIds, memberPercent, pricePaise },
      startsOn: dateOf(today),
      endsOn: dateOf(addDays(today, validDays - 1)),
    },
    skipDuplicates: true,
  });
  if (count === 0) {
    const before = await tx.pack.findUniqueOrThrow({
      where: { businessId_effectId: { businessId, effectId } },
      select: { id: true },
    });
    return { id: before.id, sold: false };
  }
  if (quantity !== null)
    await addPackEntry(tx, scope, {
      packId: id,
      kind: 'bought',
      key: 'bought',
      amount: quantity,
      actor,
      now,
    });
  return { id, sold: true };
}

/** Lets a pack be used until another day. */
export async function extendPack(
  tx: Tx,
  { businessId }: BusinessScope,
  { id, endsOn }: { id: string; endsOn: LocalDate },
): Promise<void> {
  await tx.pack.update({ where: { businessId_id: { businessId, id } }, data: { endsOn: dateOf(endsOn) } });
}
