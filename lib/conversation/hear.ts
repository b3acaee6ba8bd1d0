import { nextLanguage } from '../kernel/local-text';
import { bookFromText } from './book-from-text';
import { say, withNote, withState, type Chat, type Turned } from './chat';
import { confirmHeld, confirmMove } from './confirm';
import { emptyDraft, isWorthKeeping } from './draft';
import { goBack, offerContinue } from './flow';
import { hearElsewhen } from './hear-elsewhen';
import { hearPerson } from './hear-person';
import { joinWaitlist } from './join-waitlist';
import { besidePayment, hearPayment } from './money/hear-payment';
import { resume } from './resume';
import { mergeReading, saysSomething } from './merge-reading';
import { dayFor } from './offered-times';
import { proceed } from './proceed';
import { showInfo } from './show-info';
import { showMine } from './steps/bookings';
import { cancelBooking, keepBooking } from './steps/cancel';
import { dropDraft } from './steps/drop';
import { openChat, showMenu } from './steps/opening';
import { askToConfirm, reviewHeld } from './steps/review';
import { changeMessages } from './steps/messages';
import { answerEmergency, callStaff } from './steps/staff';
import { hearCancel, hearMove } from './hear-change';
import { switchLanguage } from './switch-language';
import { answerUnclear } from './unclear';
import type { Reading } from './understanding/types';
import { findBooking } from './words';

/** A typed message as it reached us and how it was read. `stale`: after half an hour of silence at a step. */
export type Heard = { text: string; reading: Reading; stale: boolean };

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

const wantedBooking = (chat: Chat) => findBooking(chat, chat.state.draft.moving ?? chat.state.held);

/** Yes or no, where a yes or no was asked for. An emoji alone decides nothing. */
const hearYesOrNo = (chat: Chat, { text, reading }: Heard): Turned | null => {
  const yes = reading.intent === 'yes';
  if ((!yes && reading.intent !== 'no') || saysSomething(reading)) return null;
  const { step } = chat.state;
  if (step === 'review') {
    if (!hasWords(text)) return askToConfirm(chat);
    if (!yes) return dropDraft(chat);
    const booking = wantedBooking(chat);
    if (booking === null) return proceed(chat, chat.state.draft);
    return chat.state.draft.moving === null ? confirmHeld(chat, booking) : confirmMove(chat, booking);
  }
  const subject = findBooking(chat, chat.state.subject);
  if (step === 'change' && subject?.status === 'held') {
    return yes && hasWords(text) ? confirmHeld(chat, subject) : reviewHeld(chat, subject);
  }
  if (step === 'cancel' && subject !== null && hasWords(text)) {
    return yes ? cancelBooking(chat, subject) : keepBooking(chat, subject);
  }
  if (step === 'continue' && hasWords(text)) {
    return yes ? resume(chat) : openChat(withState(chat, { draft: emptyDraft }), 'opening.which');
  }
  // "I do not want it" in the middle of the questions gives the booking up.
  return !yes && isWorthKeeping(chat.state.draft) && hasWords(text) ? dropDraft(chat) : null;
};

/** Commands that work at every step; null where the message is none. */
const hearCommand = (chat: Chat, { reading }: Heard): Turned | null => {
  switch (reading.intent) {
    case 'emergency':
      return answerEmergency(chat);
    case 'stop':
    case 'start':
      return changeMessages(chat, reading.intent === 'start', reading.messages);
    case 'staff':
      return callStaff(chat);
    case 'menu':
      return showMenu(chat);
    case 'help':
      return showInfo(chat, 'help');
    case 'back':
      return goBack(chat);
    case 'my-bookings':
      // "An appointment tomorrow for my mother" is a new one, for all its "my".
      return reading.attendee !== null && reading.date !== null ? null : showMine(chat);
    case 'language':
      return switchLanguage(chat, reading.wantsLanguage ?? nextLanguage(chat.language));
    case 'cancel':
      return hearCancel(chat, reading);
    case 'reschedule':
      return hearMove(chat, reading);
    default:
      return null;
  }
};

/** "Put me on the waiting list" for a day that is known and full needs no further question. */
const joinFullDay = (chat: Chat, reading: Reading): Turned | null => {
  const draft = mergeReading(chat, chat.state.draft, reading);
  const day = draft.date === null ? null : dayFor(chat, draft, draft.date);
  return day?.closed?.kind === 'full' ? joinWaitlist(chat, draft, day.date) : null;
};

const hearQuestion = (chat: Chat, { reading }: Heard): Turned | null => {
  switch (reading.intent) {
    case 'hours':
    case 'location':
    case 'late':
    case 'thanks':
      return showInfo(chat, reading.intent, reading.serviceId);
    case 'price': {
      if (reading.date === null && reading.time === null) return showInfo(chat, 'price', reading.serviceId);
      return bookFromText(chat, chat.state.draft, reading);
    }
    case 'waitlist':
      return (
        joinFullDay(chat, reading) ??
        bookFromText(withNote(chat, say(chat, 'waitlist.chooseDay')), chat.state.draft, reading)
      );
    default:
      return null;
  }
};

const hearGreeting = (chat: Chat, { reading }: Heard): Turned | null => {
  if (saysSomething(reading)) return null;
  if (reading.intent === 'greeting') return openChat(chat);
  if (reading.intent !== 'book') return null;
  // "Book" alone in the middle of a booking asks the question at hand again; otherwise it is an opening.
  const inTheMiddle = chat.state.draft.serviceId !== null && isWorthKeeping(chat.state.draft);
  if (inTheMiddle || chat.facts.services.length === 1) return proceed(chat, chat.state.draft);
  return openChat(chat);
};

/** After the end of a booking, "ok", "👍" and "no" want no more than a kind word. */
const hearClosingWord = (chat: Chat, { reading }: Heard): Turned | null =>
  chat.state.step === 'idle' && (reading.intent === 'yes' || reading.intent === 'no')
    ? showInfo(chat, 'thanks')
    : null;

const hearStale = (chat: Chat, { reading }: Heard): Turned =>
  isWorthKeeping(chat.state.draft) && reading.intent !== 'book' ? offerContinue(chat) : answerUnclear(chat);

/** Answers a typed message: commands first, then what the question at hand expects, then anything about booking. */
export const hear = (chat: Chat, heard: Heard): Turned => {
  const { reading, stale } = heard;
  const understood = withState(chat, { misses: 0 });
  const person = stale ? null : hearPerson(understood, heard);
  if (person !== null) return person;
  const direct =
    hearPayment(understood, heard) ??
    (stale ? null : hearYesOrNo(understood, heard)) ??
    (stale ? null : hearElsewhen(understood, heard)) ??
    hearCommand(understood, heard) ??
    hearQuestion(understood, heard) ??
    hearGreeting(understood, heard) ??
    hearClosingWord(understood, heard);
  if (direct !== null) return direct;
  if (saysSomething(reading)) {
    const beside = besidePayment(understood, heard);
    return bookFromText(beside, stale ? emptyDraft : beside.state.draft, reading);
  }
  if (stale) return hearStale(chat, heard);
  if (chat.state.step === 'review' && !hasWords(heard.text)) return askToConfirm(chat);
  return answerUnclear(chat);
};
