import { localDateOf, minuteOfDay } from '../../scheduling/zone';
import { named, say, type Chat, type Turned } from '../chat';
import { encodeChoice, type ChoicePieces } from '../choice';
import { answer, type Option } from '../compose';
import { draftOfBooking, type Draft } from '../draft';
import { dayFor } from '../offered-times';
import { proceed } from '../proceed';
import type { BookingFact, ServiceFact } from '../types';
import { findService, whenOf } from '../words';
import { askLength } from './length';

type What = NonNullable<ChoicePieces['w']>;

/** The draft behind a held booking: as it was told, or rebuilt from the booking where the chat has moved on. */
export const draftBehind = (chat: Chat, booking: BookingFact, service: ServiceFact): Draft => {
  if (chat.state.held === booking.id && chat.state.draft.serviceId === booking.serviceId) {
    return { ...chat.state.draft, start: booking.startsAt, durationMinutes: booking.durationMinutes };
  }
  const { zone } = chat.facts;
  return {
    ...draftOfBooking(booking, service),
    start: booking.startsAt,
    date: localDateOf(booking.startsAt, zone),
    time: minuteOfDay(booking.startsAt, zone),
  };
};

const changeable = (service: ServiceFact): [What, Parameters<typeof say>[1]][] => {
  const lengths =
    service.durationMinutes.length > 1 || service.resources.some((r) => r.durationMinutes.length > 1);
  const court = service.kind === 'court';
  return [
    ['day', 'change.day'],
    ['time', 'change.time'],
    ...(service.resources.length > 1
      ? [['resource', court ? 'change.court' : 'change.doctor'] satisfies [What, Parameters<typeof say>[1]]]
      : []),
    ...(lengths ? [['length', 'change.length'] satisfies [What, Parameters<typeof say>[1]]] : []),
    ['who', court ? 'change.name' : 'change.patient'],
  ];
};

/** Asks what to change; the rest stays as it is and the slot stays held meanwhile. */
export const askChange = (chat: Chat, booking: BookingFact): Turned => {
  const service = findService(chat, booking.serviceId);
  if (service === null) return proceed(chat, chat.state.draft);
  const options = changeable(service).map(([w, key]) => ({
    id: encodeChoice('edit', { b: booking.id, w }),
    title: say(chat, key),
  }));
  return answer(
    chat,
    { step: 'change', held: booking.status === 'held' ? booking.id : chat.state.held, subject: booking.id },
    { key: 'change.ask', body: say(chat, 'change.ask'), opener: say(chat, 'change.opener'), options },
  );
};

const askCourt = (chat: Chat, draft: Draft, service: ServiceFact, booking: BookingFact): Turned => {
  const day = dayFor(chat, { ...draft, resourceId: null }, localDateOf(booking.startsAt, chat.facts.zone));
  const free = day?.slots.find((slot) => slot.start === booking.startsAt)?.free ?? [];
  const row = (r: string, title: string, description?: string): Option => ({
    id: encodeChoice('set', { s: service.id, r, at: booking.startsAt, l: booking.durationMinutes }),
    title,
    ...(description === undefined ? {} : { description }),
  });
  const courts = service.resources.filter((court) => free.some((one) => one.resourceId === court.id));
  const when = whenOf(chat, booking.startsAt, booking.durationMinutes);
  return answer(
    chat,
    { step: 'court', draft, subject: booking.id },
    {
      key: 'court.ask',
      body: say(chat, 'court.ask', { when }),
      opener: say(chat, 'court.opener'),
      options: [
        ...courts.slice(0, 9).map((court) => row(court.id, named(chat, court.name))),
        row('*', say(chat, 'court.any'), say(chat, 'court.anyDetail')),
      ],
    },
  );
};

/** Takes one thing out of the booking in the making and asks for it again. */
export const editHeld = (chat: Chat, booking: BookingFact, what: What): Turned => {
  const service = findService(chat, booking.serviceId);
  if (service === null) return proceed(chat, chat.state.draft);
  const draft = draftBehind(chat, booking, service);
  switch (what) {
    case 'day':
      return proceed(chat, { ...draft, date: null, start: null });
    case 'time':
      return proceed(chat, {
        ...draft,
        time: null,
        start: null,
        after: null,
        before: null,
        part: null,
        pick: null,
      });
    case 'resource':
      if (service.kind === 'court') return askCourt(chat, draft, service, booking);
      return proceed(chat, {
        ...draft,
        resourceId: null,
        anyResource: false,
        start: null,
        durationMinutes: null,
      });
    case 'length':
      return askLength(chat, { ...draft, start: null });
    case 'who':
      return proceed(chat, {
        ...draft,
        attendeeId: null,
        name: null,
        age: null,
        relation: null,
        askWho: true,
      });
  }
};
