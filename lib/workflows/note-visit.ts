import { recordComing } from '../booking/commands/record-coming';
import { recordFeedback } from '../booking/commands/record-feedback';
import type { Effect, OutcomeEvent } from '../conversation/types';
import { publish } from '../live/publish';
import { bookingFact } from './booking-fact';
import { refusal } from './change-booking';
import { findOwnBooking, type EffectContext } from './effect-context';

type Note = Extract<Effect, { kind: 'note-coming' | 'note-feedback' }>;

/** Writes down what a customer says of their own booking: that they are coming, or how it was. Staff see it at once. */
export async function noteVisit(context: EffectContext, effect: Note): Promise<OutcomeEvent> {
  const { world, tx, scope, customer, facts } = context;
  const booking = await findOwnBooking(context, effect.bookingId);
  if (!booking) return { kind: 'change-refused', bookingId: effect.bookingId, why: 'not-found' };
  const of = { bookingId: booking.id, actor: { kind: 'customer', id: customer.id } as const, now: facts.now };
  const noted =
    effect.kind === 'note-coming'
      ? await recordComing(tx, scope, of)
      : await recordFeedback(tx, scope, { ...of, feedback: effect.feedback });
  if (!noted.ok) return refusal(booking, noted);
  await publish(tx, scope, { kind: 'bookings', id: booking.id });
  const fact = bookingFact(world, scope, noted.value);
  return effect.kind === 'note-coming'
    ? { kind: 'coming-noted', booking: fact }
    : { kind: 'feedback-noted', booking: fact, feedback: effect.feedback };
}
