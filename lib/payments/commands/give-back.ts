import type { Actor, Booking } from '../../booking/types';
import type { Tx } from '../../db/client';
import type { Paise } from '../../kernel/money';
import type { BusinessScope } from '../../tenancy/types';
import { refundAmount } from '../../terms/refund-amount';
import { foldLedger } from '../ledger';
import { listLedger, listPayments, type Payment, type Refund } from '../queries';
import { askPrice } from './ask-price';
import { requestRefund, type RefundReason } from './request-refund';

/**
 * Sends up to `amountPaise` of a booking's money back, out of its newest payments first. What came through a gateway goes
 * back through it; what was taken at the desk has to be handed over there. Returns the refunds. The caller has locked the
 * booking.
 */
export async function sendBack(
  tx: Tx,
  scope: BusinessScope,
  input: {
    bookingId: string;
    amountPaise: Paise;
    reason: RefundReason;
    note?: string;
    /** Only out of this payment. */
    paymentId?: string;
    actor: Actor;
    now: Date;
  },
): Promise<Refund[]> {
  const { bookingId, amountPaise, paymentId, ...rest } = input;
  const { refundable } = foldLedger(await listLedger(tx, scope, bookingId));
  const payments = (await listPayments(tx, scope, bookingId)).reverse();
  // What was dealt with elsewhere is given back here only where nothing else is left.
  const isElsewhere = ({ disposition }: Payment): number => (disposition === 'settled' ? 1 : 0);
  payments.sort((one, other) => isElsewhere(one) - isElsewhere(other));
  const refunds: Refund[] = [];
  let left = amountPaise;
  for (const payment of payments) {
    if (paymentId && payment.id !== paymentId) continue;
    const part = Math.min(left, refundable.get(payment.id) ?? 0);
    if (part === 0) continue;
    const { id, method } = payment;
    refunds.push(
      await requestRefund(tx, scope, { ...rest, bookingId, paymentId: id, method, amountPaise: part }),
    );
    left -= part;
  }
  return refunds;
}

/**
 * What a booking that was just called off gives back, by what was agreed when it was made (promise P14), and everything
 * where the venue calls off. What stays is all that is still asked for. Nothing is written where nothing was ever paid.
 * Returns the refunds that are to be sent. The caller has locked the booking.
 */
export async function giveBack(
  tx: Tx,
  scope: BusinessScope,
  input: { booking: Booking; by: 'customer' | 'venue'; actor: Actor; now: Date },
): Promise<Refund[]> {
  const { booking, by, actor, now } = input;
  const { id: bookingId, keptPaise, startsAt, terms } = booking;
  const entries = await listLedger(tx, scope, bookingId);
  if (entries.length === 0) return [];
  const amountPaise = refundAmount({ rule: terms.refund, keptPaise, startsAt, now, by });
  const reason = by === 'venue' ? 'venue' : 'rule';
  const refunds =
    amountPaise > 0 ? await sendBack(tx, scope, { bookingId, amountPaise, reason, actor, now }) : [];
  await askPrice(tx, scope, { bookingId, askedPaise: keptPaise - amountPaise, actor, now });
  return refunds;
}
