import { callIn } from '../booking/commands/call-in';
import { completeBooking } from '../booking/commands/complete-booking';
import type { CallBody } from '../booking/desk/schema';
import { transaction } from '../db/transaction';
import { AppError } from '../kernel/app-error';
import { publish } from '../live/publish';
import { recordAudit } from '../tenancy/commands/record-audit';
import type { BusinessScope, StaffActor } from '../tenancy/types';
import { findDeskBooking } from './find-desk-booking';
import type { World } from './types';

type Calling = CallBody & {
  actor: StaffActor;
  /** A practitioner's own calendar; null for the desk. */ within: string | null;
};

/**
 * Completes the visit of whoever is inside, if anybody is, and calls the next one in: both or neither. Throws `conflict`
 * when somebody else changed one of the two since they were read.
 */
export function callNext(world: World, scope: BusinessScope, input: Calling): Promise<void> {
  const { actor, next, inside, within } = input;
  return transaction(world.database, async (tx) => {
    const now = world.clock.now();
    const staff = { kind: 'staff', id: actor.userId } as const;
    // In the order of their ids, as everybody locks bookings.
    const acts = [
      ...(inside ? [{ ...inside, what: 'complete' as const }] : []),
      { ...next, what: 'call' as const },
    ].sort((one, other) => one.id.localeCompare(other.id));
    for (const { id, version, what } of acts) {
      const before = await findDeskBooking(tx, scope, { booking: id, within });
      const of = { bookingId: id, actor: staff, now, expectedVersion: version };
      const done = await (what === 'call' ? callIn(tx, scope, of) : completeBooking(tx, scope, of));
      if (!done.ok)
        throw new AppError('conflict', 'The queue has changed. Read it again.', [
          { path: what === 'call' ? 'next' : 'inside', message: done.reason },
        ]);
      await recordAudit(tx, scope, {
        actor,
        action: `booking.${what}`,
        subject: { kind: 'booking', id, label: before.reference },
        before: { status: before.status },
        after: { status: done.value.status },
        now,
      });
      await publish(tx, scope, { kind: 'bookings', id });
    }
  });
}
