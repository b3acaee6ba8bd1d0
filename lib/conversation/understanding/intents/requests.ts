import { languageConcepts } from '../language-words';
import { means, senseOf } from '../lex';
import type { Reading } from '../types';
import type { Evidence } from './evidence';
import { asksBalance, saysDone, saysLater, wantsMoneyBack } from './money';

const things = ['court', 'doctor', 'appointment', 'booking', 'slot'] as const;
const messages = ['message-word', 'reminder-word', 'offer-word'] as const;
const bookings = ['booking', 'appointment', 'slot', 'court'] as const;

/** Messages off: never a word about bookings. */
export const isStop = (say: Evidence): boolean =>
  say.has('dont-send', 'dont-remind') ||
  (say.refuses && say.has(...messages) && say.only(...messages, 'no', 'want', 'in')) ||
  (say.has('stop') &&
    (say.only('stop', ...messages, 'no', 'thanks', 'yes') || (say.has(...messages) && !say.has('book'))));

/** Messages on again. Asking for reminders is enough; asking for an offer may be a question of the price. */
export const isStart = (say: Evidence): boolean =>
  (say.has('resume') || (say.has('reminder-word') && say.has('want') && !say.refuses)) &&
  say.only('resume', 'want', ...messages);

/** Which messages a stop or start is about; null: all of them. */
export const messagesMeant = (say: Evidence): Reading['messages'] => {
  const reminders = say.has('reminder-word', 'dont-remind');
  const offers = say.has('offer-word');
  return reminders === offers ? null : reminders ? 'reminders' : 'offers';
};

export const isLanguage = (say: Evidence): boolean =>
  say.has('language-word', ...languageConcepts) &&
  !say.hasMoment &&
  !say.has('court', 'doctor', 'booking', 'appointment', 'cancel');

export const isWaitlist = (say: Evidence): boolean =>
  say.has('waitlist') ||
  (say.has('become') &&
    say.has('cancel', 'exist', 'slot', 'court') &&
    (say.has('tell') || say.has('call-me')));

export const isPayment = (say: Evidence): boolean =>
  say.has('refund', 'paid', 'pay-later') ||
  asksBalance(say) ||
  wantsMoneyBack(say) ||
  (say.has('pay', 'receipt', 'cash') && !say.has('how-much', 'price') && !say.has('book')) ||
  (say.has('pay-link') && !say.has('address', 'booking', 'court', 'doctor', 'appointment', 'book')) ||
  (say.asked === 'payment' && (saysDone(say) || saysLater(say)));

/** "late" of a person, not of an hour. */
export const isLate = (say: Evidence): boolean =>
  say.has('late') && !say.has('slot', 'exist', 'book', 'want', 'open', 'cancel', 'reschedule');

export const isReschedule = (say: Evidence): boolean => {
  if (say.has('reschedule')) return true;
  // "Cancel tomorrow's and book Sunday" is a move.
  if (say.has('cancel', 'cannot-come') && say.has('book') && say.dayCount > 1) return true;
  const instead = say.tokens.some(({ text }) =>
    ['instead', 'bathila', 'badhila', 'pathila', 'பதிலா', 'பதிலாக'].includes(text),
  );
  if (instead && say.hasMoment) return true;
  if (say.has('change') && !say.has('language-word')) return true;
  // "Is there another slot?" out of the blue asks for a new one.
  const isNew = say.asked === null && say.has('exist', 'book', 'court', 'doctor') && !say.mine;
  return say.has('other-day', 'other-time') && (!isNew || say.has('cannot-come', 'booking', 'cancel'));
};

/** தூக்கம் வரல, "otp varala": what did not come is not the customer. */
const somethingDidNotCome = (say: Evidence): boolean =>
  !say.isOurs &&
  say.tokens.some((token, at) => {
    const before = say.tokens[at - 1];
    const unknown = before?.kind === 'word' && (before.senses.length === 0 || means(before, 'elsewhere'));
    return /^(?:varalai?|வரலை?)$/u.test(token.text) && unknown;
  });

