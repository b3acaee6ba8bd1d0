import type { EpochMinute } from '../kernel/time-range';
import type { DayAvailability, FreeResource, LocalDate } from '../scheduling/types';
import { addDays, localDayRange, minuteOfDay } from '../scheduling/zone';
import type { Chat } from './chat';
import type { Draft } from './draft';
import { findService } from './words';

/** A start that can be had, with the wall-clock minute that customers name it by. */
export type OfferedTime = { date: LocalDate; start: EpochMinute; minute: number; free: FreeResource[] };

/** What a day part covers when a customer asks for one; wider than its name, since people differ. */
const partSpans = {
  morning: [240, 720],
  noon: [660, 1020],
  evening: [930, 1260],
  night: [1110, 1440],
} as const;

/** Wall-clock minute of a start of that day, without asking the zone library each time. */
const clockOf = (date: LocalDate, zone: string): ((start: EpochMinute) => number) => {
  const range = localDayRange(date, zone);
  return range.end - range.start === 1440
    ? (start) => start - range.start
    : (start) => minuteOfDay(start, zone);
};

/** The starts of a day that can be had. */
export const timesOf = (chat: Chat, day: DayAvailability): OfferedTime[] => {
  const clock = clockOf(day.date, chat.facts.zone);
  return day.slots.map(({ start, free }) => ({ date: day.date, start, minute: clock(start), free }));
};

/** The last day that can be booked. */
export const lastDay = (chat: Chat, serviceId: string | null): LocalDate =>
  addDays(chat.facts.today, findService(chat, serviceId)?.horizonDays ?? 0);

/** Availability for the draft's service, resource and length over a span of local dates, both inclusive. */
export const daysFor = (
  chat: Chat,
  draft: Draft,
  fromDate: LocalDate,
  toDate: LocalDate,
): DayAvailability[] => {
  if (draft.serviceId === null || toDate < fromDate) return [];
  return chat.facts.availability({
    serviceId: draft.serviceId,
    resourceId: draft.resourceId,
    fromDate,
    toDate,
    durationMinutes: draft.durationMinutes,
    exceptBookingId: draft.moving ?? chat.state.held,
  });
};

/** One day's availability. */
export const dayFor = (chat: Chat, draft: Draft, date: LocalDate): DayAvailability | null =>
  daysFor(chat, draft, date, date)[0] ?? null;

/** Whether a start is what the customer asked for: after, before, or a part of the day. */
export const suits = (draft: Draft, time: OfferedTime): boolean => {
  const part = draft.part === null ? null : partSpans[draft.part];
  return (
    (draft.after === null || time.minute >= draft.after) &&
    (draft.before === null || time.minute < draft.before) &&
    (part === null || (time.minute >= part[0] && time.minute < part[1]))
  );
};

/** Whether a wish narrows the day. */
export const isNarrowed = (draft: Draft): boolean =>
  draft.after !== null || draft.before !== null || draft.part !== null;

const suitsWish = (draft: Draft, time: OfferedTime): boolean =>
  draft.time === null ? suits(draft, time) : time.minute === draft.time;

/** Two weeks first: most customers book soon, and a short span loads faster. */
const firstSpanDays = 13;

/** The next days with a place that suits the wishes, at most `max`, soonest first. */
export const openDays = (
  chat: Chat,
  draft: Draft,
  max: number,
  from = chat.facts.today,
): DayAvailability[] => {
  const last = lastDay(chat, draft.serviceId);
  const middle = addDays(from, firstSpanDays);
  const suitable = (days: DayAvailability[]): DayAvailability[] =>
    days.filter((day) => day.slots.length > 0 && timesOf(chat, day).some((time) => suitsWish(draft, time)));
  const near = suitable(daysFor(chat, draft, from, middle < last ? middle : last));
  if (near.length >= max || middle >= last) return near.slice(0, max);
  return [...near, ...suitable(daysFor(chat, draft, addDays(middle, 1), last))].slice(0, max);
};

/** How many visits still fit into a day: starts that do not overlap, counted on each court or doctor. */
export const placesLeft = (day: DayAvailability): number => {
  const busyUntil = new Map<string, number>();
  let places = 0;
  for (const { start, free } of day.slots) {
    for (const { resourceId, durationMinutes } of free) {
      if (start < (busyUntil.get(resourceId) ?? 0)) continue;
      busyUntil.set(resourceId, start + durationMinutes);
      places += 1;
    }
  }
  return places;
};

/** Lowest and highest price of a day's free starts. */
export const priceRange = (free: FreeResource[]): { from: number; to: number } => {
  const prices = free.map(({ pricePaise }) => pricePaise);
  return { from: Math.min(...prices), to: Math.max(...prices) };
};

/** The one to book where any will do: the cheapest, and of those the first. */
export const bestFree = (free: FreeResource[]): FreeResource | null =>
  free.reduce<FreeResource | null>(
    (best, one) => (best === null || one.pricePaise < best.pricePaise ? one : best),
    null,
  );
