import { formatDayNarrow } from '../i18n/format-day';
import { formatTime } from '../i18n/format-time';
import { limits, textLength } from '../messaging/limits';
import type { LocalDate } from '../scheduling/types';
import { addDays } from '../scheduling/zone';
import { named, say, type Chat } from './chat';
import { encodeChoice } from './choice';
import type { Option } from './compose';
import type { Draft } from './draft';
import { bestFree, dayFor, daysFor, lastDay, timesOf, type OfferedTime } from './offered-times';
import { findResource, findService, priceWords } from './words';

/** A start to offer instead, and the court or doctor it is with (null: any). */
export type NearTime = {
  time: OfferedTime;
  resourceId: string | null;
  /** At the very time that was wanted, with another court or doctor. */
  elsewhere: boolean;
};

const searchDays = 7;

const byDistance =
  (minute: number) =>
  (a: OfferedTime, b: OfferedTime): number =>
    Math.abs(a.minute - minute) - Math.abs(b.minute - minute) || a.start - b.start;

const sameTimeElsewhere = (chat: Chat, draft: Draft, date: LocalDate, minute: number): NearTime[] => {
  if (draft.resourceId === null) return [];
  const day = dayFor(chat, { ...draft, resourceId: null, durationMinutes: durationFor(chat, draft) }, date);
  const time = day === null ? undefined : timesOf(chat, day).find((one) => one.minute === minute);
  return (time?.free ?? [])
    .filter((free) => free.resourceId !== draft.resourceId)
    .flatMap((free) =>
      time === undefined
        ? []
        : [{ time: { ...time, free: [free] }, resourceId: free.resourceId, elsewhere: true }],
    );
};

/** Other doctors have their own lengths of visit, so only a court's length is kept when looking elsewhere. */
const durationFor = (chat: Chat, draft: Draft): number | null =>
  findService(chat, draft.serviceId)?.kind === 'court' ? draft.durationMinutes : null;

const otherDays = (chat: Chat, draft: Draft, date: LocalDate, minute: number): NearTime[] => {
  const first = addDays(date < chat.facts.today ? chat.facts.today : date, date < chat.facts.today ? 0 : 1);
  const last = lastDay(chat, draft.serviceId);
  const until = addDays(first, searchDays);
  return daysFor(chat, draft, first, until < last ? until : last).flatMap((day) => {
    const time = timesOf(chat, day).sort(byDistance(minute))[0];
    return time === undefined ? [] : [{ time, resourceId: draft.resourceId, elsewhere: false }];
  });
};

/**
 * Up to `max` starts instead of a wanted one that cannot be had: the same time with other courts or doctors,
 * then nearby times of that day, then other days.
 */
export const nearestTimes = (
  chat: Chat,
  draft: Draft,
  date: LocalDate,
  minute: number,
  max = 3,
): NearTime[] => {
  const elsewhere = sameTimeElsewhere(chat, draft, date, minute);
  const day = dayFor(chat, draft, date);
  const nearby = (day === null ? [] : timesOf(chat, day))
    .sort(byDistance(minute))
    .map((time) => ({ time, resourceId: draft.resourceId, elsewhere: false }));
  const soon = [...elsewhere, ...nearby].slice(0, max);
  if (soon.length === max) return soon;
  const later = otherDays(chat, draft, date, minute);
  return [...soon, ...later].slice(0, max);
};

const titleOf = (chat: Chat, time: OfferedTime): string => {
  const day = formatDayNarrow(chat.language, time.date);
  const clock = formatTime(chat.language, time.minute);
  const title = `${day} · ${clock}`;
  return textLength(title) <= limits.rowTitle ? title : `${day} ${clock}`;
};

/** The id of a row that books this start anew, or moves the booking there. */
const bookingId = (draft: Draft, slot: Slot): string =>
  encodeChoice('set', { s: draft.serviceId ?? undefined, ...slot, m: draft.moving ?? undefined });

type Slot = { r: string; at: number; l: number };

/** A list row for this start; `idOf`: what a tap on it does, if not to book it. */
export const nearOption = (
  chat: Chat,
  draft: Draft,
  near: NearTime,
  idOf: (slot: Slot) => string = (slot) => bookingId(draft, slot),
): Option[] => {
  const service = findService(chat, draft.serviceId);
  const free = bestFree(near.time.free);
  if (service === null || free === null) return [];
  const price = priceWords(chat, free.pricePaise);
  const doctorId = service.kind === 'consultation' ? free.resourceId : null;
  const resource = findResource(service, near.resourceId ?? doctorId);
  const name = resource === null ? null : named(chat, resource.name, 40);
  const when = titleOf(chat, near.time);
  return [
    {
      id: idOf({ r: near.resourceId ?? '*', at: near.time.start, l: free.durationMinutes }),
      // Several at the same time are told apart by their names, not by their time.
      ...(near.elsewhere && name !== null
        ? { title: name, description: say(chat, 'taken.with', { resource: when, price }) }
        : {
            title: when,
            description: name === null ? price : say(chat, 'taken.with', { resource: name, price }),
          }),
      section: say(chat, 'section.nearest'),
    },
  ];
};
