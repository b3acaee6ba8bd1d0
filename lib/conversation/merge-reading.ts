import type { Chat } from './chat';
import { emptyDraft, withoutTime, type Draft } from './draft';
import type { Reading } from './understanding/types';
import { findService } from './words';

const serviceMeant = (chat: Chat, draft: Draft, reading: Reading): string | null => {
  const { services } = chat.facts;
  if (reading.serviceId !== null) return reading.serviceId;
  const named = services.filter((s) => s.resources.some((r) => reading.resourceIds.includes(r.id)));
  if (named[0] !== undefined && named.length === 1) return named[0].id;
  const sameKind = services.filter((service) => service.kind === reading.serviceKind);
  const current = findService(chat, draft.serviceId);
  if (current !== null && (reading.serviceKind === null || current.kind === reading.serviceKind))
    return current.id;
  return sameKind.length === 1 ? (sameKind[0]?.id ?? null) : null;
};

const mergeResource = (draft: Draft, reading: Reading): Draft => {
  if (reading.anyResource) return { ...draft, resourceId: null, anyResource: true, among: [], start: null };
  const [only] = reading.resourceIds;
  if (only === undefined) return draft;
  if (reading.resourceIds.length > 1) {
    return {
      ...draft,
      resourceId: null,
      anyResource: false,
      among: reading.resourceIds.slice(0, 20),
      start: null,
    };
  }
  return { ...draft, resourceId: only, anyResource: false, among: [], start: null };
};

const mergeTime = (draft: Draft, reading: Reading): Draft => {
  const saysTime =
    reading.time !== null ||
    reading.after !== null ||
    reading.before !== null ||
    reading.part !== null ||
    reading.pick !== null;
  const dated = reading.date === null ? draft : { ...draft, date: reading.date, start: null };
  if (!saysTime) return dated;
  const { time, after, before, part, pick } = reading;
  // A time said exactly needs no narrowing; the part of the day is already in it.
  return { ...withoutTime(dated), time, pick, ...(time === null ? { after, before, part } : {}) };
};

const mergeWho = (chat: Chat, draft: Draft, reading: Reading): Draft => {
  if (reading.attendee === null || findService(chat, draft.serviceId)?.kind === 'court') return draft;
  return {
    ...draft,
    relation: reading.attendee,
    attendeeId: null,
    name: null,
    age: null,
    newPerson: false,
    askWho: false,
  };
};

/** The draft with everything a message said filled in; what it did not say stays. */
export const mergeReading = (chat: Chat, draft: Draft, reading: Reading): Draft => {
  const serviceId = serviceMeant(chat, draft, reading);
  const sameService = serviceId === draft.serviceId || draft.serviceId === null;
  // Another service has other courts, lengths and people; day and time are kept, since the customer said them.
  const base = sameService
    ? { ...draft, serviceId }
    : { ...emptyDraft, serviceId, date: draft.date, time: draft.time };
  const timed = mergeTime(mergeResource(base, reading), reading);
  const long =
    reading.durationMinutes === null
      ? timed
      : { ...timed, durationMinutes: reading.durationMinutes, start: null };
  return mergeWho(chat, long, reading);
};

/** Whether a message says anything that a booking is made of. */
export const saysSomething = (reading: Reading): boolean =>
  reading.serviceKind !== null ||
  reading.serviceId !== null ||
  reading.resourceIds.length > 0 ||
  reading.anyResource ||
  reading.date !== null ||
  reading.time !== null ||
  reading.after !== null ||
  reading.before !== null ||
  reading.part !== null ||
  reading.pick !== null ||
  reading.durationMinutes !== null ||
  reading.attendee !== null ||
  reading.problem !== null ||
  reading.options.length > 0;
