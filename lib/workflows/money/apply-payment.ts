import { confirmBooking } from '../../booking/commands/confirm-booking';
import { keepHold } from '../../booking/commands/keep-hold';
import { lockBooking } from '../../booking/commands/lock-booking';
import { findBooking, wasGivenUp } from '../../booking/queries';
import type { Booking } from '../../booking/types';
import { addJob } from '../../db/add-job';
import type { Tx } from '../../db/client';
import { transaction } from '../../db/transaction';
import type { GatewayPayment, LinkPayment } from '../../gateways/types';
import type { Paise } from '../../kernel/money';
import { publish } from '../../live/publish';
import { appendEntries } from '../../payments/commands/append-entries';
import { askPrice } from '../../payments/commands/ask-price';
import { changeAttempt } from '../../payments/commands/change-attempt';
import { decideOn, type Disposition } from '../../payments/commands/decide-on';
import { sendBack } from '../../payments/commands/give-back';
import { retryEarlyEvents } from '../../payments/commands/retry-early-events';
import { recordPayment } from '../../payments/commands/record-payment';
import { decidePayment, type PaymentDecision } from '../../payments/decide-payment';
import { findAttempt, findPayment, type Payment, type PaymentAttempt } from '../../payments/queries';
import type { BusinessScope } from '../../tenancy/types';
import { flagThreadOnce } from '../../threads/commands/hand-over';
import type { Thread } from '../../threads/types';
import type { World } from '../types';
import { dueAgain, paidBefore } from './agreed-paise';
import { isAskedByOrder } from './end-order';
import { stopAskingFor } from './stop-asking';
import { lockChatOf, tellPayment, type PaymentNews } from './tell-payment';

const actor = { kind: 'system' } as const;

/** A slot whose payer sent a wrong amount is kept this long for staff to decide. */
const decideWithinMs = 2 * 60 * 60_000;

/**
 * Takes in one payment as the gateway tells it. First it is written down, in a transaction of its own: money is a fact,
 * whatever becomes of the booking. Then it is decided, under the booking's lock, what it is for; see `decidePayment`. Only
 * captured money counts. Safe to repeat, in any order, by several processes at once: a payment is decided on once.
 */
export async function applyPayment(
  world: World,
  scope: BusinessScope,
  of: { accountId: string; attempt: PaymentAttempt | null; payment: GatewayPayment | LinkPayment },
): Promise<void> {
  const { accountId, attempt, payment } = of;
  if (payment.status !== 'captured' && payment.status !== 'refunded') return;
  const now = world.clock.now();
  const recorded = await recordPayment(world.database.prisma, scope, {
    accountId,
    payment,
    attemptId: attempt?.id ?? null,
    bookingId: attempt?.bookingId ?? null,
    now,
  });
  if (recorded.disposition !== 'recorded') return;
  await decideRecorded(world, scope, recorded.id);
  await transaction(world.database, (tx) =>
    retryEarlyEvents(tx, scope, { accountId, gatewayPaymentId: payment.id }),
  );
}

/** Decides on a payment that is written down and not decided on yet; also for one left behind by a process that died. */
export async function decideRecorded(world: World, scope: BusinessScope, paymentId: string): Promise<void> {
  await transaction(world.database, async (tx) => {
    const payment = await findPayment(tx, scope, paymentId);
    if (payment?.disposition !== 'recorded') return;
    const attempt = payment.attemptId ? await findAttempt(tx, scope, payment.attemptId) : null;
    if (!attempt) {
      await decideOn(tx, scope, { paymentId, disposition: 'unmatched', now: world.clock.now() });
      await publish(tx, scope, { kind: 'money', id: paymentId });
      return;
    }
    // The chat before the booking, as a turn of it does.
    const seen = await findBooking(tx, scope, attempt.bookingId);
    const thread = await lockChatOf(tx, scope, seen?.customerId ?? null);
    await decide({ world, tx, scope, thread, attempt, payment });
  });
}

type Deciding = {
  world: World;
  tx: Tx;
  scope: BusinessScope;
  thread: Thread | null;
  attempt: PaymentAttempt;
  payment: Payment;
};

