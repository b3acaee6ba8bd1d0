import { confirmElsewhere } from '../../booking/commands/confirm-elsewhere';
import { keepHold } from '../../booking/commands/keep-hold';
import { findBooking } from '../../booking/queries';
import type { Booking } from '../../booking/types';
import type { Effect, OutcomeEvent } from '../../conversation/types';
import { addJob } from '../../db/add-job';
import { publish } from '../../live/publish';
import { changeAttempt } from '../../payments/commands/change-attempt';
import { findAsking } from '../../payments/queries';
import { flagThreadOnce } from '../../threads/commands/hand-over';
import { bookingFact } from '../booking-fact';
import { refusal } from '../change-booking';
import { findOwnBooking, type EffectContext } from '../effect-context';
import { findCandidates } from '../find-candidates';
import { neededPaise } from './agreed-paise';
import { askForBalance, askToConfirm } from './ask-payment';
import { payHoldOf } from './pay-hold';
import { returnLate, useLate } from './settle-late';
import { sendReceipt } from './send-receipt';

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>;
type MoneyEffect = Of<
  'ask-payment' | 'check-payment' | 'claim-payment' | 'refund-late' | 'rebook-paid' | 'send-receipt'
>;

/** How long a slot is kept for staff to find money that a customer says they sent by UPI. */
const claimMs = 12 * 60 * 60_000;

/** What a customer wants done about the money of their own booking. */
export async function handleMoney(context: EffectContext, effect: MoneyEffect): Promise<OutcomeEvent | null> {
  const booking = await findOwnBooking(context, effect.bookingId);
  if (!booking) return { kind: 'change-refused', bookingId: effect.bookingId, why: 'not-found' };
  switch (effect.kind) {
    case 'ask-payment':
      return askFor(context, booking);
    case 'check-payment':
      return check(context, booking);
    case 'claim-payment':
      return claim(context, booking, effect.reference);
    case 'refund-late':
      return refund(context, booking);
    case 'rebook-paid':
      return rebook(context, booking, effect);
    case 'send-receipt':
      return sendReceipt(context, booking);
  }
}

const factOf = ({ world, scope }: EffectContext, booking: Booking) => bookingFact(world, scope, booking);
const actorOf = ({ customer }: EffectContext) => ({ kind: 'customer' as const, id: customer.id });

async function askFor(context: EffectContext, booking: Booking): Promise<OutcomeEvent> {
  const { tx, world, scope } = context;
  const standing = booking.status === 'confirmed' || booking.status === 'checked-in';
  const asked = await (standing ? askForBalance : askToConfirm)(tx, world, scope, {
    booking,
    payHoldMinutes: payHoldOf(context, booking),
    actor: actorOf(context),
  });
  if (asked.ok) return { kind: 'payment-asked', booking: factOf(context, asked.value) };
  switch (asked.reason) {
    case 'slot-taken':
      return { kind: 'hold-lost', bookingId: booking.id };
    case 'wrong-state':
      return refusal(booking, asked);
    case 'no-account':
    case 'nothing-due':
      return { kind: 'booking-confirmed', booking: factOf(context, booking) };
  }
}

/** The answer comes as an event, once the gateway has been asked. */
async function check({ tx, scope }: EffectContext, booking: Booking): Promise<null> {
  const attemptId = booking.asking?.attemptId;
  if (attemptId) await addJob(tx, 'check-payment', { businessId: scope.businessId, attemptId, asked: true });
  return null;
}

async function claim(context: EffectContext, booking: Booking, reference: string): Promise<null> {
  const { tx, scope, thread, facts } = context;
  const { now } = facts;
  const attempt = await findAsking(tx, scope, booking.id);
  if (!attempt) {
    await flagThreadOnce(tx, scope, { threadId: thread.id, reason: 'payment' });
    return null;
  }
  if (booking.status === 'held') {
    const holdUntil = new Date(Math.min(booking.startsAt.getTime(), now.getTime() + claimMs));
    await keepHold(tx, scope, { bookingId: booking.id, holdUntil, actor: actorOf(context), now });
  }
  await changeAttempt(tx, scope, {
    attemptId: attempt.id,
    from: ['creating', 'open'],
    change: { claimedReference: reference.slice(0, 40), claimedAt: now },
  });
  await flagThreadOnce(tx, scope, { threadId: thread.id, reason: 'payment' });
  await publish(tx, scope, { kind: 'money', id: attempt.id }, { kind: 'bookings', id: booking.id });
  return null;
}

async function refund(context: EffectContext, booking: Booking): Promise<OutcomeEvent> {
  const { tx, scope, facts } = context;
  const given = { bookingId: booking.id, actor: actorOf(context), now: facts.now };
  const amountPaise = await returnLate(tx, scope, given);
  const after = (await findBooking(tx, scope, booking.id)) ?? booking;
  return { kind: 'refund-started', booking: factOf(context, after), amountPaise };
}

async function rebook(
  context: EffectContext,
  booking: Booking,
  effect: Of<'rebook-paid'>,
): Promise<OutcomeEvent> {
  const { tx, scope, catalog, facts } = context;
  // Another time is only theirs without asking if this one was paid for: a part of it buys nothing.
  if (booking.status === 'expired' && (await neededPaise(tx, scope, booking)) > 0)
    return { kind: 'hold-lost', bookingId: booking.id };
  const service = catalog.services.find((one) => one.id === booking.serviceId);
  const wanted = service && (await findCandidates(context, { ...effect, service, except: [booking.id] }));
  if (!wanted) return { kind: 'slot-taken' };
  const actor = actorOf(context);
  const done = await confirmElsewhere(tx, scope, { bookingId: booking.id, wanted, actor });
  if (!done.ok) return done.reason === 'slot-taken' ? { kind: 'slot-taken' } : refusal(booking, done);
  await useLate(tx, scope, { booking: done.value, actor, now: facts.now });
  const after = (await findBooking(tx, scope, booking.id)) ?? done.value;
  return { kind: 'booking-confirmed', booking: factOf(context, after) };
}
