import type { BookingFact, EngineEvent, OutcomeEvent } from '../conversation/types';
import { toEpochMinute } from '../kernel/time-range';
import type { World } from './fake-world-types';
import { factOf, findIn, freeAt, type Of } from './fake-world-reads';

/** The hold that a customer is told of, and a little longer, for money on its way. */
const graceMinutes = 5;

const payHoldOf = (world: World, booking: BookingFact): number =>
  world.catalog.services.find(({ id }) => id === booking.serviceId)?.payHoldMinutes ?? 20;

/** Keeps the slot and asks for the money; the link comes a moment later (`linkOf`). */
export const askForMoney = (world: World, booking: BookingFact): OutcomeEvent[] => {
  const payBy = toEpochMinute(world.now) + payHoldOf(world, booking);
  const open = booking.payment?.state === 'open' && booking.payment.payBy > toEpochMinute(world.now);
  if (!open) {
    const held = booking.status === 'held' || booking.status === 'expired';
    booking.payment = {
      attemptId: `attempt-${String(world.nextId++)}`,
      amountPaise: held ? booking.toPayPaise - booking.keptPaise : booking.duePaise,
      payBy,
      state: 'making',
      url: null,
      way: world.payBy,
      claimedReference: null,
    };
    if (held) Object.assign(booking, { status: 'held', holdUntil: payBy });
  }
  return [{ kind: 'payment-asked', booking: factOf(booking) }];
};

/** The gateway's answer to a link being made; null where none is, or where it does not answer. */
export const linkOf = (world: World, booking: BookingFact): EngineEvent | null => {
  if (booking.payment?.state !== 'making' || world.gateway === 'down') return null;
  Object.assign(booking.payment, {
    state: 'open',
    url: `https://pay.example/${booking.payment.attemptId}`,
  });
  return { kind: 'payment-link', booking: factOf(booking) };
};

/** A hold given up: its link is no longer good. */
export const dropHold = (booking: BookingFact, status: 'cancelled' | 'expired' = 'cancelled'): void => {
  booking.status = status;
  if (booking.payment !== null && booking.payment.state !== 'paid') booking.payment.state = 'ended';
};

/** Money starts its way back. */
export const giveBack = (booking: BookingFact, paise: number): void => {
  booking.keptPaise -= paise;
  booking.refundingPaise += paise;
};

/** Money arrives for a booking, in time or not: what the business's rules make of it. */
export const receive = (world: World, booking: BookingFact, amountPaise: number): EngineEvent => {
  const paidBefore = booking.payment?.state === 'paid';
  const take = (): void => {
    booking.keptPaise += amountPaise;
    booking.duePaise -= amountPaise;
    if (booking.payment !== null) booking.payment.state = 'paid';
  };
  const returned = (why: 'cancelled' | 'paid-already'): EngineEvent => {
    booking.refundingPaise += amountPaise;
    return { kind: 'payment-returned', booking: factOf(booking), amountPaise, why };
  };
  if (booking.status === 'cancelled') return returned('cancelled');
  if (paidBefore) return returned('paid-already');
  if (amountPaise !== booking.payment?.amountPaise) {
    // Kept, and looked at by staff.
    booking.keptPaise += amountPaise;
    booking.duePaise -= amountPaise;
    return { kind: 'payment-mismatch', booking: factOf(booking), amountPaise, currency: 'INR' };
  }
  const late = booking.status === 'expired';
  if (late && freeAt(world, booking, booking.id)?.resourceId === undefined) {
    take();
    return { kind: 'payment-late', booking: factOf(booking), amountPaise };
  }
  take();
  Object.assign(booking, { status: 'confirmed', holdUntil: null });
  return { kind: 'payment-received', booking: factOf(booking), amountPaise, late };
};

const rebook = (world: World, booking: BookingFact, effect: Of<'rebook-paid'>): OutcomeEvent[] => {
  const free = freeAt(world, { ...effect, serviceId: booking.serviceId }, booking.id);
  if (free === undefined) return [{ kind: 'slot-taken' }];
  const { startsAt, durationMinutes } = effect;
  Object.assign(booking, {
    startsAt,
    durationMinutes,
    resourceId: free.resourceId,
    status: 'confirmed',
    holdUntil: null,
  });
  return [{ kind: 'booking-confirmed', booking: factOf(booking) }];
};

/** Carries out what a customer wants about money. Checks are answered by what the test lets the gateway say. */
export const runMoneyEffect = (
  world: World,
  effect: Of<
    'ask-payment' | 'check-payment' | 'claim-payment' | 'refund-late' | 'rebook-paid' | 'send-receipt'
  >,
): OutcomeEvent[] => {
  const booking = findIn(world, effect.bookingId);
  if (booking === undefined)
    return [{ kind: 'change-refused', bookingId: effect.bookingId, why: 'not-found' }];
  switch (effect.kind) {
    case 'ask-payment':
      return askForMoney(world, booking);
    case 'check-payment':
      return [];
    case 'claim-payment':
      if (booking.payment !== null) booking.payment.claimedReference = effect.reference;
      return [];
    case 'refund-late': {
      const amountPaise = booking.keptPaise;
      giveBack(booking, amountPaise);
      return [{ kind: 'refund-started', booking: factOf(booking), amountPaise }];
    }
    case 'rebook-paid':
      return rebook(world, booking, effect);
    case 'send-receipt':
      return [{ kind: 'receipt', booking: factOf(booking), coming: booking.keptPaise > 0 }];
  }
};

/** Holds that wait for money end a little after what the customer was told. */
export const endOverdue = (world: World, booking: BookingFact): EngineEvent | null => {
  const over =
    booking.status === 'held' &&
    booking.payment !== null &&
    toEpochMinute(world.now) >= booking.payment.payBy + graceMinutes;
  if (!over) return null;
  dropHold(booking, 'expired');
  return { kind: 'payment-ended', booking: factOf(booking) };
};
