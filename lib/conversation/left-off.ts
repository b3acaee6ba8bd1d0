import type { Chat } from './chat';
import { isWorthKeeping } from './draft';
import type { BookingFact } from './types';
import { localDateOf } from '../scheduling/zone';
import { whatOf, whenOf } from './words';

/** The booking in the making in words, with its time where one is chosen. */
export const leftOff = (chat: Chat): string => {
  const { serviceId, resourceId, start, durationMinutes } = chat.state.draft;
  const when = start === null ? '' : `, ${whenOf(chat, start, durationMinutes ?? 60)}`;
  return whatOf(chat, serviceId, resourceId) + when;
};

/**
 * Whether another booking was in the making when this one was confirmed by its own button (a place from the waiting
 * list, an older message): of another service or for another day. One for the same day was a second choice, and done.
 */
export const isInterrupted = (chat: Chat, booking: BookingFact): boolean => {
  const { draft, held } = chat.state;
  if (!isWorthKeeping(draft)) return false;
  if (held === booking.id && draft.serviceId === booking.serviceId) return false;
  const { zone } = chat.facts;
  const date = draft.start === null ? draft.date : localDateOf(draft.start, zone);
  const sameDay = date === null || date === localDateOf(booking.startsAt, zone);
  return draft.serviceId !== booking.serviceId || !sameDay;
};
