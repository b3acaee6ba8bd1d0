import { withState, type Chat, type Turned } from '../chat';
import { confirmHeld } from '../confirm';
import { emptyDraft } from '../draft';
import type { Heard } from '../hear';
import { saysSomething } from '../merge-reading';
import { showInfo } from '../show-info';
import { askWhichBooking, upcoming } from '../steps/bookings';
import { dropDraft } from '../steps/drop';
import type { BookingFact } from '../types';
import type { MoneyTopic } from '../understanding/types';
import { findBooking } from '../words';
import { payFor, sendAgain } from './ask';
import { tellClaimed } from './claimed';
import { checkPayment, hearPaid, hearReference } from './check';
import { tellPacks } from './pack-balance';
import { giveMoneyBack, hearOtherTime, offerOtherTimes } from './paid-late';
import { awaiting, canBePaid, endedLately, isClaimed, isDue, isPaidLate, paidLate } from './payable';
import { askReceipt } from './receipt';
import { tellRefunds } from './refund';

/** The booking that "pay" means: the one in hand, or the one that waits for money. */
const inHand = (chat: Chat): BookingFact | null => {
  const { step, subject, held, draft } = chat.state;
  if (step === 'payment' || step === 'booking') return findBooking(chat, subject);
  if (step !== 'review' || draft.moving !== null) return null;
  // "Pay" at the review confirms what is to be paid; where nothing is, it is a question.
  const reviewed = findBooking(chat, held);
  return reviewed !== null && reviewed.toPayPaise > 0 ? reviewed : null;
};

/** "Pay", "link again": the link of what waits, or a new one for what is due. */
const hearPay = (chat: Chat): Turned => {
  const at = inHand(chat);
  if (at !== null && chat.state.step === 'review') return confirmHeld(chat, at);
  if (at !== null && (at.status !== 'confirmed' || isDue(chat, at) || canBePaid(chat, at))) {
    return payFor(chat, at);
  }
  const late = paidLate(chat);
  if (late !== null) return offerOtherTimes(chat, late, 'payment.lateAgain');
  const waiting = awaiting(chat);
  const due = waiting.length > 0 ? waiting : upcoming(chat).filter((booking) => isDue(chat, booking));
  const [only] = due;
  if (only === undefined) return payEnded(chat) ?? tellNothingDue(chat);
  return due.length === 1 ? payFor(chat, only) : askWhichBooking(chat, due, 'pay');
};

/** The one that ran out last, while its time is still ahead: offered anew (P12). */
const payEnded = (chat: Chat): Turned | null => {
  const ended = endedLately(chat).find(({ startsAt, status }) => startsAt > chat.now && status === 'expired');
  return ended === undefined ? null : payFor(chat, ended);
};

const tellNothingDue = (chat: Chat): Turned => {
  const paid = upcoming(chat).find(({ keptPaise, duePaise }) => keptPaise > 0 && duePaise <= 0);
  return paid === undefined ? showInfo(chat, 'payment') : checkPayment(chat, paid);
};

/** The booking whose payment is at hand, where it can still be paid. */
const open = (chat: Chat): BookingFact | null => {
  const here = chat.state.step === 'payment' ? findBooking(chat, chat.state.subject) : null;
  const booking = here ?? awaiting(chat)[0] ?? null;
  return booking !== null && booking.status === 'held' && canBePaid(chat, booking) ? booking : null;
};

const beforehandKey = ({ duePaise, payment }: BookingFact) =>
  duePaise > (payment?.amountPaise ?? 0) ? 'payment.beforehandDeposit' : 'payment.beforehand';

/** "Balance" is what is left of a pack; for somebody without one, what is still to be paid. */
const hearBalance = (chat: Chat): Turned => {
  const due = awaiting(chat).length > 0 || upcoming(chat).some((booking) => isDue(chat, booking));
  return chat.facts.packs.length === 0 && due ? hearPay(chat) : tellPacks(chat);
};

