import { say, withState, type Chat, type Turned } from './chat';
import { encodeChoice } from './choice';
import { answer } from './compose';
import { emptyDraft } from './draft';
import { proceed } from './proceed';
import { showBooking } from './steps/bookings';
import { refuseChange, tellCancelled } from './steps/cancel';
import { draftBehind } from './steps/change';
import { settled, tellConfirmed, tellMoved } from './steps/confirmed';
import { showMenu } from './steps/opening';
import { askPayment } from './money/ask';
import { answerPayment } from './money/events';
import { offerOtherTimes } from './money/paid-late';
import { isPaidLate } from './money/payable';
import { tellPackReceipt, tellReceipt } from './money/receipt';
import { tellRefundStarted } from './money/refund';
import { reviewHeld, reviewMove } from './steps/review';
import { askDay } from './steps/day';
import { wantedOf } from './steps/time';
import { tellComingNoted, tellFeedbackNoted } from './steps/visit';
import type { CustomerEvent, EngineEvent, OutcomeEvent } from './types';
import { offerNearest } from './unavailable';
import { offerPlace } from './waitlist-offer';
import { dayOfWords, findBooking, findService, whatOf } from './words';

const tellTaken = (chat: Chat): Turned => {
  const { draft, step } = chat.state;
  const late = step === 'rebook' ? findBooking(chat, chat.state.subject) : null;
  if (late !== null) return offerOtherTimes(chat, late, 'payment.lateTaken');
  if (draft.start === null) return askDay(chat, draft);
  // The hold that was to be replaced may be gone with the attempt; a move's old time stands in any case.
  return offerNearest(chat, draft, wantedOf(chat, draft.start), 'rival');
};

const tellHoldLost = (chat: Chat, bookingId: string): Turned => {
  const booking = findBooking(chat, bookingId);
  const service = findService(chat, booking?.serviceId ?? null);
  if (booking === null || service === null) return tellTaken(chat);
  if (isPaidLate(booking)) return offerOtherTimes(chat, booking, 'payment.lateTaken');
  const draft =
    chat.state.draft.moving === bookingId ? chat.state.draft : draftBehind(chat, booking, service);
  const free = withState(chat, { held: null });
  return offerNearest(free, draft, wantedOf(chat, draft.start ?? booking.startsAt), 'rival');
};

const tellWaiting = (chat: Chat, already: boolean): Turned => {
  const { draft } = chat.state;
  const key = already ? 'waitlist.already' : 'waitlist.joined';
  const what = whatOf(chat, draft.serviceId, draft.resourceId);
  const day = dayOfWords(chat, draft.date ?? chat.facts.today);
  const options = [
    { id: encodeChoice('set', { s: draft.serviceId ?? undefined }), title: say(chat, 'taken.otherDay') },
    { id: encodeChoice('menu'), title: say(chat, 'menu.button') },
  ];
  return answer(chat, settled, { key, body: say(chat, key, { what, day }), options });
};

type Refused = Extract<OutcomeEvent, { kind: 'change-refused' }>;

const tellRefused = (chat: Chat, { bookingId, why }: Refused): Turned => {
  const clear = withState(chat, { step: 'idle', draft: emptyDraft, held: null, subject: null });
  const booking = findBooking(chat, bookingId);
  if (booking === null || why === 'not-found') return showMenu(clear, 'cancelling.notFound');
  const told = refuseChange(
    clear,
    why === 'already-cancelled' ? { ...booking, status: 'cancelled' } : booking,
  );
  if (told !== null) return told;
  const options = [
    { id: encodeChoice('staff'), title: say(chat, 'staff.button') },
    { id: encodeChoice('menu'), title: say(chat, 'menu.button') },
  ];
  return answer(clear, {}, { key: 'cancelling.over', body: say(chat, 'cancelling.over'), options });
};

/** What an effect came to: the next question, the good news, or what can be had instead. */
export const answerOutcome = (chat: Chat, event: Exclude<EngineEvent, CustomerEvent>): Turned => {
  switch (event.kind) {
    case 'slot-held':
      return reviewHeld(chat, event.booking);
    case 'slot-taken':
      return tellTaken(chat);
    case 'booking-confirmed':
      // It stood before: asked for its money, and nothing can be taken here, or nothing is due.
      return chat.state.step === 'booking'
        ? showBooking(chat, event.booking)
        : tellConfirmed(chat, event.booking);
    case 'hold-lost':
      return tellHoldLost(chat, event.bookingId);
    case 'booking-cancelled':
      return tellCancelled(chat, event.booking);
    case 'move-held':
      return reviewMove(chat, event);
    case 'booking-moved':
      return tellMoved(chat, event.booking);
    case 'change-refused':
      return tellRefused(chat, event);
    case 'attendee-added':
      return proceed(chat, {
        ...chat.state.draft,
        attendeeId: event.attendee.id,
        name: null,
        newPerson: false,
      });
    case 'waitlist-joined':
      return tellWaiting(chat, event.already);
    case 'coming-noted':
      return tellComingNoted(chat, event.booking);
    case 'feedback-noted':
      return tellFeedbackNoted(chat, event.booking, event.feedback);
    case 'place-offered':
      return offerPlace(chat, event.booking);
    case 'payment-asked':
      return askPayment(chat, event.booking);
    case 'refund-started':
      return tellRefundStarted(chat, event.booking, event.amountPaise);
    case 'receipt':
      return tellReceipt(chat, event.booking, event.coming);
    case 'pack-receipt':
      return tellPackReceipt(chat, event);
    default:
      return answerPayment(chat, event);
  }
};
