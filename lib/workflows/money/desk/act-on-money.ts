import { confirmBooking } from '../../../booking/commands/confirm-booking';
import { lockBooking } from '../../../booking/commands/lock-booking';
import { findBooking } from '../../../booking/queries';
import type { Booking } from '../../../booking/types';
import { addJob } from '../../../db/add-job';
import type { Tx } from '../../../db/client';
import { isUniqueViolation } from '../../../db/constraint-errors';
import { transaction } from '../../../db/transaction';
import type { Paise } from '../../../kernel/money';
import { publish } from '../../../live/publish';
import { discountKey, goodwillKey } from '../../../payments/agreed-price';
import { appendEntries } from '../../../payments/commands/append-entries';
import { askPrice } from '../../../payments/commands/ask-price';
import { changeAttempt } from '../../../payments/commands/change-attempt';
import { sendBack } from '../../../payments/commands/give-back';
import { requestRefund } from '../../../payments/commands/request-refund';
import { surplusOf } from '../../../payments/desk/queries';
import type { MoneyAct } from '../../../payments/desk/schema';
import { foldLedger } from '../../../payments/ledger';
import { findAsking, findByUtr, findPayment, findRefund, listLedger } from '../../../payments/queries';
import { recordAudit } from '../../../tenancy/commands/record-audit';
import { findDeskBooking } from '../../find-desk-booking';
import { dueAgain } from '../agreed-paise';
import { sendAll } from '../apply-payment';
import { askAnew } from '../ask-payment';
import { stopAskingFor } from '../stop-asking';
import { lockChatOf, tellPayment, type PaymentNews } from '../tell-payment';
import { refusedAct, staffOf, type Desk } from './desk-act';

type Acting = Desk & {
  tx: Tx;
  booking: Booking;
  now: Date;
  tell: (news: PaymentNews, key: string) => Promise<void>;
};
type Wished = { booking: string; within: string | null; act: MoneyAct };
type Of<A extends MoneyAct['act']> = Extract<MoneyAct, { act: A }>;

/**
 * One act of staff on a booking's money, with its line in the audit and what its customer is told, together or not at all. An
 * act with the same key is done once. Throws `conflict` naming why where the money does not allow it: more than is due, more
 * than is left, a slot that somebody else has.
 */
export async function actOnMoney(desk: Desk, of: Wished): Promise<void> {
  try {
    await actOnce(desk, of);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // Somebody else wrote the same transfer, or this very act, at the same moment: now it can be seen, and named.
    await actOnce(desk, of);
  }
}

function actOnce(desk: Desk, of: Wished): Promise<void> {
  const { world, scope, actor } = desk;
  const { act } = of;
  return transaction(world.database, async (tx) => {
    const now = world.clock.now();
    const seen = await findDeskBooking(tx, scope, of);
    const thread = await lockChatOf(tx, scope, seen.customerId);
    const tell = async (news: PaymentNews, key: string): Promise<void> => {
      const booking = (await findBooking(tx, scope, seen.id)) ?? seen;
      await tellPayment(tx, world, scope, { thread, booking, news, effectId: `desk:${key}:${news.kind}` });
    };
    const done = await carryOut({ ...desk, tx, booking: seen, now, tell }, act);
    if (!done) return;
    await recordAudit(tx, scope, {
      actor,
      action: `money.${act.act}`,
      subject: { kind: 'booking', id: seen.id, label: seen.reference },
      after: { ...('amountPaise' in act && { amountPaise: act.amountPaise }), ...done },
      now,
    });
    await publish(tx, scope, { kind: 'bookings', id: seen.id }, { kind: 'money' });
  });
}

/** What is written down of it; null where the same act was done before. */
function carryOut(acting: Acting, act: MoneyAct): Promise<Record<string, string | number> | null> {
  switch (act.act) {
    case 'take':
      return take(acting, act);
    case 'refund':
      return refund(acting, act);
    case 'return-surplus':
      return returnSurplus(acting, act);
    case 'discount':
      return discount(acting, act);
    case 'claim-seen':
      return claimSeen(acting, act);
    case 'claim-unseen':
      return claimUnseen(acting);
  }
}

