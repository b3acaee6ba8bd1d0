import type { Chat } from '../chat';
import { isWorthKeeping } from '../draft';
import type { State, StepName } from '../state';
import type { BookingFact } from '../types';

/** Questions about bookings that stand. */
const asides = new Set<StepName>(['bookings', 'booking', 'cancel']);

/** Whether the draft in hand is this booking in the making: as it is held, with a change begun, or just run out. */
export const isInTheMaking = (chat: Chat, booking: BookingFact): boolean => {
  const { held, draft } = chat.state;
  if (draft.moving !== null || draft.serviceId !== booking.serviceId) return false;
  return held === booking.id || draft.start === booking.startsAt;
};

/**
 * Whether the chat is at something else than this booking, so that a message which the customer did not ask for must
 * leave it where it is.
 */
export const isElsewhere = (chat: Chat, booking: BookingFact): boolean => {
  const { step, held, subject, draft } = chat.state;
  if (asides.has(step) || draft.moving !== null) return true;
  if (isInTheMaking(chat, booking)) return false;
  if (held === booking.id) return draft.serviceId !== null;
  if (step === 'payment' || step === 'rebook') return subject !== booking.id;
  return isWorthKeeping(draft) || (step !== 'idle' && step !== 'service');
};

/** A change of the state where the chat is about this booking or about nothing; otherwise none. */
export const unlessElsewhere = (chat: Chat, booking: BookingFact, change: Partial<State>): Partial<State> =>
  isElsewhere(chat, booking) ? {} : change;
