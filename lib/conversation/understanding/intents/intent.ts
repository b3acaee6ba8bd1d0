import { means } from '../lex';
import type { Intent, Reading } from '../types';
import type { Evidence } from './evidence';
import {
  isBook,
  isCancel,
  isHours,
  isLanguage,
  isLate,
  isLocation,
  isMyBookings,
  isPayment,
  isPrice,
  isReschedule,
  isStaff,
  isStart,
  isStop,
  isWaitlist,
} from './requests';

type Verdict = Pick<Reading, 'intent' | 'confidence'>;

const strong = (intent: Intent): Verdict => ({ intent, confidence: 'strong' });
const weak = (intent: Intent): Verdict => ({ intent, confidence: 'weak' });

/** The first that applies wins: what must not be missed stands above what is merely likely. */
const requests: readonly (readonly [Intent, (say: Evidence) => boolean])[] = [
  ['stop', isStop],
  ['language', isLanguage],
  ['waitlist', isWaitlist],
  ['payment', isPayment],
  ['reschedule', isReschedule],
  ['cancel', isCancel],
  ['late', isLate],
  ['price', isPrice],
  ['my-bookings', isMyBookings],
  ['location', isLocation],
  ['hours', isHours],
  ['staff', isStaff],
  ['menu', (say) => say.has('menu') && say.only('menu', 'back', 'show', 'help', 'want', 'book', 'exist')],
  ['back', (say) => say.has('back') && say.only('back', 'filler')],
  ['start', isStart],
  [
    'help',
    (say) =>
      say.has('help') &&
      !say.hasMoment &&
      !say.has('exist') &&
      (!say.has('want') || say.only('help', 'want')),
  ],
  ['book', isBook],
];

/** What a message about films and trains may seem to ask of us. */
const seeming = new Set<Intent>(['price', 'my-bookings', 'location', 'hours', 'help', 'book']);

/** Praise is a yes only where nothing else is said: "super", but not "super film". */
const praise = new Set(['good', 'super', 'great', 'perfect', 'cool', 'fine', 'right', 'correct', 'done']);

const isPraiseOf = (say: Evidence): boolean =>
  say.asked !== 'confirm' &&
  (say.strangeCount > 1 || say.isElsewhere || (say.strangeCount > 0 && !isPlainYes(say)));

const isPlainYes = (say: Evidence): boolean =>
  say.tokens.some((token) => means(token, 'yes') && !praise.has(token.text));

const yesMarks = /[👍✅👌]/u;

/** Answers and courtesies: only where nothing else was said. */
function answer(say: Evidence): Verdict | null {
  const text = say.tokens.map((token) => token.text).join(' ');
  if (say.has('wishes') && !say.hasClock && !say.isOurs) return strong('greeting');
  if (say.hasMoment || say.hasName || say.hasAmount) return null;
  if (say.isElsewhere && !say.has('greeting', 'thanks')) return weak('other');
  if (say.has('no') && !say.has('yes')) return strong('no');
  if (/[❌👎]/u.test(text)) return strong('no');
  if (say.has('thanks') || text.includes('🙏')) return strong('thanks');
  if (say.has('yes') && isPraiseOf(say)) return weak('other');
  if (say.has('yes')) return say.has('no') ? weak('other') : strong('yes');
  if (say.has('weak-yes') && say.only('weak-yes'))
    return say.asked === 'confirm' ? weak('yes') : weak('other');
  if (yesMarks.test(text)) return weak('yes');
  if (say.has('greeting', 'good-night')) return strong('greeting');
  return null;
}

/** பண்ணுங்க on its own: go on. English "make" and "do" say nothing alone. */
const isBareDoIt = (say: Evidence): boolean =>
  say.only('do', 'yes') &&
  say.tokens.some((token) => means(token, 'do') && (token.language !== 'en' || token.text === 'go ahead'));

/** What the customer wants, by the rules in order. */
export function intentOf(say: Evidence): Verdict {
  // "ok book it" at the confirm question answers it.
  const approves =
    say.has('yes') &&
    say.has('book', 'booking') &&
    say.only('yes', 'book', 'booking', 'weak-yes', 'thanks') &&
    !say.mine;
  const booksIt = say.asked === 'confirm' && say.has('book') && say.only('yes', 'book', 'weak-yes', 'thanks');
  if (approves || booksIt) return strong('yes');
  if (say.only('no', 'thanks', 'want') && say.has('no')) return strong('no');
  if (say.undoes) return strong('no');
  if (say.has('good-night') && !say.has('book', 'want', 'exist', 'cancel', 'change')) return strong('thanks');
  for (const [intent, applies] of requests) {
    if (say.isElsewhere && seeming.has(intent)) continue;
    if (applies(say)) return strong(intent);
  }
  if (isBareDoIt(say)) return strong('yes');
  const answered = answer(say);
  if (answered) return answered;
  const slots = say.hasMoment || say.hasName || say.hasAmount || say.has('court', 'doctor', 'symptom');
  if (say.rambles || say.isElsewhere) return weak('other');
  return slots ? weak('book') : weak('other');
}

/** Wishes, and talk about other things out of the blue: a day named in it is no day to book. */
export const isSmallTalk = (say: Evidence, intent: Intent): boolean =>
  !say.isOurs && ((intent === 'greeting' && say.has('wishes')) || (intent === 'other' && say.asked === null));
