import { bookFromText } from './book-from-text';
import { withState, type Chat, type Turned } from './chat';
import { emptyDraft, isWorthKeeping } from './draft';
import { saysSomething } from './merge-reading';
import { awaiting } from './money/payable';
import { localDateOf, minuteOfDay } from '../scheduling/zone';
import { listBookings, tellNoBookings, upcoming } from './steps/bookings';
import { askCancel } from './steps/cancel';
import { askChange } from './steps/change';
import { dropDraft } from './steps/drop';
import { startMove } from './steps/move';
import type { BookingFact } from './types';
import type { Reading } from './understanding/types';
import { findBooking, findService } from './words';

/** What a message says about which booking it means. */
type Meant = { date: string | null; time: number | null };

const matches = (chat: Chat, booking: BookingFact, meant: Meant, reading: Reading): boolean => {
  const { zone } = chat.facts;
  const kind = findService(chat, booking.serviceId)?.kind;
  return (
    (meant.date === null || localDateOf(booking.startsAt, zone) === meant.date) &&
    (meant.time === null || minuteOfDay(booking.startsAt, zone) === meant.time) &&
    (reading.serviceKind === null || kind === reading.serviceKind) &&
    (reading.resourceIds.length === 0 || reading.resourceIds.includes(booking.resourceId))
  );
};

const candidates = (chat: Chat, meant: Meant, reading: Reading): BookingFact[] => {
  const subject = findBooking(chat, chat.state.subject);
  const said =
    meant.date !== null ||
    meant.time !== null ||
    reading.serviceKind !== null ||
    reading.resourceIds.length > 0;
  const mine = upcoming(chat);
  if (!said && chat.state.step === 'booking' && subject !== null)
    return mine.filter((b) => b.id === subject.id);
  return mine.filter((booking) => matches(chat, booking, meant, reading));
};

/** Whether a bare "cancel" means the booking in the making rather than one that stands. */
const isAboutDraft = (chat: Chat, reading: Reading): boolean => {
  const namesBooking = reading.date !== null || reading.fromDate !== null || reading.fromTime !== null;
  return !namesBooking && (isWorthKeeping(chat.state.draft) || chat.state.draft.moving !== null);
};

/** "Cancel": drops the booking in the making, or asks which of the standing ones, or whether really. */
export const hearCancel = (chat: Chat, reading: Reading): Turned => {
  if (chat.state.step !== 'booking' && chat.state.step !== 'cancel' && isAboutDraft(chat, reading))
    return dropDraft(chat);
  const meant = { date: reading.fromDate ?? reading.date, time: reading.fromTime ?? reading.time };
  const found = candidates(chat, meant, reading);
  const [only] = found;
  if (only !== undefined)
    return found.length === 1 ? askCancel(chat, only) : listBookings(chat, 'cancel', found);
  const mine = upcoming(chat);
  const [waiting] = awaiting(chat);
  if (mine.length === 0 && waiting !== undefined)
    return dropDraft(withState(chat, { held: waiting.id, draft: emptyDraft }));
  return mine.length === 0 ? tellNoBookings(chat) : listBookings(chat, 'cancel', mine, 'mine.noneThen');
};

/** "Move my booking": starts with the one that is meant, or asks which; a new day or time already said is kept. */
export const hearMove = (chat: Chat, reading: Reading): Turned => {
  const { draft, step } = chat.state;
  const drafting = isWorthKeeping(draft) && step !== 'booking' && step !== 'bookings' && step !== 'cancel';
  // "Change the time" in the middle of a booking is about that one.
  if (drafting && reading.fromDate === null && reading.fromTime === null) {
    const held = findBooking(chat, chat.state.held);
    // A bare "change" at the review, or before paying, is the button of that name.
    if ((step === 'review' || step === 'payment') && held?.status === 'held' && !saysSomething(reading))
      return askChange(chat, held);
    return bookFromText(chat, { ...draft, time: null, start: null }, reading);
  }
  const found = candidates(
    chat,
    { date: reading.fromDate, time: reading.fromTime },
    { ...reading, resourceIds: [] },
  );
  const [only] = found;
  const { date, time, after, before, part, pick } = reading;
  const wish = { date, time, ...(time === null ? { after, before, part } : {}), pick };
  if (only !== undefined && found.length === 1) return moveOne(chat, only, wish, reading);
  const list = found.length > 0 ? found : upcoming(chat);
  if (list.length === 0) return tellNoBookings(chat);
  const key = found.length > 0 ? 'mine.listMove' : 'mine.noneThen';
  return listBookings(chat, 'move', list, key, { d: date ?? undefined, t: time ?? undefined });
};

const moveOne = (
  chat: Chat,
  booking: BookingFact,
  wish: Parameters<typeof startMove>[2],
  reading: Reading,
): Turned => {
  const started = startMove(chat, booking, wish);
  const moving = started.state.draft.moving === booking.id;
  // What was said about the new time may be impossible or ambiguous: asked back as in any booking.
  if (!moving || (reading.problem === null && !reading.ask)) return started;
  return bookFromText(chat, { ...started.state.draft, date: null, time: null, start: null }, reading);
};
