import type { Db } from '../../db/client';
import { transaction } from '../../db/transaction';
import { publish } from '../../live/publish';
import { receiptRowOf } from '../../payments/receipts/queries';
import type { BookingReceipts } from '../../receipts/types';
import { recordAudit } from '../../tenancy/commands/record-audit';
import type { BusinessScope, StaffActor } from '../../tenancy/types';
import { findDeskBooking } from '../find-desk-booking';
import type { World } from '../types';
import { findReceipts, issueReceipt } from './issue-receipt';

/** `within`: a practitioner's own calendar, null for the desk. */
type Wanted = { booking: string; within: string | null };

/** The documents of a booking, and whether some are due. Throws `not-found`. */
export async function loadReceipts(db: Db, scope: BusinessScope, wanted: Wanted): Promise<BookingReceipts> {
  const { id } = await findDeskBooking(db, scope, wanted);
  const { issued, due } = await findReceipts(db, scope, id);
  return { issued: issued.map(receiptRowOf), due };
}

/** Issues what documents are due for a booking, and gives them all. Safe to repeat. Throws `not-found`. */
export function issueAtDesk(
  world: Pick<World, 'database' | 'clock'>,
  scope: BusinessScope,
  { actor, ...wanted }: Wanted & { actor: StaffActor },
): Promise<BookingReceipts> {
  return transaction(world.database, async (tx) => {
    const { id, reference } = await findDeskBooking(tx, scope, wanted);
    const before = await findReceipts(tx, scope, id);
    const all = await issueReceipt(world, tx, scope, { bookingId: id });
    const fresh = all.slice(before.issued.length);
    if (fresh.length > 0) {
      await recordAudit(tx, scope, {
        actor,
        action: 'receipt.issue',
        subject: { kind: 'booking', id, label: reference },
        after: { numbers: fresh.map((one) => one.snapshot.number).join(', ') },
        now: world.clock.now(),
      });
      await publish(tx, scope, { kind: 'bookings', id });
    }
    return { issued: all.map(receiptRowOf), due: false };
  });
}
