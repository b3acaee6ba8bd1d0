import type { BotKey } from '../i18n/translate';
import { localDateOf } from '../scheduling/zone';
import { say, type Chat, type Turned } from './chat';
import { encodeChoice } from './choice';
import { answer } from './compose';
import { leftOff } from './left-off';
import { proceed } from './proceed';
import type { StepName } from './state';
import { askAge, askName } from './steps/attendee';
import { listBookings, showBooking, showMine, upcoming } from './steps/bookings';
import { askCancel } from './steps/cancel';
import { askChange, editHeld } from './steps/change';
import { askTypedDay } from './steps/day';
import { askLength } from './steps/length';
import { openChat } from './steps/opening';
import { askWhich } from './steps/pick';
import { askToConfirm, reviewHeld } from './steps/review';
import type { Asked } from './understanding/types';
import { findBooking } from './words';
import { repeatPayment } from './money/ask';

type Step = {
  /** What a free message is an answer to, for the understanding of "7/8" or a bare "5". */
  asked: Asked;
  /** How an answer may look. */
  example: BotKey;
  /** The question again, from what the chat knows. */
  repeat: (chat: Chat) => Turned;
};

const goOn = (chat: Chat): Turned => proceed(chat, chat.state.draft);

/** Asks whether to take up a booking that was left half an hour or longer ago. */
export const offerContinue = (chat: Chat): Turned =>
  answer(
    chat,
    { step: 'continue' },
    {
      key: 'opening.continueOffer',
      body: say(chat, 'opening.continueOffer', { what: leftOff(chat) }),
      options: [
        { id: encodeChoice('resume'), title: say(chat, 'opening.continue') },
        { id: encodeChoice('fresh'), title: say(chat, 'opening.startOver') },
      ],
    },
  );

const repeatReview = (chat: Chat): Turned => {
  const held = findBooking(chat, chat.state.held);
  if (held?.status === 'held' && chat.state.draft.moving === null) return reviewHeld(chat, held);
  return chat.state.draft.moving === null ? goOn(chat) : askToConfirm(chat);
};

const withSubject =
  (show: (chat: Chat, booking: NonNullable<ReturnType<typeof findBooking>>) => Turned) =>
  (chat: Chat): Turned => {
    const booking = findBooking(chat, chat.state.subject);
    return booking === null ? showMine(chat) : show(chat, booking);
  };

const repeatBookings = (chat: Chat): Turned => {
  const mine = upcoming(chat);
  return mine.length > 1 ? listBookings(chat, chat.state.purpose, mine) : showMine(chat);
};

/** Table of contents: each step, what it asks and how it asks again. */
const steps: Record<StepName, Step> = {
  idle: { asked: null, example: 'unclear.idle', repeat: (chat) => openChat(chat, 'opening.which') },
  service: { asked: 'service', example: 'unclear.idle', repeat: (chat) => openChat(chat, 'opening.which') },
  doctor: { asked: 'doctor', example: 'doctor.example', repeat: goOn },
  day: { asked: 'date', example: 'day.example', repeat: goOn },
  'typed-day': {
    asked: 'date',
    example: 'day.example',
    repeat: (chat) => askTypedDay(chat, chat.state.draft),
  },
  time: { asked: 'time', example: 'time.example', repeat: goOn },
  pick: {
    asked: 'time',
    example: 'pick.example',
    repeat: (chat) => askWhich(chat, chat.state.draft, chat.state.options),
  },
  length: {
    asked: 'duration',
    example: 'length.example',
    repeat: (chat) => askLength(chat, chat.state.draft),
  },
  court: {
    asked: 'doctor',
    example: 'court.example',
    repeat: withSubject((chat, booking) => editHeld(chat, booking, 'resource')),
  },
  attendee: { asked: 'name', example: 'attendee.whoExample', repeat: goOn },
  name: { asked: 'name', example: 'attendee.example', repeat: (chat) => askName(chat, chat.state.draft) },
  age: { asked: 'age', example: 'attendee.ageExample', repeat: (chat) => askAge(chat, chat.state.draft) },
  holding: { asked: null, example: 'unclear.idle', repeat: goOn },
  review: { asked: 'confirm', example: 'review.example', repeat: repeatReview },
  payment: { asked: 'payment', example: 'payment.example', repeat: withSubject(repeatPayment) },
  rebook: { asked: 'time', example: 'time.example', repeat: withSubject(repeatPayment) },
  change: { asked: null, example: 'change.example', repeat: withSubject(askChange) },
  bookings: { asked: 'booking', example: 'unclear.idle', repeat: repeatBookings },
  booking: { asked: 'booking', example: 'unclear.idle', repeat: withSubject(showBooking) },
  cancel: { asked: 'confirm', example: 'cancelling.example', repeat: withSubject(askCancel) },
  continue: { asked: 'confirm', example: 'pick.example', repeat: offerContinue },
};

/** The question at hand once more. */
export const repeatStep = (chat: Chat): Turned => steps[chat.state.step].repeat(chat);

/** What a typed message would answer at this step. */
export const askedAt = (step: StepName): Asked => steps[step].asked;

/** The example that fits the question at hand. */
export const exampleOf = (chat: Chat): BotKey => steps[chat.state.step].example;

const before: Partial<Record<StepName, (chat: Chat) => Turned>> = {
  time: (chat) => proceed(chat, { ...chat.state.draft, date: null, time: null, start: null, pick: null }),
  pick: (chat) => proceed(chat, { ...chat.state.draft, time: null, start: null, pick: null }),
  length: (chat) => proceed(chat, { ...chat.state.draft, durationMinutes: null }),
  court: (chat) => proceed(chat, chat.state.draft),
  attendee: (chat) => backToTime(chat),
  name: (chat) => backToTime(chat),
  age: (chat) => proceed(chat, { ...chat.state.draft, name: null, age: null }),
  review: (chat) => backToTime(chat),
  change: (chat) => repeatReview(chat),
  payment: (chat) => repeatReviewOf(chat),
  'typed-day': (chat) => proceed(chat, chat.state.draft),
  booking: (chat) => repeatBookings(chat),
  cancel: withSubject(showBooking),
};

/** What is to be paid once more, before the link; paid meanwhile or run out, how it stands. */
const repeatReviewOf = (chat: Chat): Turned => {
  const held = findBooking(chat, chat.state.held);
  return held?.status === 'held' ? reviewHeld(chat, held) : repeatStep(chat);
};

const backToTime = (chat: Chat): Turned => {
  const { draft } = chat.state;
  const date = draft.start === null ? draft.date : localDateOf(draft.start, chat.facts.zone);
  const keep = { ...draft, date, time: null, start: null, after: null, before: null, part: null, pick: null };
  return proceed(chat, keep);
};

const beforeDay = (chat: Chat): Turned => {
  const { draft } = chat.state;
  const service = chat.facts.services.find((one) => one.id === draft.serviceId);
  const chose = service?.kind === 'consultation' && service.resources.length > 1 && draft.moving === null;
  if (!chose) return openChat(chat, 'opening.which');
  return proceed(chat, {
    ...draft,
    resourceId: null,
    anyResource: false,
    date: null,
    time: null,
    start: null,
  });
};

/** One step back: the question before this one, its answer taken out. */
export const goBack = (chat: Chat): Turned => {
  if (chat.state.step === 'day') return beforeDay(chat);
  return (before[chat.state.step] ?? ((at) => openChat(at, 'opening.which')))(chat);
};
