import { recordConsent } from '../customers/commands/record-consent';
import { getCustomer } from '../customers/queries';
import type { ConsentBody } from '../customers/schema';
import { findCustomerView } from '../customers/sql/customer-view';
import { transaction } from '../db/transaction';
import { AppError } from '../kernel/app-error';
import { publish } from '../live/publish';
import { recordAudit } from '../tenancy/commands/record-audit';
import { getBusiness } from '../tenancy/queries';
import type { BusinessScope, StaffActor } from '../tenancy/types';
import type { World } from './types';

/**
 * Writes down what a customer told staff about messages, at the desk or on the phone. Said again it changes nothing. Throws
 * not-found for somebody unknown or erased.
 */
export async function noteConsent(
  world: Pick<World, 'database' | 'clock'>,
  scope: BusinessScope,
  input: { actor: StaffActor; customerId: string; consent: ConsentBody },
): Promise<void> {
  const { actor, customerId, consent } = input;
  const { purpose, granted, via, words } = consent;
  const now = world.clock.now();
  await transaction(world.database, async (tx) => {
    const known = await findCustomerView(tx, scope, { customerId, now, bookings: 0 });
    if (!known || known.erasedAt) throw new AppError('not-found', 'There is no such customer.');
    const { id, language } = await getCustomer(tx, scope, customerId);
    const changed = await recordConsent(tx, scope, {
      ...{ customerId: id, purpose, granted, words, at: now, source: 'staff' },
      by: { via, staffId: actor.userId },
      language: language ?? (await getBusiness(tx, scope)).defaultLanguage,
    });
    if (!changed) return;
    await recordAudit(tx, scope, {
      actor,
      action: 'customer.consent',
      subject: { kind: 'customer', id: customerId, label: known.name ?? known.phone ?? '' },
      after: { purpose, granted, via },
      now,
    });
    await publish(tx, scope, { kind: 'customers', id: customerId });
  });
}
