import { after, say, withNote, withState, type Chat, type Turned } from './chat';
import type { Choice, ChoiceVerb } from './choice';
import { emptyDraft, type Draft } from './draft';
import { goBack, repeatStep } from './flow';
import { payFor } from './money/ask';
import { checkPayment } from './money/check';
import { giveMoneyBack, rebook } from './money/paid-late';
import { askPackReceipt, sendPackReceipt, sendReceipt } from './money/receipt';
import { nameIn } from './plain-name';
import { proceed } from './proceed';
import { resume } from './resume';
import { noteFeedback, sayComing } from './steps/visit';
import { showInfo } from './show-info';
import { confirmHeld, confirmMove } from './confirm';
import { askCancel, cancelBooking, keepBooking } from './steps/cancel';
import { askChange, editHeld } from './steps/change';
import { showBooking, showMine, showStanding } from './steps/bookings';
import { askName } from './steps/attendee';
import { dropDraft, releaseEffects } from './steps/drop';
import { startMove } from './steps/move';
import { openChat, showMenu } from './steps/opening';
import { changeMessages } from './steps/messages';
import { callStaff } from './steps/staff';
import { switchLanguage } from './switch-language';
import type { BookingFact } from './types';
import { askOtherDay, draftOf, setDraft, staleButton, waitFor } from './tap-draft';
import { findBooking } from './words';

const withBooking = (chat: Chat, id: string | undefined, act: (booking: BookingFact) => Turned): Turned => {
  const booking = findBooking(chat, id);
  if (booking !== null) return act(booking);
  return showMenu(chat, 'cancelling.notFound');
};

/** The booking a person's button is about: its own slot, or the one in the making where it names none. */
const draftForPerson = (chat: Chat, choice: Choice): Draft | null => {
  if (choice.s !== undefined) return draftOf(chat, choice);
  return chat.state.draft.serviceId === null ? null : chat.state.draft;
};

const newPerson = (chat: Chat, choice: Choice): Turned => {
  const draft = draftForPerson(chat, choice);
  if (draft === null) return staleButton(chat);
  return askName(chat, { ...draft, attendeeId: null, name: null, age: null, newPerson: true });
};

const takeName = (chat: Chat, choice: Choice, name: string | null): Turned => {
  const clean = nameIn(name ?? '');
  const draft = draftForPerson(chat, choice);
  if (clean === null || draft === null) return staleButton(chat);
  return proceed(chat, { ...draft, name: clean, relation: draft.relation ?? 'self', newPerson: false });
};

const change = (chat: Chat, choice: Choice): Turned => {
  if (choice.m !== undefined) return withBooking(chat, choice.m, (booking) => startMove(chat, booking));
  return withBooking(chat, choice.b, (booking) => {
    const open = booking.status === 'held' || (booking.status === 'expired' && booking.startsAt > chat.now);
    if (!open) return showIfStanding(chat, booking, showBooking);
    return choice.w === undefined ? askChange(chat, booking) : editHeld(chat, booking, choice.w);
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

const showIfStanding = (
  chat: Chat,
  booking: BookingFact,
  show: (chat: Chat, booking: BookingFact) => Turned,
): Turned => (booking.status === 'confirmed' ? show(chat, booking) : showStanding(chat, booking));

const actions: Record<ChoiceVerb, (chat: Chat, choice: Choice) => Turned> = {
  set: setDraft,
  'day-other': askOtherDay,
  'attendee-new': newPerson,
  'name-profile': (chat, choice) => takeName(chat, choice, chat.facts.customer.profileName),
  'name-own': (chat, choice) => takeName(chat, choice, chat.facts.customer.name),
  confirm,
  change,
  edit: change,
  drop,
  mine: showMine,
  booking: (chat, { b }) => withBooking(chat, b, (booking) => showIfStanding(chat, booking, showBooking)),
  cancel: (chat, { b }) => withBooking(chat, b, (booking) => askCancel(chat, booking)),
  'cancel-yes': (chat, { b }) => withBooking(chat, b, (booking) => cancelBooking(chat, booking)),
  'cancel-no': (chat, { b }) => withBooking(chat, b, (booking) => showIfStanding(chat, booking, keepBooking)),
  move: (chat, { b, d, t }) =>
    withBooking(chat, b, (booking) => startMove(chat, booking, { date: d ?? null, time: t ?? null })),
  wait: waitFor,
  resume,
  fresh: startFresh,
  menu: (chat) => showMenu(chat),
  back: goBack,
  price: (chat) => showInfo(chat, 'price'),
  hours: (chat) => showInfo(chat, 'hours'),
  help: (chat) => showInfo(chat, 'help'),
  staff: callStaff,
  pay: (chat, { b }) => withBooking(chat, b, (booking) => payFor(chat, booking)),
  paid: (chat, { b }) => withBooking(chat, b, (booking) => checkPayment(chat, booking)),
  receipt: (chat, { b }) => withBooking(chat, b, (booking) => sendReceipt(chat, booking)),
  'pack-receipt': (chat, { c }) => (c === undefined ? askPackReceipt(chat) : sendPackReceipt(chat, c)),
  rebook: (chat, choice) => withBooking(chat, choice.b, (booking) => rebook(chat, booking, choice)),
  'money-back': (chat, { b }) => withBooking(chat, b, (booking) => giveMoneyBack(chat, booking)),
  coming: (chat, { b }) => withBooking(chat, b, (booking) => sayComing(chat, booking)),
  feedback: (chat, { b, v }) => withBooking(chat, b, (booking) => noteFeedback(chat, booking, v)),
  'messages-on': (chat, { k }) => changeMessages(chat, true, k ?? null),
  'messages-off': (chat, { k }) => changeMessages(chat, false, k ?? null),
  language: (chat, { g }) => switchLanguage(chat, g ?? chat.language),
};

/** A tap on a button or list row of ours, however old: does what it says, or says what has changed since. */
export const answerTap = (chat: Chat, choice: Choice): Turned => actions[choice.verb](chat, choice);

/** A tap whose id is not one of ours, or from before an update. */
export const answerForeignTap = (chat: Chat): Turned =>
  chat.state.step === 'idle' ? staleButton(chat) : repeatStep(withNote(chat, say(chat, 'oldButton')));