const hearTopic = (chat: Chat, topic: MoneyTopic): Turned => {
  const waiting = open(chat);
  switch (topic) {
    case 'paid':
      return hearPaid(chat);
    case 'pay':
      return hearPay(chat);
    case 'later':
      return waiting === null ? showInfo(chat, 'payment') : sendAgain(chat, waiting, 'payment.later');
    case 'venue':
      return waiting === null ? showInfo(chat, 'payment') : sendAgain(chat, waiting, beforehandKey(waiting));
    case 'receipt':
      return askReceipt(chat);
    case 'refund':
      return tellRefunds(chat);
    case 'pack':
      return hearBalance(chat);
    case 'how':
      return showInfo(chat, 'payment');
  }
};

/** What is said while a late payment waits for a decision; null where it is something else. */
const hearDecision = (chat: Chat, booking: BookingFact, { reading }: Heard): Turned | null => {
  if (reading.money === 'refund') return giveMoneyBack(chat, booking);
  if (reading.intent === 'staff' || reading.intent === 'menu' || reading.intent === 'language') return null;
  const time = hearOtherTime(chat, booking, reading);
  if (time !== null) return time;
  const undecided = ['yes', 'no', 'cancel', 'reschedule', 'book', 'payment'].includes(reading.intent);
  return undecided ? offerOtherTimes(chat, booking, 'payment.lateAgain') : null;
};

/** What is said at the payment itself: "ok", "no", "cancel", another service; null where it is something else. */
const hearAtPayment = (chat: Chat, booking: BookingFact, { reading }: Heard): Turned | null => {
  const { intent } = reading;
  if (booking.status !== 'held') return null;
  const namesOther = saysSomething(reading) || reading.fromDate !== null || reading.fromTime !== null;
  if (!namesOther && isClaimed(booking) && (intent === 'no' || intent === 'yes')) {
    return tellClaimed(chat, booking);
  }
  if (!namesOther && (intent === 'no' || intent === 'cancel')) {
    return dropDraft(withState(chat, { held: booking.id }));
  }
  if (intent === 'yes' && !namesOther) {
    return canBePaid(chat, booking) ? sendAgain(chat, booking, 'payment.later') : payFor(chat, booking);
  }
  return null;
};

/** Everything about money that a customer types, at its step and elsewhere; null where the message is about none. */
export const hearPayment = (chat: Chat, heard: Heard): Turned | null => {
  const { reading, text } = heard;
  const { step, subject } = chat.state;
  const claimed = hearReference(chat, text);
  if (claimed !== null) return claimed;
  const booking = step === 'payment' || step === 'rebook' ? findBooking(chat, subject) : null;
  const here =
    booking === null
      ? null
      : isPaidLate(booking)
        ? hearDecision(chat, booking, heard)
        : step === 'payment' && !heard.stale && reading.intent !== 'payment'
          ? hearAtPayment(chat, booking, heard)
          : null;
  if (here !== null) return here;
  return reading.money === null ? null : hearTopic(chat, reading.money);
};

/**
 * A picture or a file while a payment is waited for is meant as its proof. It is not looked at, and proves nothing: the
 * gateway is asked, or the bank's number asked for. Null anywhere else, and for another one after it.
 */
export const seeProof = (chat: Chat): Turned | null => {
  const { step, subject, misses } = chat.state;
  const booking = step === 'payment' ? findBooking(chat, subject) : null;
  if (booking?.payment == null || misses > 0) return null;
  return checkPayment(withState(chat, { misses: 1 }), booking);
};

/**
 * A booking that waits for its money is not changed into one of another service: it keeps its slot and its link, and
 * the new one is a booking of its own.
 */
export const besidePayment = (chat: Chat, { reading }: Heard): Chat => {
  const { step, draft } = chat.state;
  const kind = chat.facts.services.find(({ id }) => id === draft.serviceId)?.kind;
  const other =
    (reading.serviceId !== null && reading.serviceId !== draft.serviceId) ||
    (reading.serviceKind !== null && reading.serviceKind !== kind);
  if (step !== 'payment' || !other) return chat;
  return withState(chat, { step: 'idle', held: null, subject: null, draft: emptyDraft });
};