/** The booking as it stands, locked; a hold that its money is for is confirmed first. */
async function standing({ tx, scope, booking, now, ...desk }: Acting): Promise<Booking> {
  if (booking.status === 'held' || booking.status === 'expired') {
    const confirmed = await confirmBooking(tx, scope, {
      bookingId: booking.id,
      actor: { kind: 'staff', id: desk.actor.userId },
      now,
    });
    if (!confirmed.ok) throw refusedAct(confirmed.reason);
    return confirmed.value;
  }
  const locked = await lockBooking(tx, scope, booking.id);
  if (!locked || locked.status === 'cancelled') throw refusedAct('wrong-state');
  return locked;
}

async function receive(
  acting: Acting,
  booking: Booking,
  money: {
    key: string;
    amountPaise: Paise;
    method: string;
    bankReference: string;
    note: string;
    attemptId?: string;
  },
): Promise<void> {
  const { tx, scope, actor, now } = acting;
  const { key, amountPaise, method, bankReference, note, attemptId = null } = money;
  const by = staffOf(acting);
  const { businessId } = scope;
  const bookingId = booking.id;
  // One transfer pays once; of two who write it down at once, the database takes one (payment_utr_once).
  const used = method === 'upi' && bankReference ? await findByUtr(tx, scope, bankReference) : null;
  if (used) throw refusedAct('utr-used', used.booking?.reference);
  await tx.payment.create({
    data: {
      businessId,
      id: key,
      bookingId,
      attemptId,
      amountPaise,
      method,
      bankReference: bankReference || null,
      note: note || null,
      receivedAt: now,
      takenBy: actor.userId,
      disposition: 'applied',
      decidedAt: now,
    },
  });
  await askPrice(tx, scope, { bookingId, askedPaise: await dueAgain(tx, scope, booking), actor: by, now });
  await appendEntries(tx, scope, {
    bookingId,
    entries: [{ kind: 'payment', key, amountPaise, method: method as 'cash' | 'upi' | 'card' }],
    actor: by,
    now,
  });
}

async function take(acting: Acting, act: Of<'take'>) {
  const { tx, scope, booking: seen, now, tell } = acting;
  if (await findPayment(tx, scope, act.key)) return null;
  const booking = await standing(acting);
  if (act.amountPaise > (await dueAgain(tx, scope, booking)) - booking.keptPaise)
    throw refusedAct('more-than-due');
  await receive(acting, booking, act);
  // Nobody is to pay by the link what was paid here.
  await stopAskingFor(tx, scope, { bookingId: booking.id, now });
  if (seen.status === 'held' || seen.status === 'expired')
    await tell({ kind: 'payment-received', amountPaise: act.amountPaise, late: false }, act.key);
  return { method: act.method };
}

async function refund(acting: Acting, act: Of<'refund'>) {
  const { tx, scope, booking, now, tell } = acting;
  if (await findRefund(tx, scope, act.key)) return null;
  const payment = await findPayment(tx, scope, act.paymentId);
  const locked = (await lockBooking(tx, scope, booking.id)) ?? booking;
  const { refundable } = foldLedger(await listLedger(tx, scope, booking.id));
  if (payment?.bookingId !== booking.id || act.amountPaise > (refundable.get(act.paymentId) ?? 0))
    throw refusedAct('more-than-left');
  const { method } = payment;
  const refunded = await requestRefund(tx, scope, {
    id: act.key,
    paymentId: payment.id,
    bookingId: booking.id,
    amountPaise: act.amountPaise,
    method,
    reason: 'staff',
    note: act.reason,
    // What came over the counter goes back over it.
    done: method !== 'gateway',
    actor: staffOf(acting),
    now,
  });
  if (act.afterwards === 'let-go') await letGo({ ...acting, booking: locked }, act.key);
  await askAnew(tx, acting.world, scope, { bookingId: booking.id, actor: staffOf(acting) });
  await sendAll(tx, scope, [refunded]);
  if (act.tell)
    await tell(
      { kind: 'refund-told', amountPaise: act.amountPaise, state: method === 'gateway' ? 'started' : 'done' },
      act.key,
    );
  return { reason: act.reason, afterwards: act.afterwards };
}

