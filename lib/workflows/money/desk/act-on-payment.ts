import { confirmBooking } from '../../../booking/commands/confirm-booking';
import { lockBooking } from '../../../booking/commands/lock-booking';
import { findBooking, findBookingByReference } from '../../../booking/queries';
import type { Tx } from '../../../db/client';
import { transaction } from '../../../db/transaction';
import { AppError } from '../../../kernel/app-error';
import type { Paise } from '../../../kernel/money';
import { publish } from '../../../live/publish';
import { appendEntries } from '../../../payments/commands/append-entries';
import { askPrice } from '../../../payments/commands/ask-price';
import { decideOn } from '../../../payments/commands/decide-on';
import { moveRefund } from '../../../payments/commands/move-refund';
import { requestRefund } from '../../../payments/commands/request-refund';
import type { PaymentAct, RefundAct } from '../../../payments/desk/schema';
import { foldLedger } from '../../../payments/ledger';
import { findPayment, findRefund, listLedger, listRefundsOf, type Payment } from '../../../payments/queries';
import { recordAudit } from '../../../tenancy/commands/record-audit';
import type { BusinessScope } from '../../../tenancy/types';
import { agreedPaise } from '../agreed-paise';
import { sendAll } from '../apply-payment';
import { lockChatOf, tellPayment } from '../tell-payment';
import { refusedAct, staffOf, type Desk } from './desk-act';

const undecided = ['late', 'mismatch', 'unmatched'] as const;

/**
 * What staff decide about a payment that fits nothing: it is for a booking (which is confirmed, if its time is free), it goes
 * back, or it has been dealt with elsewhere. Decided once; throws `conflict` naming why where it cannot be.
 */
export function actOnPayment(desk: Desk, of: { payment: string; act: PaymentAct }): Promise<void> {
  const { world, scope, actor } = desk;
  const { act } = of;
  return transaction(world.database, async (tx) => {
    const payment = await findPayment(tx, scope, of.payment);
    if (!payment) throw new AppError('not-found', 'There is no such payment.');
    if (!undecided.some((one) => one === payment.disposition)) throw refusedAct('decided');
    await decide(tx, desk, payment, act);
    await recordAudit(tx, scope, {
      actor,
      action: `payment.${act.act}`,
      subject: { kind: 'payment', id: payment.id, label: payment.gatewayPaymentId ?? payment.id },
      before: { disposition: payment.disposition },
      after: { ...act, amountPaise: payment.amountPaise },
      now: world.clock.now(),
    });
    await publish(tx, scope, { kind: 'money', id: payment.id }, { kind: 'bookings' });
  });
}

async function decide(tx: Tx, desk: Desk, payment: Payment, act: PaymentAct): Promise<void> {
  const { world, scope } = desk;
  const now = world.clock.now();
  const settle = async (disposition: 'applied' | 'surplus' | 'settled', why?: string): Promise<void> => {
    const decided = { paymentId: payment.id, disposition, now, from: undecided, ...(why && { why }) };
    if (!(await decideOn(tx, scope, decided))) throw refusedAct('decided');
  };
  switch (act.act) {
    case 'settle':
      await settle('settled');
      await tx.payment.updateMany({
        where: { businessId: scope.businessId, id: payment.id },
        data: { note: act.note },
      });
      return;
    case 'refund': {
      const seen = payment.bookingId ? await findBooking(tx, scope, payment.bookingId) : null;
      const thread = await lockChatOf(tx, scope, seen?.customerId ?? null);
      if (payment.bookingId) await lockBooking(tx, scope, payment.bookingId);
      await settle('surplus', 'staff');
      const left = payment.bookingId
        ? (foldLedger(await listLedger(tx, scope, payment.bookingId)).refundable.get(payment.id) ??
          payment.amountPaise)
        : payment.amountPaise;
      const refund = await requestRefund(tx, scope, {
        paymentId: payment.id,
        // Another currency is in no ledger.
        bookingId: payment.currency === 'INR' ? payment.bookingId : null,
        amountPaise: left,
        method: payment.method,
        reason: 'staff',
        note: act.reason,
        actor: staffOf(desk),
        now,
      });
      await sendAll(tx, scope, [refund]);
      const booking = refund.bookingId ? await findBooking(tx, scope, refund.bookingId) : null;
      if (booking)
        await tellPayment(tx, world, scope, {
          thread,
          booking,
          news: { kind: 'refund-told', amountPaise: left, state: 'started' },
          effectId: `refund:${refund.id}:started`,
        });
      return;
    }
    case 'apply':
      await apply(tx, desk, payment, act.reference);
      await settle('applied');
  }
}

