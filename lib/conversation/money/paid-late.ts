import { formatMoney } from '../../i18n/format-money';
import { say, silent, withState, type Chat, type Turned } from '../chat';
import { encodeChoice, type ChoicePieces } from '../choice';
import { answer, type Option } from '../compose';
import { emptyDraft } from '../draft';
import { nearestTimes, nearOption } from '../nearest-times';
import { tellStatus } from '../steps/bookings';
import { draftBehind } from '../steps/change';
import { tellAlready } from '../steps/confirmed';
import { wantedOf } from '../steps/time';
import type { BookingFact } from '../types';
import type { Reading } from '../understanding/types';
import type { Wanted } from '../unavailable';
import { bookingWords, findService } from '../words';
import { unlessElsewhere } from './elsewhere';
import { isPaidLate } from './payable';
import { tellRefund } from './refund';

type OfferKey = 'payment.late' | 'payment.lateAgain' | 'payment.lateTaken';

const maxTimes = 5;

const moneyBackOption = (chat: Chat, booking: BookingFact, section: string): Option => ({
  id: encodeChoice('money-back', { b: booking.id }),
  title: say(chat, 'payment.moneyBack'),
  description: say(chat, 'payment.moneyBackDetail', { amount: formatMoney(booking.keptPaise) }),
  section,
});

const timesNear = (chat: Chat, booking: BookingFact, wanted: Wanted): Option[] => {
  const service = findService(chat, booking.serviceId);
  if (service === null) return [];
  const draft = { ...draftBehind(withState(chat, { held: null }), booking, service), moving: null };
  const idOf = (slot: { r: string; at: number; l: number }): string =>
    encodeChoice('rebook', { b: booking.id, ...slot });
  return nearestTimes(chat, draft, wanted.date, wanted.minute, maxTimes).flatMap((near) =>
    nearOption(chat, draft, near, idOf),
  );
};

/**
 * The money came and the slot is gone: the nearest times, each of which it pays for, or the money back. `wanted`: near
 * which time to look; the one that was lost unless the customer has named another.
 */
export const offerOtherTimes = (
  chat: Chat,
  booking: BookingFact,
  key: OfferKey,
  wanted: Wanted = wantedOf(chat, booking.startsAt),
): Turned => {
  const times = timesNear(chat, booking, wanted);
  const said = times.length === 0 && key === 'payment.late' ? 'payment.lateNone' : key;
  const params = { ...bookingWords(chat, booking), amount: formatMoney(booking.keptPaise) };
  const section = say(chat, 'section.more');
  return answer(chat, unlessElsewhere(chat, booking, deciding(booking)), {
    key: said,
    body: say(chat, said, params),
    opener: say(chat, 'payment.lateOpener'),
    options: [
      ...times,
      moneyBackOption(chat, booking, section),
      { id: encodeChoice('staff'), title: say(chat, 'staff.button'), section },
    ],
  });
};

/** Where a chat stands that has to decide about a late payment. */
const deciding = (booking: BookingFact) =>
  ({ step: 'rebook', draft: emptyDraft, held: null, subject: booking.id }) as const;

/** One of the times was tapped: it is booked with the money that is there. Tapped again, says how things stand. */
export const rebook = (chat: Chat, booking: BookingFact, { r, at, l }: ChoicePieces): Turned => {
  if (booking.status === 'confirmed') return tellAlready(chat, booking);
  if (!isPaidLate(booking)) return notLate(chat, booking);
  if (at === undefined || at <= chat.now) return offerOtherTimes(chat, booking, 'payment.lateAgain');
  return silent(withState(chat, deciding(booking)), [
    {
      kind: 'rebook-paid',
      bookingId: booking.id,
      resourceId: r === undefined || r === '*' ? null : r,
      startsAt: at,
      durationMinutes: l ?? booking.durationMinutes,
    },
  ]);
};

/** "Money back" was tapped or said: everything that came goes back, once. */
export const giveMoneyBack = (chat: Chat, booking: BookingFact): Turned => {
  if (booking.status === 'confirmed') return tellAlready(chat, booking);
  if (!isPaidLate(booking)) return notLate(chat, booking);
  return silent(withState(chat, { subject: booking.id }), [{ kind: 'refund-late', bookingId: booking.id }]);
};

const notLate = (chat: Chat, booking: BookingFact): Turned =>
  booking.refundingPaise > 0 ? tellRefund(chat, booking) : tellStatus(chat, booking);

/** A day or time that was typed while a late payment waits: the times near it. Null where none was said. */
export const hearOtherTime = (chat: Chat, booking: BookingFact, reading: Reading): Turned | null => {
  const [option] = reading.options;
  const date = reading.date ?? option?.date ?? null;
  const minute = reading.time ?? option?.time ?? reading.after ?? reading.before ?? null;
  if (date === null && minute === null) return null;
  const lost = wantedOf(chat, booking.startsAt);
  const wanted = { date: date ?? lost.date, minute: minute ?? lost.minute };
  return offerOtherTimes(chat, booking, 'payment.lateAgain', wanted);
};
