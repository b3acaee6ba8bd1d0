import { getCustomer } from '../../customers/queries';
import { inLanguage } from '../../kernel/local-text';
import type { DeskMethod } from '../../payments/types';
import { AppError } from '../../kernel/app-error';
import { toEpochMinute } from '../../kernel/time-range';
import { transaction } from '../../db/transaction';
import { publish } from '../../live/publish';
import { writePack } from '../../packs/commands/write-pack';
import { listOffers } from '../../packs/queries';
import { recordPackPayment } from '../../payments/commands/record-pack-payment';
import { localDateOf } from '../../scheduling/zone';
import { recordAudit } from '../../tenancy/commands/record-audit';
import { getBusiness } from '../../tenancy/queries';
import type { BusinessScope, StaffActor } from '../../tenancy/types';
import { issueReceipt } from '../money/issue-receipt';
import type { World } from '../types';

type Sale = {
  actor: StaffActor;
  /** Pressed twice, it sells once. */
  key: string;
  offerId: string;
  customerId: string;
  method: DeskMethod;
  reference?: string | undefined;
};

/**
 * Sells a pack to a customer from today on, with the money taken at the desk and its receipt issued. Returns its id. Throws `not-found` for an
 * offer that is not sold, or somebody who is no customer of this business.
 */
export function sellPack(world: World, scope: BusinessScope, sale: Sale): Promise<{ id: string }> {
  const { actor, key, offerId, customerId, method, reference } = sale;
  return transaction(world.database, async (tx) => {
    const now = world.clock.now();
    const offer = (await listOffers(tx, scope)).find(({ id, archived }) => id === offerId && !archived);
    if (!offer) throw new AppError('not-found', 'There is no such pack to sell.');
    await getCustomer(tx, scope, customerId);
    const { zone } = await getBusiness(tx, scope);
    const { id, sold } = await writePack(tx, scope, {
      effectId: `sale:${key}`,
      offer,
      customerId,
      today: localDateOf(toEpochMinute(now), zone),
      actor: { kind: 'staff', id: actor.userId },
      soldBy: actor.userId,
      now,
    });
    if (!sold) return { id };
    if (offer.pricePaise > 0) {
      await recordPackPayment(tx, scope, {
        packId: id,
        amountPaise: offer.pricePaise,
        method,
        reference: reference ?? null,
        takenBy: actor.userId,
        now,
      });
      await issueReceipt(world, tx, scope, { packId: id });
    }
    await recordAudit(tx, scope, {
      actor,
      action: 'pack.sell',
      subject: { kind: 'pack', id, label: inLanguage(offer.name, 'en') },
      after: { customerId, pricePaise: offer.pricePaise, method },
      now,
    });
    await publish(tx, scope, { kind: 'money' });
    await publish(tx, scope, { kind: 'customers', id: customerId });
    return { id };
  });
}
