import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { Actor } from '../../booking/types';
import type { BusinessScope } from '../../tenancy/types';
import { foldLedger } from '../ledger';
import { listLedger } from '../queries';
import type { Balance, LedgerEntry } from '../types';

type Append = { bookingId: string; entries: readonly LedgerEntry[]; actor: Actor; now: Date };

/**
 * Adds lines to a booking's ledger and writes what it comes to on the booking. A line that is there already is left as it
 * is. The caller has locked the booking: two of these at once would each miss the other's lines.
 */
export async function appendEntries(tx: Tx, scope: BusinessScope, input: Append): Promise<Balance> {
  const { businessId } = scope;
  const { bookingId, entries, actor, now } = input;
  await tx.ledgerEntry.createMany({
    data: entries.map((entry) => ({
      businessId,
      id: newId(),
      bookingId,
      kind: entry.kind,
      key: entry.key,
      amountPaise: entry.amountPaise,
      ...(entry.kind === 'payment' && { method: entry.method }),
      ...(entry.kind === 'refund' && { state: entry.state, paymentKey: entry.paymentKey }),
      at: now,
      actor,
    })),
    skipDuplicates: true,
  });
  const balance = foldLedger(await listLedger(tx, scope, bookingId));
  await tx.booking.update({
    where: { businessId_id: { businessId, id: bookingId } },
    data: {
      askedPaise: balance.chargedPaise - balance.writtenOffPaise,
      keptPaise: balance.keptPaise,
      refundingPaise: balance.refundPendingPaise,
    },
  });
  return balance;
}
