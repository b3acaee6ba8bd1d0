import type { Actor } from '../../booking/types';
import type { Tx } from '../../db/client';
import type { Paise } from '../../kernel/money';
import type { BusinessScope } from '../../tenancy/types';
import { foldLedger } from '../ledger';
import { listLedger } from '../queries';
import type { Balance, LedgerEntry } from '../types';
import { appendEntries } from './append-entries';

/**
 * Makes the ledger ask for exactly `askedPaise`: a further charge, or a write-off, for the difference. Nothing is written
 * where it asks for that already. The caller has locked the booking.
 */
export async function askPrice(
  tx: Tx,
  scope: BusinessScope,
  input: { bookingId: string; askedPaise: Paise; actor: Actor; now: Date },
): Promise<Balance> {
  const { askedPaise, ...rest } = input;
  const before = await listLedger(tx, scope, input.bookingId);
  const { chargedPaise, writtenOffPaise } = foldLedger(before);
  const more = askedPaise - (chargedPaise - writtenOffPaise);
  // Lines are never changed: the place of this one in the ledger makes its key.
  const key = `price:${String(before.length)}`;
  const entry: LedgerEntry = { kind: more > 0 ? 'charge' : 'write-off', key, amountPaise: Math.abs(more) };
  return appendEntries(tx, scope, { ...rest, entries: more === 0 ? [] : [entry] });
}
