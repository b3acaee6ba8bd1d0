import { changeCustomer as storeChange } from '../customers/commands/change-customer';
import { eraseCustomer as erase } from '../customers/commands/erase-customer';
import { mergeCustomers as merge } from '../customers/commands/merge-customers';
import type { CustomerChange } from '../customers/schema';
import { findCustomerView } from '../customers/sql/customer-view';
import { transaction } from '../db/transaction';
import { AppError } from '../kernel/app-error';
import type { CustomerId } from '../kernel/ids';
import { publish } from '../live/publish';
import { recordAudit } from '../tenancy/commands/record-audit';
import type { BusinessScope, StaffActor } from '../tenancy/types';
import type { World } from './types';

type Desk = Pick<World, 'database' | 'clock'>;
type ErasingDesk = Desk & Pick<World, 'markOf'>;
type By = { actor: StaffActor; customerId: string };

const nobody = (): AppError => new AppError('not-found', 'There is no such customer.');

/** What staff changed about a customer: name, language, note, blocked or not. Throws not-found, conflict. */
export async function changeCustomer(
  world: Desk,
  scope: BusinessScope,
  input: By & { change: CustomerChange },
): Promise<void> {
  const { actor, customerId, change } = input;
  const now = world.clock.now();
  await transaction(world.database, async (tx) => {
    const before = await storeChange(tx, scope, { customerId, change, now });
    if (!before) throw nobody();
    if (before === 'note-changed')
      throw new AppError('conflict', 'Somebody else changed the note. Read it again.', [
        { path: 'note', message: 'changed-meanwhile' },
      ]);
    const after = Object.fromEntries(Object.entries(change).filter(([key]) => key !== 'noteWas'));
    const changed = Object.keys(after) as Exclude<keyof CustomerChange, 'noteWas'>[];
    const block =
      change.blocked === undefined ? null : change.blocked ? 'customer.block' : 'customer.unblock';
    await recordAudit(tx, scope, {
      actor,
      action: block ?? 'customer.change',
      subject: { kind: 'customer', id: customerId, label: change.name ?? before.name ?? '' },
      before: Object.fromEntries(changed.map((key) => [key, before[key]])),
      after,
      now,
    });
    await publish(tx, scope, { kind: 'customers', id: customerId }, { kind: 'chats' });
  });
}

/** Makes two records of one person one; everything of `drop` moves to the customer. Throws not-found, invalid. */
export async function mergeCustomers(
  world: Desk,
  scope: BusinessScope,
  input: By & { drop: string },
): Promise<void> {
  const { actor, customerId, drop } = input;
  const now = world.clock.now();
  if (customerId === drop) throw new AppError('invalid', 'A customer cannot be joined with themselves.');
  await transaction(world.database, async (tx) => {
    const [kept, dropped] = [
      await findCustomerView(tx, scope, { customerId, now, bookings: 0 }),
      await findCustomerView(tx, scope, { customerId: drop, now, bookings: 0 }),
    ];
    if (!kept || !dropped || kept.erasedAt || dropped.erasedAt) throw nobody();
    // The second of two that press at once waits here, and then finds one of them gone.
    await merge(tx, scope, { keep: customerId as CustomerId, drop: drop as CustomerId });
    await recordAudit(tx, scope, {
      actor,
      action: 'customer.merge',
      subject: { kind: 'customer', id: customerId, label: kept.name ?? kept.phone ?? '' },
      before: { joined: dropped.name ?? dropped.phone, bookings: dropped.counts.bookings },
      now,
    });
    await publish(tx, scope, { kind: 'customers' }, { kind: 'chats' }, { kind: 'bookings' });
  });
}

/** Erases a customer's personal data at their wish; what they refused goes on to hold. Throws not-found. */
export async function eraseCustomer(world: ErasingDesk, scope: BusinessScope, input: By): Promise<void> {
  const { actor, customerId } = input;
  const now = world.clock.now();
  await transaction(world.database, async (tx) => {
    const markOf = (identity: string): string => world.markOf(scope, identity);
    if (!(await erase(tx, scope, { customerId, now, markOf }))) throw nobody();
    const subject = { kind: 'customer', id: customerId };
    await recordAudit(tx, scope, { actor, action: 'customer.erase', subject, now });
    await publish(tx, scope, { kind: 'customers' }, { kind: 'chats' }, { kind: 'bookings' });
  });
}
