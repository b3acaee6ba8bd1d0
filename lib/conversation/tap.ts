import { after, say, withNote, withState, type Chat, type Turned } from './chat';
import type { Choice } from './choice';
import { emptyDraft, type Draft } from './draft';
import { goBack, repeatStep } from './flow';
import { joinWaitlist } from './join-waitlist';
import { nameIn } from './plain-name';
import { proceed } from './proceed';
import { showInfo } from './show-info';
import { confirmHeld, confirmMove } from './confirm';
import { askCancel, cancelBooking, keepBooking } from './steps/cancel';
import { askChange, editHeld } from './steps/change';
import { showBooking, showMine, tellStatus } from './steps/bookings';
import { askName } from './steps/attendee';
import { askTypedDay } from './steps/day';
import { dropDraft, releaseEffects } from './steps/drop';
import { startMove } from './steps/move';
import { openChat, showMenu } from './steps/opening';
import { callStaff } from './steps/staff';
import { askMoreTimes } from './steps/time';
import { switchLanguage } from './switch-language';
import type { BookingFact } from './types';
import { findBooking, findResource, findService } from './words';

const staleButton = (chat: Chat): Turned => showMenu(withNote(chat, say(chat, 'oldButton')));

/** An attendee id from a button counts only if it is one of this customer's own people. */
const ownAttendee = (chat: Chat, id: string | undefined): string | null =>
  chat.facts.customer.attendees.some((person) => person.id === id) ? (id ?? null) : null;