export const isCancel = (say: Evidence): boolean => {
  if (say.has('cannot-come') && !somethingDidNotCome(say)) return true;
  if (say.has('cancel')) return !say.isElsewhere || say.mine || say.hasMoment;
  return (
    say.refuses &&
    say.asked !== 'confirm' &&
    (say.has('booking', 'appointment') || (say.has('slot', 'court') && (say.hasMoment || say.mine)))
  );
};

export const isPrice = (say: Evidence): boolean =>
  !say.has('where-in-queue') &&
  (say.has('price') ||
    (say.has('how-much') && !say.before('how-much', 'neram') && !say.before('how-much', 'people')));

export const isMyBookings = (say: Evidence): boolean => {
  if (say.has('where-in-queue')) return true;
  const thing = say.has('booking', 'appointment', 'slot');
  if (
    say.has('status') &&
    (thing || say.has('court', 'doctor', 'book') || say.only('status', 'what', 'yes', 'book', 'my', 'show'))
  )
    return true;
  if (say.has('court') && say.has('when') && say.mine && !say.has('where')) return true;
  if (!thing) return false;
  if (say.has('show') && !say.has('exist')) return true;
  // எனக்கு புக்கிங் இருக்கா asks for one's own.
  const forMe = say.tokens.some((token) => senseOf(token, 'relation')?.relation === 'self');
  if (say.has('booking') && forMe && !say.has('book', 'want', 'new')) return true;
  if (say.has('book', 'want', 'exist', 'new')) return false;
  if (say.has('see-doctor')) return say.mine && say.has('booking');
  return (
    say.mine ||
    (say.has('when') && say.has('booking', 'appointment')) ||
    (say.has('what', 'number-word') && !say.has('open', 'timing'))
  );
};

export const isLocation = (say: Evidence): boolean =>
  say.has('address') ||
  (say.has('where') && !say.has('booking', 'appointment', 'book', 'want', 'see-doctor'));

/** Asks for a free time, not for when someone is in. */
const isFreeWord = /^(?:free|avail|vacant|kaali|k[ei]daik|கிடை|கெடை|காலி|ஃப்ரீ|ப்ரீ)/u;

export const isHours = (say: Evidence): boolean => {
  if (say.has('come-he'))
    return (
      say.has('doctor', 'when', 'exist') ||
      say.hasName ||
      say.asked !== null ||
      (say.strangeCount === 0 && !say.has('people'))
    );
  if (say.has('open', 'close', 'timing')) return !say.has('book', 'want') || say.has('when', 'what');
  return (
    say.has('when') &&
    !say.mine &&
    !say.has('book', 'want', 'see-doctor', 'appointment', 'booking') &&
    !say.has('slot') &&
    !say.tokens.some((token) => isFreeWord.test(token.text)) &&
    (say.has('doctor', 'court', 'exist') || say.hasName)
  );
};

export const isStaff = (say: Evidence): boolean =>
  say.has('call-me') ||
  (say.has('talk') && !say.has(...languageConcepts)) ||
  (say.has('staff') && !say.has('court', 'slot') && !say.has('book'));

/** "Is it free?" needs no noun; "is there?" (இருக்கா) does. */
const saysFree = (say: Evidence): boolean =>
  say.tokens.some(
    (token) =>
      means(token, 'exist') &&
      !/^(?:ir+u+k+(?:a+|uma+|uthu|uth?a+|udh?a+)|இருக்கா|இருக்குமா|இருக்குதா)$/u.test(token.text),
  );

/** Wants a slot, or asks whether there is one. */
export const isBook = (say: Evidence): boolean => {
  if (say.refuses) return false;
  const thing = say.has(...things) || say.hasName;
  if (say.rambles && !say.has('book', 'review')) return false;
  if (say.has('book', 'review')) return thing || say.hasMoment || say.hasAmount || say.has('book', 'review');
  if (say.has('see-doctor') && (thing || say.hasMoment || say.hasRelation || say.has('symptom'))) return true;
  if (say.has('want', 'exist', 'new', 'any-time', 'other-day', 'other-time'))
    return thing || say.hasMoment || say.hasAmount || saysFree(say);
  return say.has(...bookings) && !say.mine;
};
