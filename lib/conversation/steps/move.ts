import type { Chat, Turned } from '../chat';
import { draftOfBooking, emptyDraft, type Draft } from '../draft';
import { proceed } from '../proceed';
import type { BookingFact } from '../types';
import { findService } from '../words';
import { refuseChange } from './cancel';

type Wish = Partial<Pick<Draft, 'date' | 'time' | 'after' | 'before' | 'part' | 'pick' | 'resourceId'>>;

/** Starts to move a booking: asks what of the new day and time is not known yet. The old time stays until confirmed. */
export const startMove = (chat: Chat, booking: BookingFact, wish: Wish = {}): Turned => {
  const refused = refuseChange(chat, booking);
  if (refused !== null) return refused;
  const service = findService(chat, booking.serviceId);
  const base = service === null ? emptyDraft : draftOfBooking(booking, service);
  return proceed(chat, { ...base, ...wish, moving: booking.id });
};
