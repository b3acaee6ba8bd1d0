import type { Booking } from '../../booking/types';
import type { Tx } from '../../db/client';
import type { Paise } from '../../kernel/money';
import { agreedPrice, isPaidByPack } from '../../payments/agreed-price';
import { listLedger } from '../../payments/queries';
import type { BusinessScope } from '../../tenancy/types';
import { amountToPay } from '../../terms/amount-to-pay';

type Priced = Pick<Booking, 'id' | 'pricePaise'>;

/** What a booking costs, less what staff have let go of. */
export const agreedPaise = async (tx: Tx, scope: BusinessScope, { id, pricePaise }: Priced): Promise<Paise> =>
  agreedPrice(await listLedger(tx, scope, id), pricePaise);

/**
 * What is to be asked for a booking that stands or is about to. A hold that had ended was let off its price, and is asked for
 * it again; what a pack has paid is not.
 */
export async function dueAgain(
  tx: Tx,
  scope: BusinessScope,
  booking: Priced & Pick<Booking, 'askedPaise'>,
): Promise<Paise> {
  if (booking.askedPaise > 0) return booking.askedPaise;
  const entries = await listLedger(tx, scope, booking.id);
  return isPaidByPack(entries) ? 0 : agreedPrice(entries, booking.pricePaise);
}

/** What has to be paid before a booking counts. */
export const paidBefore = async (tx: Tx, scope: BusinessScope, booking: Booking): Promise<Paise> =>
  amountToPay(booking.terms.rule, booking.terms.deposit, await agreedPaise(tx, scope, booking));

/** What has to be paid before a booking counts and has not been; 0: nothing. */
export const neededPaise = async (tx: Tx, scope: BusinessScope, booking: Booking): Promise<Paise> =>
  Math.max(0, (await paidBefore(tx, scope, booking)) - booking.keptPaise);
