import type { CustomerView } from '../customers/schema';
import { listCustomerMessages } from '../customers/sql/customer-messages';
import { findCustomerView } from '../customers/sql/customer-view';
import { transaction } from '../db/transaction';
import type { Db } from '../db/client';
import { AppError } from '../kernel/app-error';
import { listSoldPacks } from '../packs/queries';
import { recordAudit } from '../tenancy/commands/record-audit';
import type { BusinessScope, StaffActor } from '../tenancy/types';
import type { World } from './types';

/** A customer as staff see them. Throws not-found for one that is not this business's. */
export async function loadCustomer(
  db: Db,
  scope: BusinessScope,
  input: { customerId: string; now: Date },
): Promise<CustomerView> {
  const found = await findCustomerView(db, scope, input);
  if (!found) throw new AppError('not-found', 'There is no such customer.');
  return found;
}

const everything = 100_000;

/**
 * All that is stored about a customer, for themselves: profile, family, bookings, packs, consents and every message, as a
 * JSON text. Writes down that it was handed out. Throws not-found.
 * Source: Digital Personal Data Protection Act 2023 (India), section 11.
 */
export async function exportCustomer(
  world: Pick<World, 'database' | 'clock'>,
  scope: BusinessScope,
  input: { actor: StaffActor; customerId: string },
): Promise<string> {
  const { actor, customerId } = input;
  const now = world.clock.now();
  return transaction(world.database, async (tx) => {
    const customer = await findCustomerView(tx, scope, { customerId, now, bookings: everything });
    if (!customer) throw new AppError('not-found', 'There is no such customer.');
    const messages = await listCustomerMessages(tx, scope, customerId);
    const packs = await listSoldPacks(tx, scope, { customerId });
    await recordAudit(tx, scope, {
      actor,
      action: 'customer.export',
      subject: { kind: 'customer', id: customerId, label: customer.name ?? customer.phone ?? '' },
      now,
    });
    return JSON.stringify({ exportedAt: now, ...customer, packs, messages }, null, 2);
  });
}
