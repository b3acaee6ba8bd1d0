import type { Db } from '../../db/client';
import { transaction } from '../../db/transaction';
import { AppError } from '../../kernel/app-error';
import { inLanguage } from '../../kernel/local-text';
import { shownTextSchema } from '../../kernel/local-text-schema';
import { publish } from '../../live/publish';
import type { Change } from '../../live/types';
import { findPack } from '../../packs/queries';
import { receiptRowOf } from '../../payments/receipts/queries';
import type { IssuedReceipts, ReceiptSubject } from '../../receipts/types';
import { recordAudit } from '../../tenancy/commands/record-audit';
import type { BusinessScope, StaffActor } from '../../tenancy/types';
import { findDeskBooking } from '../find-desk-booking';
import type { World } from '../types';
import { findReceipts, issueReceipt } from './issue-receipt';

/** A booking, or a pack; `within`: a practitioner's own calendar, null for the desk. */
type Wanted = { booking: string; within: string | null } | { pack: string };
type Subject = {
  of: ReceiptSubject;
  audited: { kind: 'booking' | 'pack'; id: string; label: string };
  changed: Change;
};

/** Throws `not-found`. */
async function subjectOf(db: Db, scope: BusinessScope, wanted: Wanted): Promise<Subject> {
  if ('pack' in wanted) {
    const pack = await findPack(db, scope, wanted.pack);
    if (!pack) throw new AppError('not-found', 'There is no such pack.');
    const name = shownTextSchema.parse(pack.name);
    return {
      of: { packId: pack.id },
      audited: { kind: 'pack', id: pack.id, label: inLanguage(name, 'en') },
      changed: { kind: 'customers', id: pack.customerId },
    };
  }
  const { id, reference } = await findDeskBooking(db, scope, wanted);
  return {
    of: { bookingId: id },
    audited: { kind: 'booking', id, label: reference },
    changed: { kind: 'bookings', id },
  };
}

/** The documents of a booking or pack, and whether some are due. Throws `not-found`. */
export async function loadReceipts(db: Db, scope: BusinessScope, wanted: Wanted): Promise<IssuedReceipts> {
  const { of } = await subjectOf(db, scope, wanted);
  const { issued, due } = await findReceipts(db, scope, of);
  return { issued: issued.map(receiptRowOf), due };
}

/** Issues what documents are due for a booking or pack, and gives them all. Safe to repeat. Throws `not-found`. */
export function issueAtDesk(
  world: Pick<World, 'database' | 'clock'>,
  scope: BusinessScope,
  { actor, ...wanted }: Wanted & { actor: StaffActor },
): Promise<IssuedReceipts> {
  return transaction(world.database, async (tx) => {
    const { of, audited, changed } = await subjectOf(tx, scope, wanted);
    const before = await findReceipts(tx, scope, of);
    const all = await issueReceipt(world, tx, scope, of);
    const fresh = all.slice(before.issued.length);
    if (fresh.length > 0) {
      await recordAudit(tx, scope, {
        actor,
        action: 'receipt.issue',
        subject: audited,
        after: { numbers: fresh.map((one) => one.snapshot.number).join(', ') },
        now: world.clock.now(),
      });
      await publish(tx, scope, changed);
    }
    return { issued: all.map(receiptRowOf), due: false };
  });
}
