import { formatDayShort } from '../../i18n/format-day';
import { formatMoney } from '../../i18n/format-money';
import { formatTime } from '../../i18n/format-time';
import type { Paise } from '../../kernel/money';
import type { EpochMinute } from '../../kernel/time-range';
import { localDateOf, minuteOfDay } from '../../scheduling/zone';
import { refundAmount } from '../../terms/refund-amount';
import { say, type Chat } from '../chat';
import type { BookingFact } from '../types';
import { findService, priceWords } from '../words';
import { packIfCancelled, packRuleWords, packWords, type Packable } from './pack-words';

type Priced = Packable & Pick<BookingFact, 'toPayPaise' | 'duePaise' | 'refundingPaise' | 'terms'>;

/**
 * What a booking costs its customer: its price, less what staff have let go of. What has ended has its price still, it is
 * only asked for no more; a hold's nothing is that too.
 */
const costOf = ({ status, pricePaise, keptPaise, duePaise }: Priced): Paise => {
  const asked = keptPaise + duePaise;
  const stands = status === 'confirmed' || (status === 'held' && asked > 0);
  return stands ? Math.min(pricePaise, asked) : pricePaise;
};

/** A booking's price as quoted in its chat, so that what is paid and what is due add up to it. */
export const costWords = (chat: Chat, booking: Priced): string =>
  priceWords(chat, packWords(chat, booking) === null ? costOf(booking) : booking.pricePaise);

const paidWords = (chat: Chat, booking: Priced): string => {
  const { status, toPayPaise, keptPaise, duePaise, terms } = booking;
  if (keptPaise > 0) {
    return duePaise > 0
      ? say(chat, 'review.paidPart', { paid: formatMoney(keptPaise), due: formatMoney(duePaise) })
      : say(chat, 'review.paid');
  }
  const costs = costOf(booking);
  if (costs === 0 || terms.rule === 'none') return '';
  if (status === 'confirmed' || toPayPaise === 0) return say(chat, 'review.payVenue');
  return toPayPaise < costs
    ? say(chat, 'review.payDeposit', {
        now: formatMoney(toPayPaise),
        rest: formatMoney(costs - toPayPaise),
      })
    : say(chat, 'review.payNow');
};

/**
 * What stands beside a price: what is to be paid now and what at the venue, what has been paid already, and what is on
 * its way back. Empty where there is nothing to say.
 */
export const payWords = (chat: Chat, booking: Priced): string => {
  const { refundingPaise } = booking;
  const back =
    refundingPaise > 0 ? say(chat, 'review.refunding', { amount: formatMoney(refundingPaise) }) : '';
  return (packWords(chat, booking) ?? paidWords(chat, booking)) + back;
};

/** A moment in the fewest words: the time alone on the present day, otherwise with its day. */
const briefMoment = (chat: Chat, at: EpochMinute): string => {
  const date = localDateOf(at, chat.facts.zone);
  const time = formatTime(chat.language, minuteOfDay(at, chat.facts.zone));
  return date === chat.facts.today ? time : `${formatDayShort(chat.language, date)} ${time}`;
};

const stepWords = (chat: Chat, percent: number, at: EpochMinute): string => {
  const until = briefMoment(chat, at);
  if (percent === 100) return say(chat, 'review.refundFull', { until });
  return percent === 50
    ? say(chat, 'review.refundHalf', { until })
    : say(chat, 'review.refundPart', { until, percent });
};

/**
 * What comes back on cancelling, and until when, in one line; empty where nothing is paid beforehand. A step that ends
 * after the last moment for cancelling ends with it.
 */
export const refundRuleWords = (chat: Chat, booking: BookingFact): string => {
  const { terms, startsAt, toPayPaise, keptPaise } = booking;
  const last = startsAt - (findService(chat, booking.serviceId)?.changeNoticeMinutes ?? 0);
  const ofPack = packRuleWords(chat, booking, last);
  if (ofPack !== null) return ofPack;
  if (toPayPaise === 0 && keptPaise === 0) return '';
  const untils = new Map<EpochMinute, number>();
  for (const { hoursBefore, percent } of terms.refund.steps) {
    const until = Math.min(startsAt - hoursBefore * 60, last);
    if (percent > 0 && until > chat.now && !untils.has(until)) untils.set(until, percent);
  }
  if (untils.size === 0) return `\n${say(chat, 'review.refundNone')}`;
  if (untils.size === 1 && untils.get(last) === 100) return `\n${say(chat, 'review.refundByThen')}`;
  const [first = '', ...others] = [...untils].map(([until, percent]) => stepWords(chat, percent, until));
  // In the middle of the sentence.
  const steps = [first, ...others].map((step) => step.charAt(0).toLowerCase() + step.slice(1)).join('; ');
  return `\n${say(chat, 'review.refund', { steps })}`;
};

/** What would come back if the customer cancelled now. */
export const backIfCancelled = (chat: Chat, { terms, keptPaise, startsAt }: BookingFact): Paise =>
  refundAmount({
    rule: terms.refund,
    keptPaise,
    startsAt: new Date(startsAt * 60_000),
    now: chat.facts.now,
    by: 'customer',
  });

/** What comes back, said before a booking is cancelled; empty where nothing was paid. */
export const cancelRefundWords = (chat: Chat, booking: BookingFact): string => {
  const { keptPaise } = booking;
  if (keptPaise <= 0) return packIfCancelled(chat, booking) ?? '';
  const paid = formatMoney(keptPaise);
  const back = backIfCancelled(chat, booking);
  if (back === 0) return say(chat, 'cancelling.refundNone', { paid });
  return back === keptPaise
    ? say(chat, 'cancelling.refundAll', { paid })
    : say(chat, 'cancelling.refundPart', { amount: formatMoney(back), paid });
};

/** An amount as a gateway reports it: rupees as we quote them, another currency by its code. */
export const amountWords = (paise: Paise, currency: string): string =>
  currency === 'INR'
    ? formatMoney(paise)
    : `${currency.replace(/[^A-Za-z]/g, '').slice(0, 3)} ${(paise / 100).toFixed(2)}`;