async function apply(tx: Tx, desk: Desk, payment: Payment, reference: string | null): Promise<void> {
  const { world, scope } = desk;
  const now = world.clock.now();
  const actor = staffOf(desk);
  if (payment.currency !== 'INR') throw refusedAct('currency');
  const seen = reference
    ? await findBookingByReference(tx, scope, reference)
    : payment.bookingId
      ? await findBooking(tx, scope, payment.bookingId)
      : null;
  if (!seen) throw refusedAct('no-booking');
  if (payment.bookingId && payment.bookingId !== seen.id) throw refusedAct('other-booking');
  const thread = await lockChatOf(tx, scope, seen.customerId);
  const waiting = seen.status === 'held' || seen.status === 'expired';
  if (waiting) {
    const confirmed = await confirmBooking(tx, scope, { bookingId: seen.id, actor, now });
    if (!confirmed.ok) throw refusedAct(confirmed.reason);
  }
  const booking = await lockBooking(tx, scope, seen.id);
  if (!booking || booking.status === 'cancelled') throw refusedAct('wrong-state');
  const bookingId = booking.id;
  await askPrice(tx, scope, {
    bookingId,
    askedPaise: waiting ? await agreedPaise(tx, scope, booking) : booking.askedPaise,
    actor,
    now,
  });
  const { id: key, amountPaise } = payment;
  await tx.payment.updateMany({ where: { businessId: scope.businessId, id: key }, data: { bookingId } });
  // Written down before where its booking was known; then this changes nothing.
  const entries = [{ kind: 'payment', key, amountPaise, method: 'gateway' }] as const;
  await appendEntries(tx, scope, { bookingId, entries, actor, now });
  const after = (await findBooking(tx, scope, bookingId)) ?? booking;
  if (waiting)
    await tellPayment(tx, world, scope, {
      thread,
      booking: after,
      news: { kind: 'payment-received', amountPaise, late: seen.status === 'expired' },
      effectId: `payment:${key}:payment-received`,
    });
}

/** What of a payment has not gone back and is not on its way. The caller has locked its booking. */
async function leftOf(tx: Tx, scope: BusinessScope, paymentId: string): Promise<Paise> {
  const payment = await findPayment(tx, scope, paymentId);
  const back = (await listRefundsOf(tx, scope, paymentId)).filter(({ status }) => status !== 'failed');
  return back.reduce((left, refund) => left - refund.amountPaise, payment?.amountPaise ?? 0);
}

/**
 * A refund that failed is sent again as a new one, since the gateway has closed its key; one to be handed over has been. Never
 * more than is left of its payment. Throws `conflict` where neither can be so.
 */
export function actOnRefund(desk: Desk, of: { refund: string; act: RefundAct }): Promise<void> {
  const { world, scope, actor } = desk;
  return transaction(world.database, async (tx) => {
    const now = world.clock.now();
    const by = staffOf(desk);
    const refund = await findRefund(tx, scope, of.refund);
    if (!refund) throw new AppError('not-found', 'There is no such refund.');
    const { id, bookingId, paymentId, amountPaise, method } = refund;
    if (bookingId) await lockBooking(tx, scope, bookingId);
    // What failed was free to go back in another way since.
    const left = refund.status === 'failed' ? await leftOf(tx, scope, paymentId) : amountPaise;
    if (of.act.act === 'handed-over') {
      if (method === 'gateway' && refund.status !== 'failed') throw refusedAct('wrong-state');
      if (amountPaise > left) throw refusedAct('more-than-left');
      const done = await moveRefund(tx, scope, {
        refundId: id,
        to: 'processed',
        nextTryAt: null,
        actor: by,
        now,
      });
      if (!done) throw refusedAct('decided');
      // Whoever hands it over carries it in their drawer, and not the gateway that could not.
      await tx.refund.updateMany({
        where: { businessId: scope.businessId, id },
        data: { requestedBy: by, ...(method === 'gateway' && { method: 'cash' }) },
      });
    } else {
      const note = `after ${id}`;
      const again = await tx.refund.findFirst({ where: { businessId: scope.businessId, paymentId, note } });
      if (refund.status !== 'failed' || again) throw refusedAct('decided');
      if (left <= 0) throw refusedAct('more-than-left');
      const fresh = {
        paymentId,
        bookingId,
        amountPaise: Math.min(amountPaise, left),
        method,
        reason: 'staff',
        note,
        actor: by,
        now,
      } as const;
      await sendAll(tx, scope, [await requestRefund(tx, scope, fresh)]);
    }
    await recordAudit(tx, scope, {
      actor,
      action: `refund.${of.act.act}`,
      subject: { kind: 'refund', id, label: refund.gatewayRefundId ?? id },
      after: { amountPaise },
      now,
    });
    await publish(tx, scope, { kind: 'money', id: paymentId }, { kind: 'bookings' });
  });
}
