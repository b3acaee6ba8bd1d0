import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { BusinessScope } from '../../tenancy/types';
import type { OfferDraft } from '../types';

/** Writes a new offer, or changes one; packs that were sold stay as they were sold. Returns its id. */
export async function saveOffer(
  tx: Tx,
  { businessId }: BusinessScope,
  input: { id: string | null; draft: OfferDraft; now: Date },
): Promise<string> {
  const { draft, now } = input;
  const { kind, name, pricePaise, validDays } = draft;
  const id = input.id ?? newId();
  const data = {
    kind,
    name,
    pricePaise,
    validDays,
    quantity: draft.kind === 'membership' ? null : draft.quantity,
    memberPercent: draft.kind === 'membership' ? draft.memberPercent : null,
  };
  await tx.packOffer.upsert({
    where: { businessId_id: { businessId, id } },
    create: { businessId, id, createdAt: now, ...data },
    update: data,
  });
  await tx.packOfferService.deleteMany({ where: { businessId, offerId: id } });
  await tx.packOfferService.createMany({
    data: [...new Set(draft.serviceIds)].map((serviceId) => ({ businessId, offerId: id, serviceId })),
  });
  return id;
}

/** Sells an offer no more, or again. */
export async function archiveOffer(
  tx: Tx,
  { businessId }: BusinessScope,
  { id, archivedAt }: { id: string; archivedAt: Date | null },
): Promise<void> {
  await tx.packOffer.update({ where: { businessId_id: { businessId, id } }, data: { archivedAt } });
}