async function decide(deciding: Deciding): Promise<void> {
  const { world, tx, scope, thread, payment } = deciding;
  const now = world.clock.now();
  const decision = await lockedDecision(deciding, now);
  if (!decision) return;
  const { booking, what } = decision;
  const settle = (disposition: Disposition, why?: string) =>
    decideOn(tx, scope, { paymentId: payment.id, disposition, now, ...(why && { why }) });
  const news = (told: PaymentNews, after: Booking) =>
    tellPayment(tx, world, scope, {
      thread,
      booking: after,
      news: told,
      effectId: `payment:${payment.id}:${told.kind}`,
    });
  const { amountPaise } = payment;
  await publish(tx, scope, { kind: 'bookings', id: booking.id }, { kind: 'money', id: payment.id });
  switch (what.kind) {
    case 'apply': {
      await settle('applied');
      const late = what.late;
      const after = await count(deciding, booking, now);
      await news({ kind: 'payment-received', amountPaise, late }, after);
      return;
    }
    case 'too-late-for-slot': {
      await settle('late', 'slot-taken');
      const after = await count(deciding, booking, now);
      await news({ kind: 'payment-late', amountPaise }, after);
      return;
    }
    case 'refund': {
      await settle('surplus', what.why);
      await count(deciding, booking, now);
      const why = { cancelled: 'cancelled', 'paid-already': 'surplus', 'too-late': 'late' } as const;
      await sendBack(tx, scope, {
        bookingId: booking.id,
        paymentId: payment.id,
        amountPaise,
        reason: why[what.why],
        actor,
        now,
      }).then((refunds) => sendAll(tx, scope, refunds));
      const after = (await findBooking(tx, scope, booking.id)) ?? booking;
      await news({ kind: 'payment-returned', amountPaise, why: what.why }, after);
      return;
    }
    case 'mismatch': {
      await settle('mismatch', what.why);
      // Another currency cannot be added to a ledger of rupees; it waits among the payments to look at.
      const after = what.why === 'currency' ? booking : await count(deciding, booking, now);
      if (booking.status === 'held') {
        // Who paid more than enough keeps the slot until staff have decided; who paid less gets the money back in the end.
        const { startsAt } = booking;
        const soon = new Date(Math.min(startsAt.getTime(), now.getTime() + decideWithinMs));
        const holdUntil = what.why === 'more' ? startsAt : soon;
        await keepHold(tx, scope, { bookingId: booking.id, holdUntil, actor, now });
      }
      if (thread) await flagThreadOnce(tx, scope, { threadId: thread.id, reason: 'payment' });
      await news({ kind: 'payment-mismatch', amountPaise, currency: payment.currency }, after);
      return;
    }
  }
}

type Decided =
  | { kind: 'apply'; late: boolean }
  /** The time was given to somebody else meanwhile. */
  | { kind: 'too-late-for-slot' }
  | Extract<PaymentDecision, { kind: 'refund' | 'mismatch' }>;

/** Decides under the lock, and confirms where that is what the money is for. Null: somebody else has decided. */
async function lockedDecision(
  { tx, scope, attempt, payment }: Deciding,
  now: Date,
): Promise<{ booking: Booking; what: Decided } | null> {
  const confirmed = await confirmIfFor(tx, scope, { attempt, payment }, now);
  const fresh = await findPayment(tx, scope, payment.id);
  if (!confirmed || fresh?.disposition !== 'recorded') return null;
  return confirmed;
}

async function confirmIfFor(
  tx: Tx,
  scope: BusinessScope,
  { attempt, payment }: Pick<Deciding, 'attempt' | 'payment'>,
  now: Date,
): Promise<{ booking: Booking; what: Decided } | null> {
  const { bookingId } = attempt;
  const before = await findBooking(tx, scope, bookingId);
  if (!before) return null;
  const decision = await decideOf(tx, scope, { booking: before, attempt, payment, now });
  const confirms = decision.kind === 'apply' || decision.kind === 'apply-if-free';
  if (confirms && (before.status === 'held' || before.status === 'expired')) {
    // Locks everything it needs in one order, so nothing is locked before it.
    const result = await confirmBooking(tx, scope, { bookingId, actor, now });
    if (result.ok) {
      // Other money may have confirmed it while we waited for the lock; then this was not needed.
      const again = await decideOf(tx, scope, { booking: result.value, attempt, payment, now });
      const what: Decided | null =
        again.kind === 'apply' ? { kind: 'apply', late: before.status === 'expired' } : settled(again);
      return what && { booking: result.value, what };
    }
    if (result.reason === 'slot-taken') return { booking: before, what: { kind: 'too-late-for-slot' } };
  }
  const booking = await lockBooking(tx, scope, bookingId);
  if (!booking) return null;
  const what = settled(await decideOf(tx, scope, { booking, attempt, payment, now }));
  return what && { booking, what };
}

