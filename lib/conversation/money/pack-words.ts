import { formatDay, formatDayShort } from '../../i18n/format-day';
import { formatDuration } from '../../i18n/format-time';
import type { EpochMinute } from '../../kernel/time-range';
import { localDateOf } from '../../scheduling/zone';
import { choosePack, comesBack, packOf, takesAfterMove, takenBy, type OwnPack } from '../../terms/packs';
import { named, say, type Chat } from '../chat';
import type { BookingFact } from '../types';
import { momentOf } from '../words';

/** What a pack says of a booking: the booking as it is, or as it would be. */
export type Packable = Pick<
  BookingFact,
  'id' | 'serviceId' | 'startsAt' | 'durationMinutes' | 'status' | 'pricePaise' | 'keptPaise'
>;

type Paying = {
  pack: OwnPack;
  /** Minutes or visits that it gives for this booking. */
  taken: number;
  /** Left once the booking counts. */
  left: number;
};

const visitOf = (chat: Chat, { serviceId, startsAt, durationMinutes }: Packable) => ({
  serviceId,
  on: localDateOf(startsAt, chat.facts.zone),
  durationMinutes,
});

/** The pack that has paid for a booking, or would once it is confirmed; null: none. */
export const payingPack = (chat: Chat, booking: Packable): Paying | null => {
  const { packs } = chat.facts;
  const use = packOf(packs, booking.id);
  const visit = visitOf(chat, booking);
  if (use !== null) {
    const more = takesAfterMove(use.pack, use.amount, visit);
    if (more === null) return null;
    return { pack: use.pack, taken: use.amount + more, left: use.pack.remaining - more };
  }
  const open = booking.status === 'held' || booking.status === 'expired';
  if (!open || booking.pricePaise === 0 || booking.keptPaise > 0) return null;
  const pack = choosePack(packs, visit);
  if (pack === null) return null;
  const taken = takenBy(pack.kind, visit);
  return { pack, taken, left: pack.remaining - taken };
};

const amountWords = (chat: Chat, { kind }: OwnPack, amount: number): string =>
  kind === 'hours' ? formatDuration(chat.language, amount) : say(chat, 'pack.visits', { count: amount });

const quantityWords = (chat: Chat, pack: OwnPack): string => amountWords(chat, pack, pack.quantity ?? 0);

/** What stands beside the price of a booking that a pack pays, with the balance; null where none does. */
export const packWords = (chat: Chat, booking: Packable): string | null => {
  const paying = payingPack(chat, booking);
  if (paying === null) return null;
  const { pack, taken, left } = paying;
  const params = {
    taken: pack.kind === 'hours' ? formatDuration(chat.language, taken) : String(taken),
    quantity: quantityWords(chat, pack),
    left: pack.kind === 'hours' ? formatDuration(chat.language, left) : String(left),
    until: formatDayShort(chat.language, pack.endsOn),
  };
  const stands = booking.status !== 'held' && booking.status !== 'expired';
  return `\n🎟 ${say(chat, stands ? 'pack.paid' : 'pack.review', params)}`;
};

/** What becomes of the pack, said before a booking is cancelled; null where no pack has paid for it. */
export const packIfCancelled = (chat: Chat, booking: BookingFact): string | null => {
  const use = packOf(chat.facts.packs, booking.id);
  if (use === null) return null;
  const back = comesBack({
    terms: booking.terms,
    startsAt: new Date(booking.startsAt * 60_000),
    now: chat.facts.now,
    by: 'customer',
  });
  return `\n\n🎟 ${say(chat, back ? 'pack.backIfCancelled' : 'pack.lostIfCancelled', { amount: amountWords(chat, use.pack, use.amount) })}`;
};

/** What became of the pack, said once a booking is cancelled; null where no pack had paid for it. */
export const packOnceCancelled = (chat: Chat, booking: BookingFact): string | null => {
  const pack = chat.facts.packs.find(({ uses }) => uses.some(({ bookingId }) => bookingId === booking.id));
  if (pack === undefined) return null;
  const key = packOf([pack], booking.id) === null ? 'pack.isBack' : 'pack.isLost';
  return `\n\n🎟 ${say(chat, key, { left: amountWords(chat, pack, pack.remaining) })}`;
};

/** Until when a booking goes back to the pack that pays for it, said at the review; null where none pays. */
export const packRuleWords = (chat: Chat, booking: BookingFact, lastChange: EpochMinute): string | null => {
  if (payingPack(chat, booking) === null) return null;
  const { terms, startsAt } = booking;
  const always = terms.rule === 'none' || terms.rule === 'venue';
  const hours = terms.refund.steps.filter(({ percent }) => percent === 100).map((step) => step.hoursBefore);
  const until = always ? lastChange : startsAt - Math.min(...hours) * 60;
  if (lastChange <= chat.now) return '';
  if (!always && (hours.length === 0 || until <= chat.now)) return `\n${say(chat, 'pack.ruleNever')}`;
  return until >= lastChange
    ? `\n${say(chat, 'pack.ruleByThen')}`
    : `\n${say(chat, 'pack.ruleUntil', { until: momentOf(chat, until) })}`;
};

const balanceLine = (chat: Chat, pack: OwnPack): string => {
  const params = {
    name: named(chat, pack.name),
    until: formatDay(chat.language, pack.endsOn),
    percent: pack.memberPercent ?? 0,
    left: pack.kind === 'hours' ? formatDuration(chat.language, pack.remaining) : String(pack.remaining),
    quantity: quantityWords(chat, pack),
  };
  if (pack.endsOn < chat.facts.today) return say(chat, 'pack.ended', params);
  return say(chat, pack.kind === 'membership' ? 'pack.member' : 'pack.left', params);
};

/** A line for each pack, with what is left and until when. */
export const balanceLines = (chat: Chat): string =>
  chat.facts.packs
    .slice(0, 8)
    .map((pack) => balanceLine(chat, pack))
    .join('\n');
