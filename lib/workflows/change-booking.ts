import { cancelBooking } from '../booking/commands/cancel-booking';
import { confirmBooking } from '../booking/commands/confirm-booking';
import { confirmMove } from '../booking/commands/confirm-move';
import type { Booking } from '../booking/types';
import type { Effect, OutcomeEvent } from '../conversation/types';
import { toEpochMinute } from '../kernel/time-range';
import { bookingFact } from './booking-fact';
import { findOwnBooking, type EffectContext } from './effect-context';

type Change = Extract<Effect, { kind: 'confirm-booking' | 'cancel-booking' | 'confirm-move' }>;
type Refusal = Extract<OutcomeEvent, { kind: 'change-refused' }>['why'];

/** Confirms, cancels or moves a customer's own booking, within the service's rule, and says what came of it. */
export async function changeBooking(context: EffectContext, effect: Change): Promise<OutcomeEvent> {
  const { bookingId } = effect;
  const refuse = (why: Refusal): OutcomeEvent => ({ kind: 'change-refused', bookingId, why });
  const booking = await findOwnBooking(context, bookingId);
  if (!booking) return refuse('not-found');
  if (effect.kind === 'confirm-booking') return confirm(context, booking);
  const why = whyNotChangeable(context, booking);
  if (why) return refuse(why);
  return effect.kind === 'cancel-booking' ? cancel(context, booking, effect.words) : confirmNewTime(context, booking);
}

/** The customer's rule: until the service's notice before the start. */
export function whyNotChangeable({ facts }: EffectContext, booking: Booking): Refusal | null {
  if (booking.status === 'cancelled' || booking.status === 'expired') return 'already-cancelled';
  const now = toEpochMinute(facts.now);
  const startsAt = toEpochMinute(booking.startsAt);
  if (booking.status === 'completed' || booking.status === 'no-show' || startsAt <= now) return 'already-over';
  const service = facts.services.find((one) => one.id === booking.serviceId);
  return startsAt - now < (service?.changeNoticeMinutes ?? 0) ? 'too-late' : null;
}

const actorOf = ({ customer }: EffectContext) => ({ kind: 'customer' as const, id: customer.id });

async function confirm(context: EffectContext, booking: Booking): Promise<OutcomeEvent> {
  const { world, tx, scope, facts } = context;
  if (booking.status === 'held' && booking.startsAt <= facts.now) return { kind: 'hold-lost', bookingId: booking.id };
  const result = await confirmBooking(tx, scope, { bookingId: booking.id, now: facts.now, actor: actorOf(context) });
  if (result.ok) return { kind: 'booking-confirmed', booking: bookingFact(world, scope, result.value) };
  if (result.reason === 'slot-taken') return { kind: 'hold-lost', bookingId: booking.id };
  const why = result.reason === 'not-found' ? 'not-found' : booking.status === 'cancelled' ? 'already-cancelled' : 'already-over';
  return { kind: 'change-refused', bookingId: booking.id, why };
}

async function cancel(context: EffectContext, booking: Booking, words: string): Promise<OutcomeEvent> {
  const { world, tx, scope, facts } = context;
  const input = { bookingId: booking.id, reason: words, now: facts.now, actor: actorOf(context) };
  const result = await cancelBooking(tx, scope, input);
  if (result.ok) return { kind: 'booking-cancelled', booking: bookingFact(world, scope, result.value) };
  return { kind: 'change-refused', bookingId: booking.id, why: 'already-cancelled' };
}

async function confirmNewTime(context: EffectContext, booking: Booking): Promise<OutcomeEvent> {
  const { world, tx, scope, facts } = context;
  const result = await confirmMove(tx, scope, { bookingId: booking.id, now: facts.now, actor: actorOf(context) });
  if (result.ok) return { kind: 'booking-moved', booking: bookingFact(world, scope, result.value) };
  if (result.reason === 'slot-taken') return { kind: 'slot-taken' };
  return { kind: 'change-refused', bookingId: booking.id, why: 'not-found' };
}