/** The draft that a button stands for; null where what it offers is no longer offered. */
const draftOf = (chat: Chat, choice: Choice): Draft | null => {
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
  const wishes =
    choice.at === undefined && choice.t === undefined ? { after: from, before: until, part } : {};
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

const setDraft = (chat: Chat, choice: Choice): Turned => {
  const draft = draftOf(chat, choice);
  if (draft === null) return staleButton(chat);
  if (choice.m !== undefined) {
    const moved = findBooking(chat, choice.m);
    if (moved === null) return staleButton(chat);
    if (draft.date === null && draft.start === null && draft.time === null) return startMove(chat, moved);
    if (moved.status !== 'confirmed') return startMove(chat, moved);
  }
  return choice.p === undefined ? proceed(chat, draft) : askMoreTimes(chat, draft, choice.p);
};

const withBooking = (chat: Chat, id: string | undefined, act: (booking: BookingFact) => Turned): Turned => {
  const booking = findBooking(chat, id);
  if (booking !== null) return act(booking);
  return showMenu(chat, 'cancelling.notFound');
};

const newPerson = (chat: Chat): Turned =>
  askName(chat, { ...chat.state.draft, attendeeId: null, name: null, age: null, newPerson: true });

const takeName = (chat: Chat, name: string | null): Turned => {
  const clean = name === null ? null : nameIn(name);
  const { draft } = chat.state;
  if (clean === null || draft.serviceId === null) return repeatStep(chat);
  return proceed(chat, { ...draft, name: clean, relation: draft.relation ?? 'self', newPerson: false });
};

const change = (chat: Chat, choice: Choice): Turned => {
  if (choice.m !== undefined) return withBooking(chat, choice.m, (booking) => startMove(chat, booking));
  return withBooking(chat, choice.b, (booking) => {
    if (booking.status === 'held') {
      return choice.verb === 'edit' && choice.w !== undefined
        ? editHeld(chat, booking, choice.w)
        : askChange(chat, booking);
    }
    if (booking.status === 'expired' && booking.startsAt > chat.now) {
      return choice.verb === 'edit' && choice.w !== undefined
        ? editHeld(chat, booking, choice.w)
        : askChange(chat, booking);
    }
    return booking.status === 'confirmed' ? showBooking(chat, booking) : tellStatus(chat, booking);
  });
};

const drop = (chat: Chat, choice: Choice): Turned => {
  const id = choice.m ?? choice.b;
  const booking = findBooking(chat, id);
  if (booking?.status === 'confirmed' && choice.m === undefined) return askCancel(chat, booking);
  if (chat.state.held === id || booking === null) return dropDraft(chat);
  // A button of an older message: what it held is given back, the booking in the making now stays.
  const release = booking.status === 'held' && choice.m === undefined;
  const dropped = dropDraft(withState(chat, { held: release ? booking.id : null, draft: emptyDraft }));
  return { ...dropped, state: { ...dropped.state, draft: chat.state.draft, held: chat.state.held } };
};

const confirm = (chat: Chat, choice: Choice): Turned => {
  if (choice.m !== undefined) return withBooking(chat, choice.m, (booking) => confirmMove(chat, booking));
  return withBooking(chat, choice.b, (booking) => confirmHeld(chat, booking));
};

/** Starts from nothing; a slot held meanwhile is given back. */
const startFresh = (chat: Chat): Turned => {
  const release = releaseEffects(chat);
  return after(
    release,
    openChat(withState(chat, { draft: emptyDraft, held: null, misses: 0 }), 'opening.which'),
  );
};

const waitFor = (chat: Chat, choice: Choice): Turned => {
  const draft = draftOf(chat, choice);
  if (draft === null || choice.d === undefined) return staleButton(chat);
  return joinWaitlist(chat, draft, choice.d) ?? staleButton(chat);
};

/** A tap on a button or list row of ours, however old: does what it says, or says what has changed since. */
export const answerTap = (chat: Chat, choice: Choice): Turned => {
  switch (choice.verb) {
    case 'set':
      return setDraft(chat, choice);
    case 'day-other':
      return answerDayOther(chat, choice);
    case 'attendee-new':
      return chat.state.draft.serviceId === null ? staleButton(chat) : newPerson(chat);
    case 'name-profile':
      return takeName(chat, chat.facts.customer.profileName);
    case 'name-own':
      return takeName(chat, chat.facts.customer.name);
    case 'confirm':
      return confirm(chat, choice);
    case 'change':
    case 'edit':
      return change(chat, choice);
    case 'drop':
      return drop(chat, choice);
    case 'mine':
      return showMine(chat);
    case 'booking':
      return withBooking(chat, choice.b, (booking) =>
        booking.status === 'confirmed' ? showBooking(chat, booking) : tellStatus(chat, booking),
      );
    case 'cancel':
      return withBooking(chat, choice.b, (booking) => askCancel(chat, booking));
    case 'cancel-yes':
      return withBooking(chat, choice.b, (booking) => cancelBooking(chat, booking));
    case 'cancel-no':
      return withBooking(chat, choice.b, (booking) =>
        booking.status === 'confirmed' ? keepBooking(chat, booking) : tellStatus(chat, booking),
      );
    case 'move':
      return withBooking(chat, choice.b, (booking) =>
        startMove(chat, booking, { date: choice.d ?? null, time: choice.t ?? null }),
      );
    case 'wait':
      return waitFor(chat, choice);
    case 'resume':
      return chat.state.draft.serviceId === null
        ? openChat(chat, 'opening.which')
        : proceed(chat, chat.state.draft);
    case 'fresh':
      return startFresh(chat);
    case 'menu':
      return showMenu(chat);
    case 'back':
      return goBack(chat);
    case 'price':
    case 'hours':
    case 'help':
      return showInfo(chat, choice.verb);
    case 'staff':
      return callStaff(chat);
    case 'language':
      return switchLanguage(chat, choice.g ?? chat.language);
  }
};

const answerDayOther = (chat: Chat, choice: Choice): Turned => {
  const draft = draftOf(chat, choice);
  return draft === null ? staleButton(chat) : askTypedDay(chat, draft);
};

/** A tap whose id is not one of ours, or from before an update. */
export const answerForeignTap = (chat: Chat): Turned =>
  chat.state.step === 'idle' ? staleButton(chat) : repeatStep(withNote(chat, say(chat, 'oldButton')));
