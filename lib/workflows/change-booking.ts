import { callWaiting } from '../booking/commands/call-waiting';
import { cancelBooking } from '../booking/commands/cancel-booking';
import { confirmBooking } from '../booking/commands/confirm-booking';
import { confirmMove } from '../booking/commands/confirm-move';
import { findBooking } from '../booking/queries';
import type { Booking } from '../booking/types';
import type { Effect, OutcomeEvent } from '../conversation/types';
import { bookingFact } from './booking-fact';
import { findOwnBooking, type EffectContext } from './effect-context';
import { neededPaise } from './money/agreed-paise';
import { askToConfirm } from './money/ask-payment';
import { payHoldOf } from './money/pay-hold';
import { followPrice, settleCancelled } from './money/settle-change';
import { findPayingPack, keepPack, payFromPack } from './packs/use-pack';
import { useLate } from './money/settle-late';

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
  const waiting = booking.status === 'held' || booking.status === 'expired';
  // Locked before the booking is: whoever takes of a pack waits for whoever took of it before.
  const pack = waiting ? await findPayingPack(context, booking) : null;
  if (waiting && !pack && (await neededPaise(tx, scope, booking)) > 0) {
    const actor = actorOf(context);
    const asked = await askToConfirm(tx, world, scope, {
      booking,
      payHoldMinutes: payHoldOf(context, booking),
      actor,
    });
    if (asked.ok) return { kind: 'payment-asked', booking: bookingFact(world, scope, asked.value) };
    if (asked.reason === 'slot-taken') return { kind: 'hold-lost', bookingId: booking.id };
    if (asked.reason === 'wrong-state') return refusal(booking, asked);
    // Without an account it is paid at the venue.
  }
  const result = await confirmBooking(tx, scope, {
    bookingId: booking.id,
    now: facts.now,
    actor: actorOf(context),
  });
  if (result.ok) {
    const settled = pack
      ? await payFromPack(tx, scope, { booking: result.value, pack, actor: actorOf(context), now: facts.now })
      : booking.keptPaise > 0
        ? await settleLate(context, result.value)
        : result.value;
    return { kind: 'booking-confirmed', booking: bookingFact(world, scope, settled) };
  }
  if (result.reason === 'slot-taken') return { kind: 'hold-lost', bookingId: booking.id };
  return refusal(booking, result);
}

/** Paid after its hold had ended, and free again when it was confirmed: the money is for it. */
async function settleLate(context: EffectContext, booking: Booking): Promise<Booking> {
  const { tx, scope, facts } = context;
  await useLate(tx, scope, { booking, actor: actorOf(context), now: facts.now });
  return (await findBooking(tx, scope, booking.id)) ?? booking;
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
  const by = { actor: actorOf(context), now: facts.now, by: 'customer' } as const;
  const after = await settleCancelled(tx, scope, { booking: result.value, ...by });
  return { kind: 'booking-cancelled', booking: bookingFact(world, scope, after) };
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
    const kept = await keepPack(tx, scope, {
      booking: result.value,
      zone: facts.zone,
      actor: actorOf(context),
      now: facts.now,
      by: 'customer',
    });
    const after = await followPrice(tx, world, scope, {
      booking: kept,
      actor: actorOf(context),
      now: facts.now,
    });
    return { kind: 'booking-moved', booking: bookingFact(world, scope, after) };
  }
  return result.reason === 'slot-taken' ? { kind: 'slot-taken' } : refusal(booking, result);
}
