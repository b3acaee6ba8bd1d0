import { cancelBooking } from '../../booking/commands/cancel-booking';
import { findBooking } from '../../booking/queries';
import type { Booking } from '../../booking/types';
import type { Settle, Settled } from '../../catalog/closures/schema';
import type { Notice } from '../../conversation/notice';
import { getCustomer } from '../../customers/queries';
import type { Tx } from '../../db/client';
import { transaction } from '../../db/transaction';
import { AppError } from '../../kernel/app-error';
import { inLanguage } from '../../kernel/local-text';
import { publish } from '../../live/publish';
import { recordAudit } from '../../tenancy/commands/record-audit';
import { getBusiness } from '../../tenancy/queries';
import type { BusinessScope, StaffActor } from '../../tenancy/types';
import { tellCustomer } from '../tell-customer';
import type { World } from '../types';
import { moveAside } from './move-aside';
import { settleCancelled } from '../money/settle-change';

export type Desk = { world: World; scope: BusinessScope; actor: StaffActor };

type Outcome = { done: Settled['done']; booking: Booking; notice: Notice | null };

/**
 * Does for one booking on a closed time what staff chose, and tells the customer, in one transaction: cancelled, moved
 * to another court or doctor at the same time, or asked in WhatsApp for a new time. Answers `changed` and does nothing
 * where somebody has changed the booking meanwhile (or the same was done before), `no-other` where nobody else is
 * free. Throws `not-found`.
 */
export function settleAffected(desk: Desk, input: Settle): Promise<Settled> {
  const { world, scope, actor } = desk;
  return transaction(world.database, async (tx) => {
    const before = await findBooking(tx, scope, input.bookingId);
    if (!before) throw new AppError('not-found', 'There is no such booking.');
    const { done, booking, notice } = await act(tx, desk, before, input);
    if (!notice) return { done, told: null, resourceId: null };
    // One for each state of the booking: the same click twice tells nobody twice.
    const effectId = `closure:${before.id}:${String(before.version)}:${input.act}`;
    const way = await tellCustomer(tx, world, scope, { booking, notice, effectId });
    const told = way === 'message' ? way : way.cannot;
    await recordAudit(tx, scope, {
      actor,
      action: `booking.closure-${input.act}`,
      subject: { kind: 'booking', id: booking.id, label: booking.reference },
      before: { startsAt: before.startsAt, resourceId: before.resourceId, status: before.status },
      after: { resourceId: booking.resourceId, status: booking.status, told },
      now: world.clock.now(),
    });
    await publish(tx, scope, { kind: 'bookings', id: booking.id });
    const outcome = done === 'offered' && told !== 'message' ? 'not-told' : done;
    return { done: outcome, told, resourceId: done === 'moved' ? booking.resourceId : null };
  });
}

async function act(tx: Tx, { world, scope, actor }: Desk, before: Booking, input: Settle): Promise<Outcome> {
  const changed: Outcome = { done: 'changed', booking: before, notice: null };
  if (before.version !== input.version) return changed;
  const now = world.clock.now();
  const staff = { kind: 'staff' as const, id: actor.userId };
  switch (input.act) {
    case 'cancel': {
      const customer = before.customerId ? await getCustomer(tx, scope, before.customerId) : null;
      const reason = inLanguage(
        input.reason,
        customer?.language ?? (await getBusiness(tx, scope)).defaultLanguage,
      );
      const result = await cancelBooking(tx, scope, {
        bookingId: before.id,
        reason,
        actor: staff,
        now,
        expectedVersion: input.version,
      });
      if (!result.ok) return changed;
      const booking = await settleCancelled(tx, scope, {
        booking: result.value,
        actor: staff,
        now,
        by: 'venue',
      });
      return { done: 'cancelled', booking, notice: { kind: 'cancelled', reason } };
    }
    case 'move':
      return moveAside(tx, scope, { booking: before, actor: staff, now });
    case 'offer': {
      if (before.status !== 'confirmed' || before.startsAt <= now) return changed;
      const customer = before.customerId ? await getCustomer(tx, scope, before.customerId) : null;
      const reason = inLanguage(
        input.reason,
        customer?.language ?? (await getBusiness(tx, scope)).defaultLanguage,
      );
      return { done: 'offered', booking: before, notice: { kind: 'closed', reason } };
    }
  }
}
