import { callWaiting } from '../booking/commands/call-waiting';
import { cancelBooking } from '../booking/commands/cancel-booking';
import { confirmBooking } from '../booking/commands/confirm-booking';
import { confirmMove } from '../booking/commands/confirm-move';
import type { Booking } from '../booking/types';
import type { Effect, OutcomeEvent } from '../conversation/types';
import { bookingFact } from './booking-fact';
import { findOwnBooking, type EffectContext } from './effect-context';

type Change = Extract<Effect, { kind: 'confirm-booking' | 'cancel-booking' | 'confirm-move' }>;
type Why = Extract<OutcomeEvent, { kind: 'change-refused' }>['why'];

/** Confirms, cancels or moves a customer's own booking, within the service's rule, and says what came of it. */
export async function changeBooking(context: EffectContext, effect: Change): Promise<OutcomeEvent> {
  const booking = await findOwnBooking(context, effect.bookingId);
  if (!booking) return { kind: 'change-refused', bookingId: effect.bookingId, why: 'not-found' };
  switch (effect.kind) {
    case 'confirm-booking':
      return confirm(context, booking);
    case 'cancel-booking':
      return cancel(context, booking, effect.words);
    case 'confirm-move':
      return confirmNewTime(context, booking);
  }
}

type Reason = 'not-found' | 'wrong-state' | 'too-late' | 'already-over' | 'changed-meanwhile' | 'no-move';

/** Why the booking core refused, in the chat's terms. */
export function refusal(booking: Booking, failure: { reason: Reason }): OutcomeEvent {
  const gone = booking.status === 'cancelled' || booking.status === 'expired';
  const why: Why =
    failure.reason === 'too-late' || failure.reason === 'already-over'
      ? failure.reason
      : failure.reason === 'wrong-state'
        ? gone
          ? 'already-cancelled'
          : 'already-over'
        : 'not-found';
  return { kind: 'change-refused', bookingId: booking.id, why };
}

/** The customer's notice before a change, by the service's rule. */
export const changeNoticeOf = ({ facts }: EffectContext, booking: Booking): number =>
  facts.services.find((service) => service.id === booking.serviceId)?.changeNoticeMinutes ?? 0;

const actorOf = ({ customer }: EffectContext) => ({ kind: 'customer' as const, id: customer.id });

async function confirm(context: EffectContext, booking: Booking): Promise<OutcomeEvent> {
  const { world, tx, scope, facts } = context;
  const result = await confirmBooking(tx, scope, {
    bookingId: booking.id,
    now: facts.now,
    actor: actorOf(context),
  });
  if (result.ok) return { kind: 'booking-confirmed', booking: bookingFact(world, scope, result.value) };
  if (result.reason === 'slot-taken') return { kind: 'hold-lost', bookingId: booking.id };
  return refusal(booking, result);
}

async function cancel(context: EffectContext, booking: Booking, reason: string): Promise<OutcomeEvent> {
  const { world, tx, scope, facts } = context;
  const result = await cancelBooking(tx, scope, {
    bookingId: booking.id,
    reason,
    now: facts.now,
    actor: actorOf(context),
    changeNoticeMinutes: changeNoticeOf(context, booking),
  });
  if (!result.ok) return refusal(booking, result);
  await callWaiting(tx, scope, [booking]);
  return { kind: 'booking-cancelled', booking: bookingFact(world, scope, result.value) };
}

async function confirmNewTime(context: EffectContext, booking: Booking): Promise<OutcomeEvent> {
  const { world, tx, scope, facts } = context;
  const result = await confirmMove(tx, scope, {
    bookingId: booking.id,
    now: facts.now,
    actor: actorOf(context),
  });
  if (result.ok) {
    await callWaiting(tx, scope, [booking]);
    return { kind: 'booking-moved', booking: bookingFact(world, scope, result.value) };
  }
  return result.reason === 'slot-taken' ? { kind: 'slot-taken' } : refusal(booking, result);
}
