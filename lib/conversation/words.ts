import { capitalised, formatDay } from '../i18n/format-day';
import { formatMoney } from '../i18n/format-money';
import { formatTime, formatTimeInWords, formatTimeSpan } from '../i18n/format-time';
import type { Paise } from '../kernel/money';
import type { EpochMinute } from '../kernel/time-range';
import { localDateOf, minuteOfDay } from '../scheduling/zone';
import { named, say, type Chat } from './chat';
import { plainName } from './plain-name';
import type { BookingFact, ResourceFact, ServiceFact } from './types';

/** The service by id; null where it is no longer offered. */
export const findService = (chat: Chat, id: string | null): ServiceFact | null =>
  chat.facts.services.find((service) => service.id === id) ?? null;

/** The court or doctor of a service by id; null where it no longer offers the service. */
export const findResource = (service: ServiceFact, id: string | null): ResourceFact | null =>
  service.resources.find((resource) => resource.id === id) ?? null;

/** The customer's own booking by id. */
export const findBooking = (chat: Chat, id: string | null | undefined): BookingFact | null =>
  chat.facts.bookings.find((booking) => booking.id === id) ?? null;

/** What is booked, in words: `Badminton court · Court 2`, `Dr. Priya Raman`. */
export const whatOf = (chat: Chat, serviceId: string | null, resourceId: string | null): string => {
  const service = findService(chat, serviceId);
  if (service === null) return named(chat, chat.facts.business.name);
  const resource = findResource(service, resourceId);
  if (resource === null) return named(chat, service.name);
  const name = named(chat, resource.name);
  return service.kind === 'consultation' ? name : `${named(chat, service.name)} · ${name}`;
};

/** Weekday, date and part of the day in words (P26): `Tomorrow, Saturday, 28 Nov · evening 6:00 – 7:00 PM`. */
export const whenOf = (chat: Chat, start: EpochMinute, durationMinutes: number): string => {
  const { zone, today } = chat.facts;
  const from = minuteOfDay(start, zone);
  const day = formatDay(chat.language, localDateOf(start, zone), today);
  return `${day} · ${formatTimeSpan(chat.language, from, from + durationMinutes)}`;
};

/** A moment: the time alone on the present day, otherwise with its day. */
export const momentOf = (chat: Chat, at: EpochMinute): string => {
  const { zone, today } = chat.facts;
  const date = localDateOf(at, zone);
  const minute = minuteOfDay(at, zone);
  if (date === today) return formatTime(chat.language, minute);
  return `${formatDay(chat.language, date, today)} · ${formatTimeInWords(chat.language, minute)}`;
};

/** A day in words, with "today" or "tomorrow" where it is one. */
export const dayOfWords = (chat: Chat, date: string): string =>
  formatDay(chat.language, date, chat.facts.today);

/** A price as quoted. */
export const priceWords = (chat: Chat, paise: Paise): string =>
  paise === 0 ? say(chat, 'review.free') : formatMoney(paise);

/** Who a booking is for. */
export const whoOf = (chat: Chat, booking: BookingFact): string =>
  plainName(booking.attendeeName ?? chat.facts.customer.name ?? chat.facts.customer.profileName ?? '–');

/** Until when the customer may change or cancel, in one line. */
export const ruleWords = (chat: Chat, serviceId: string, start: EpochMinute): string => {
  const notice = findService(chat, serviceId)?.changeNoticeMinutes ?? 0;
  if (notice === 0) return say(chat, 'review.ruleAny');
  const until = start - notice;
  return until <= chat.now
    ? say(chat, 'review.ruleNever')
    : say(chat, 'review.ruleUntil', { until: momentOf(chat, until) });
};

/** Address with the link to the map. */
export const placeWords = (chat: Chat): string => {
  const address = named(chat, chat.facts.business.address, 200);
  return chat.facts.business.mapUrl === null ? address : `${address}\n${chat.facts.business.mapUrl}`;
};

/** What, when and for whom, each for a line of its own. */
export const bookingCard = (
  chat: Chat,
  booking: BookingFact,
): { what: string; when: string; who: string } => {
  const words = bookingWords(chat, booking);
  return { ...words, when: capitalised(words.when) };
};

/** A booking in the fewest words: `Badminton court · Court 2, Saturday, 28 Nov · evening 6:00 – 7:00 PM`. */
export const bookingWords = (
  chat: Chat,
  booking: BookingFact,
): { what: string; when: string; who: string } => ({
  what: whatOf(chat, booking.serviceId, booking.resourceId),
  when: whenOf(chat, booking.startsAt, booking.durationMinutes),
  who: whoOf(chat, booking),
});

/** Whether it still lies ahead and takes place. */
export const isUpcoming = (chat: Chat, booking: BookingFact): boolean =>
  booking.startsAt > chat.now && booking.status === 'confirmed';
