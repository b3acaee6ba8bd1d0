import { formatDayNarrow } from '../../i18n/format-day';
import { formatTime } from '../../i18n/format-time';
import { localDateOf, minuteOfDay } from '../../scheduling/zone';
import type { BotKey } from '../../i18n/translate';
import { say, type Chat, type Turned } from '../chat';
import { encodeChoice, type ChoicePieces } from '../choice';
import { answer, type Option } from '../compose';
import type { State } from '../state';
import type { BookingFact } from '../types';
import { payFor } from '../money/ask';
import { awaiting, isAwaiting, isDue } from '../money/payable';
import { costWords, payWords, refundRuleWords } from '../money/money-words';
import { bookingCard, bookingWords, findService, isUpcoming, placeWords, ruleWords } from '../words';
import { bookingOptions } from './confirmed';
import { serviceOptions } from './opening';

const maxRows = 9;

type Purpose = State['purpose'];

/** What a row of the list does. */
type RowVerb = 'booking' | 'cancel' | 'move' | 'pay' | 'paid' | 'receipt';

/** The customer's bookings that still lie ahead, soonest first. */
export const upcoming = (chat: Chat): BookingFact[] =>
  chat.facts.bookings.filter((booking) => isUpcoming(chat, booking));

/** Everything about one booking, with what can be done about it. */
export const showBooking = (chat: Chat, booking: BookingFact): Turned =>
  answer(
    chat,
    { step: 'booking', subject: booking.id },
    {
      key: 'booking.body',
      body: say(chat, 'booking.body', {
        ...bookingCard(chat, booking),
        reference: booking.reference,
        price: costWords(chat, booking),
        pay: payWords(chat, booking),
        place: placeWords(chat),
        rule: ruleWords(chat, booking.serviceId, booking.startsAt) + refundRuleWords(chat, booking),
      }),
      options: bookingOptions(chat, booking, isDue(chat, booking) ? 'pay' : 'receipt'),
    },
  );

/** The same once more: service, doctor, time where it is still ahead, length and person. */
export const retryOption = (chat: Chat, booking: BookingFact): Option => {
  const doctor = findService(chat, booking.serviceId)?.kind === 'consultation';
  return {
    id: encodeChoice('set', {
      s: booking.serviceId,
      r: doctor ? booking.resourceId : '*',
      at: booking.startsAt > chat.now ? booking.startsAt : undefined,
      l: booking.durationMinutes,
      a: booking.attendeeId ?? undefined,
    }),
    title: say(chat, booking.status === 'expired' ? 'booking.tryAgain' : 'booking.again'),
  };
};

/** A booking as it stands: confirmed, waiting for its money, or what became of it. */
export const showStanding = (chat: Chat, booking: BookingFact): Turned => {
  if (booking.status === 'confirmed') return showBooking(chat, booking);
  return isAwaiting(booking) ? payFor(chat, booking) : tellStatus(chat, booking);
};

/** A booking that no longer stands: what became of it, and the way to book again. */
export const tellStatus = (chat: Chat, booking: BookingFact): Turned => {
  const key: BotKey = `booking.status.${booking.status}`;
  return answer(
    chat,
    {},
    {
      key,
      body: say(chat, key, bookingWords(chat, booking)),
      options: [retryOption(chat, booking), { id: encodeChoice('menu'), title: say(chat, 'menu.button') }],
    },
  );
};

const row = (chat: Chat, booking: BookingFact, verb: RowVerb, wish: ChoicePieces = {}): Option => {
  const { zone } = chat.facts;
  const day = formatDayNarrow(chat.language, localDateOf(booking.startsAt, zone));
  const { what, who } = bookingWords(chat, booking);
  return {
    id: encodeChoice(verb, { b: booking.id, ...(verb === 'move' ? wish : {}) }),
    title: `${day} · ${formatTime(chat.language, minuteOfDay(booking.startsAt, zone))}`,
    description: isAwaiting(booking) ? say(chat, 'payment.awaiting', { what }) : `${what} · ${who}`,
  };
};

const questions: Record<Purpose, BotKey> = {
  show: 'mine.list',
  cancel: 'mine.listCancel',
  move: 'mine.listMove',
};

/** The customer's bookings to choose one from; `wish` is the new day and time that was already said for a move. */
export const listBookings = (
  chat: Chat,
  purpose: Purpose,
  bookings: BookingFact[],
  key: BotKey = questions[purpose],
  wish: ChoicePieces = {},
): Turned =>
  answer(
    chat,
    { step: 'bookings', purpose },
    {
      key,
      body: say(chat, key),
      opener: say(chat, 'mine.opener'),
      options: bookings
        .slice(0, maxRows)
        .map((booking) => row(chat, booking, purpose === 'show' ? 'booking' : purpose, wish)),
    },
  );

/** There is nothing to show: says so and offers to book. */
export const tellNoBookings = (chat: Chat): Turned =>
  answer(
    chat,
    { step: 'service' },
    { key: 'mine.none', body: say(chat, 'mine.none'), options: serviceOptions(chat), buttons: true },
  );

/** Which of several bookings a message about money means; `more` stands below them. */
export const askWhichBooking = (
  chat: Chat,
  bookings: BookingFact[],
  verb: Exclude<RowVerb, 'cancel' | 'move'>,
  more: readonly Option[] = [],
): Turned =>
  answer(
    chat,
    {},
    {
      key: 'payment.which',
      body: say(chat, 'payment.which'),
      opener: say(chat, 'mine.opener'),
      options: [
        ...bookings.slice(0, maxRows - more.length).map((booking) => row(chat, booking, verb)),
        ...more,
      ],
    },
  );

/** "My bookings": one is shown at once, several as a list; those that wait for money are among them. */
export const showMine = (chat: Chat): Turned => {
  const mine = [...awaiting(chat), ...upcoming(chat)].sort((a, b) => a.startsAt - b.startsAt);
  const [only] = mine;
  if (only === undefined) return tellNoBookings(chat);
  return mine.length === 1 ? showStanding(chat, only) : listBookings(chat, 'show', mine);
};