/** Out of the newest payments, each by the way it came; what was taken at the desk waits there to be handed over. */
async function returnSurplus(acting: Acting, act: Of<'return-surplus'>) {
  const { tx, scope, booking, now, tell } = acting;
  const bookingId = booking.id;
  await lockBooking(tx, scope, bookingId);
  const amountPaise = await surplusOf(tx, scope, bookingId);
  // Pressed twice, or dealt with by somebody else.
  if (amountPaise === 0) return null;
  if (amountPaise !== act.amountPaise) throw refusedAct('changed');
  const actor = staffOf(acting);
  const refunds = await sendBack(tx, scope, { bookingId, amountPaise, reason: 'surplus', actor, now });
  await sendAll(tx, scope, refunds);
  // What waits at the desk is on no way yet.
  const sent = refunds.filter(({ method }) => method === 'gateway');
  const [first] = sent;
  if (first) {
    const sentPaise = sent.reduce((sum, one) => sum + one.amountPaise, 0);
    await tell({ kind: 'refund-told', amountPaise: sentPaise, state: 'started' }, first.id);
  }
  return { refunds: refunds.length };
}

/** What was just given back is not asked for again: only what was owed before is owed. */
async function letGo({ tx, scope, booking, now, ...desk }: Acting, refundId: string): Promise<void> {
  const after = await lockBooking(tx, scope, booking.id);
  if (!after) return;
  const owed = Math.max(0, booking.askedPaise - booking.keptPaise);
  const amountPaise = after.askedPaise - after.keptPaise - owed;
  if (amountPaise <= 0) return;
  await appendEntries(tx, scope, {
    bookingId: booking.id,
    entries: [{ kind: 'write-off', key: goodwillKey(refundId), amountPaise }],
    actor: { kind: 'staff', id: desk.actor.userId },
    now,
  });
}

async function discount(acting: Acting, act: Of<'discount'>) {
  const { tx, world, scope, booking, now } = acting;
  const locked = await lockBooking(tx, scope, booking.id);
  const key = discountKey(act.key);
  const before = await listLedger(tx, scope, booking.id);
  if (before.some((line) => line.key === key)) return null;
  if (!locked || act.amountPaise > locked.askedPaise - locked.keptPaise) throw refusedAct('more-than-due');
  const by = { bookingId: booking.id, actor: staffOf(acting), now };
  await askPrice(tx, scope, { ...by, askedPaise: locked.askedPaise });
  await appendEntries(tx, scope, {
    ...by,
    entries: [{ kind: 'write-off', key, amountPaise: act.amountPaise }],
  });
  // The link asks for what is not owed any more.
  await askAnew(tx, world, scope, { bookingId: booking.id, actor: by.actor });
  return { reason: act.reason };
}

async function claimSeen(acting: Acting, act: Of<'claim-seen'>) {
  const { tx, scope, booking: seen, now, tell } = acting;
  if (await findPayment(tx, scope, act.key)) return null;
  const attempt = await findAsking(tx, scope, seen.id);
  if (!attempt) throw refusedAct('no-claim');
  const booking = await standing(acting);
  const { amountPaise } = attempt;
  await receive(acting, booking, {
    key: act.key,
    amountPaise,
    method: 'upi',
    bankReference: act.bankReference,
    note: '',
    attemptId: attempt.id,
  });
  const change = { status: 'paid', closedAt: now, nextCheckAt: null };
  await changeAttempt(tx, scope, { attemptId: attempt.id, from: ['creating', 'open'], change });
  await tell({ kind: 'payment-received', amountPaise, late: false }, act.key);
  return { amountPaise };
}

async function claimUnseen({ tx, scope, booking, now, tell }: Acting) {
  const attempt = await findAsking(tx, scope, booking.id);
  if (!attempt?.claimedAt) return null;
  await lockBooking(tx, scope, booking.id);
  await changeAttempt(tx, scope, {
    attemptId: attempt.id,
    from: ['open'],
    change: { claimedReference: null, claimedAt: null },
  });
  await tell(
    { kind: 'payment-not-seen', reachable: true },
    `${attempt.id}:${String(attempt.claimedAt.getTime())}`,
  );
  // Where the time to pay was over before, it is over now.
  if (attempt.payBy <= now)
    await addJob(tx, 'end-payment', { businessId: scope.businessId, attemptId: attempt.id });
  return { claimed: attempt.claimedReference ?? '' };
}
