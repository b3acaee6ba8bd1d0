import { loadCatalog } from '../../catalog/queries';
import type { Tx } from '../../db/client';
import type { Db } from '../../db/client';
import { transaction } from '../../db/transaction';
import { AppError } from '../../kernel/app-error';
import { inLanguage } from '../../kernel/local-text';
import { publish } from '../../live/publish';
import { archiveOffer, saveOffer } from '../../packs/commands/save-offer';
import { listOffers } from '../../packs/queries';
import type { OfferDraft, OffersView, PackOffer } from '../../packs/types';
import { recordAudit } from '../../tenancy/commands/record-audit';
import type { BusinessScope, StaffActor } from '../../tenancy/types';
import type { World } from '../types';

/** What is sold ahead, and the services that it may be good for. */
export async function loadOffers(db: Db, scope: BusinessScope): Promise<OffersView> {
  const { services } = await loadCatalog(db, scope);
  return {
    offers: await listOffers(db, scope),
    services: services.map(({ id, name }) => ({ id, name })),
  };
}

const labelOf = ({ name }: Pick<PackOffer, 'name'>): string => inLanguage(name, 'en');

async function offerOf(tx: Tx, scope: BusinessScope, id: string): Promise<PackOffer> {
  const offer = (await listOffers(tx, scope)).find((one) => one.id === id);
  if (!offer) throw new AppError('not-found', 'There is no such pack.');
  return offer;
}

/**
 * Writes a new offer (`id` null) or changes one; packs sold before stay as they were sold. Throws `not-found` for an unknown
 * offer, and `invalid` for a service that the business does not have.
 */
export function writeOffer(
  world: Pick<World, 'database' | 'clock'>,
  scope: BusinessScope,
  { actor, id, draft }: { actor: StaffActor; id: string | null; draft: OfferDraft },
): Promise<{ id: string }> {
  return transaction(world.database, async (tx) => {
    const now = world.clock.now();
    const before = id === null ? null : await offerOf(tx, scope, id);
    const { services } = await loadCatalog(tx, scope);
    if (!draft.serviceIds.every((wanted) => services.some((one) => one.id === wanted)))
      throw new AppError('invalid', 'There is no such service.', [
        { path: 'serviceIds', message: 'not-found' },
      ]);
    const saved = await saveOffer(tx, scope, { id, draft, now });
    const after = await offerOf(tx, scope, saved);
    await recordAudit(tx, scope, {
      actor,
      action: before ? 'pack.change' : 'pack.add',
      subject: { kind: 'pack', id: saved, label: labelOf(after) },
      before: before && priceOf(before),
      after: priceOf(after),
      now,
    });
    await publish(tx, scope, { kind: 'setup' });
    return { id: saved };
  });
}

const priceOf = ({ pricePaise, quantity, validDays, memberPercent }: PackOffer) => ({
  pricePaise,
  quantity,
  validDays,
  memberPercent,
});

/** Sells an offer no more, or again. Throws `not-found`. */
export function putOfferAway(
  world: Pick<World, 'database' | 'clock'>,
  scope: BusinessScope,
  { actor, id, archived }: { actor: StaffActor; id: string; archived: boolean },
): Promise<void> {
  return transaction(world.database, async (tx) => {
    const now = world.clock.now();
    const offer = await offerOf(tx, scope, id);
    if (offer.archived === archived) return;
    await archiveOffer(tx, scope, { id, archivedAt: archived ? now : null });
    await recordAudit(tx, scope, {
      actor,
      action: archived ? 'pack.archive' : 'pack.restore',
      subject: { kind: 'pack', id, label: labelOf(offer) },
      now,
    });
    await publish(tx, scope, { kind: 'setup' });
  });
}