/** What a decision comes to for a booking that is not to be confirmed any more. */
function settled(decision: PaymentDecision): Decided | null {
  switch (decision.kind) {
    case 'apply':
      return { kind: 'apply', late: false };
    case 'apply-if-free':
      return { kind: 'too-late-for-slot' };
    case 'unmatched':
      return null;
    default:
      return decision;
  }
}

async function decideOf(
  tx: Tx,
  scope: BusinessScope,
  { booking, attempt, payment, now }: Weighed,
): Promise<PaymentDecision> {
  return decidePayment({
    amountPaise: payment.amountPaise,
    currency: payment.currency,
    of: {
      askedPaise: attempt.amountPaise,
      booking: {
        status: booking.status,
        startsAt: booking.startsAt,
        isPaidAlready: await isPaid(tx, scope, booking, attempt),
        isGivenUp: booking.status === 'expired' && (await wasGivenUp(tx, scope, booking.id)),
      },
    },
    now,
  });
}

type Weighed = { booking: Booking; attempt: PaymentAttempt; payment: Payment; now: Date };

/** Whether what this attempt asked for has been paid by other money, or by a pack. */
async function isPaid(
  tx: Tx,
  scope: BusinessScope,
  booking: Booking,
  attempt: PaymentAttempt,
): Promise<boolean> {
  const { status, keptPaise } = booking;
  // A hold that ended was let off its price, which does not pay for it.
  const stands = status !== 'held' && status !== 'expired';
  if (stands && keptPaise >= (await dueAgain(tx, scope, booking))) return true;
  return attempt.purpose === 'confirm' && keptPaise >= (await paidBefore(tx, scope, booking));
}

/** What is asked for a booking as it stands now: nothing where there is none, and what stays of one called off. */
async function askedOf(tx: Tx, scope: BusinessScope, booking: Booking): Promise<Paise> {
  if (booking.status === 'expired') return 0;
  if (booking.status === 'cancelled') return Math.min(booking.askedPaise, booking.keptPaise);
  return dueAgain(tx, scope, booking);
}

/** Puts the payment into the booking's ledger, and asks for this money no more. */
async function count(
  { tx, scope, attempt, payment }: Deciding,
  booking: Booking,
  now: Date,
): Promise<Booking> {
  const { id: bookingId } = booking;
  await lockBooking(tx, scope, bookingId);
  await askPrice(tx, scope, { bookingId, askedPaise: await askedOf(tx, scope, booking), actor, now });
  await appendEntries(tx, scope, {
    bookingId,
    entries: [{ kind: 'payment', key: payment.id, amountPaise: payment.amountPaise, method: 'gateway' }],
    actor,
    now,
  });
  const change = { status: 'paid', closedAt: now, nextCheckAt: null };
  const from = ['creating', 'open', 'cancelled', 'expired', 'failed'];
  await changeAttempt(tx, scope, { attemptId: attempt.id, from, change });
  // Its bill inside WhatsApp does not know what was paid in another way.
  if (await isAskedByOrder(tx, scope, attempt))
    await addJob(tx, 'close-payment', { businessId: scope.businessId, attemptId: attempt.id });
  await stopAskingFor(tx, scope, { bookingId, now });
  return (await findBooking(tx, scope, bookingId)) ?? booking;
}

/** Has refunds sent that were just requested. */
export async function sendAll(
  tx: Tx,
  scope: BusinessScope,
  refunds: readonly { id: string; method: string }[],
): Promise<void> {
  for (const { id, method } of refunds)
    if (method === 'gateway') await addJob(tx, 'send-refund', { businessId: scope.businessId, refundId: id });
}
