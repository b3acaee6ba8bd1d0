import { say, withNote, type Chat, type Turned } from './chat';
import type { Choice } from './choice';
import { emptyDraft, type Draft } from './draft';
import { joinWaitlist } from './join-waitlist';
import { proceed } from './proceed';
import { askTypedDay } from './steps/day';
import { askMoreDoctors } from './steps/doctor';
import { startMove } from './steps/move';
import { showMenu } from './steps/opening';
import { askMoreTimes } from './steps/time';
import { findBooking, findResource, findService } from './words';

/** The button stands for something that is no longer there. */
export const staleButton = (chat: Chat): Turned => showMenu(withNote(chat, say(chat, 'oldButton')));

/** An attendee id from a button counts only if it is one of this customer's own people. */
const ownAttendee = (chat: Chat, id: string | undefined): string | null =>
  chat.facts.customer.attendees.some((person) => person.id === id) ? (id ?? null) : null;

/** The draft that a button stands for; null where what it offers is no longer offered. */
export const draftOf = (chat: Chat, choice: Choice): Draft | null => {
  const service = findService(chat, choice.s ?? null);
  if (service === null) return null;
  const named = choice.r !== undefined && choice.r !== '*';
  if (named && findResource(service, choice.r ?? null) === null) return null;
  const before = chat.state.draft;
  const moving = choice.m ?? null;
  const same = before.serviceId === service.id && before.moving === moving;
  const {
    attendeeId,
    name,
    age,
    relation,
    newPerson,
    askWho,
    after: from,
    before: until,
    part,
  } = same ? before : emptyDraft;
  const chosen = ownAttendee(chat, choice.a);
  const bounded = choice.f !== undefined || choice.u !== undefined;
  const kept = choice.at === undefined && choice.t === undefined ? { after: from, before: until, part } : {};
  const wishes = bounded ? { after: choice.f ?? null, before: choice.u ?? null } : kept;
  return {
    ...emptyDraft,
    ...wishes,
    ...(chosen === null ? { attendeeId, name, age, relation, newPerson, askWho } : { attendeeId: chosen }),
    serviceId: service.id,
    resourceId: named ? (choice.r ?? null) : null,
    anyResource: choice.r === '*',
    date: choice.d ?? null,
    time: choice.t ?? null,
    start: choice.at ?? null,
    durationMinutes: choice.l ?? null,
    moving,
  };
};

/** A service, doctor, day, time or person was tapped: goes on from there. */
export const setDraft = (chat: Chat, choice: Choice): Turned => {
  const draft = draftOf(chat, choice);
  if (draft === null) return staleButton(chat);
  if (choice.m !== undefined) {
    const moved = findBooking(chat, choice.m);
    if (moved === null) return staleButton(chat);
    if (draft.date === null && draft.start === null && draft.time === null) return startMove(chat, moved);
    if (moved.status !== 'confirmed') return startMove(chat, moved);
  }
  if (choice.n !== undefined) return askMoreDoctors(chat, draft, choice.n);
  return choice.p === undefined ? proceed(chat, draft) : askMoreTimes(chat, draft, choice.p);
};

/** The waiting list of a day was tapped. */
export const waitFor = (chat: Chat, choice: Choice): Turned => {
  const draft = draftOf(chat, choice);
  if (draft === null || choice.d === undefined) return staleButton(chat);
  return joinWaitlist(chat, draft, choice.d) ?? staleButton(chat);
};

/** "Another date" was tapped. */
export const askOtherDay = (chat: Chat, choice: Choice): Turned => {
  const draft = draftOf(chat, choice);
  return draft === null ? staleButton(chat) : askTypedDay(chat, draft);
};
