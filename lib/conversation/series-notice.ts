import { formatDayShort } from '../i18n/format-day';
import { formatTimeSpan } from '../i18n/format-time';
import type { Paise } from '../kernel/money';
import type { EpochMinute } from '../kernel/time-range';
import { localDateOf, minuteOfDay } from '../scheduling/zone';
import { say, type Chat } from './chat';
import { encodeChoice } from './choice';
import type { Option } from './compose';
import type { BookingFact } from './types';
import { placeWords, priceWords, whatOf, whoOf } from './words';
import { payWords } from './money/money-words';

/** One date of a series, as it stands or stood. */
export type SeriesDate = { resourceId: string; startsAt: EpochMinute; durationMinutes: number };

/** What staff did to several bookings of a series: told in one message, not once for each date. */
export type SeriesNotice = {
  kind: 'series';
  did: 'booked' | 'moved' | 'cancelled';
  /** By start. */
  dates: readonly SeriesDate[];
  /** Of all of them. */
  pricePaise: Paise;
  /** For the customer to read. */
  reason: string | null;
};

/** A year of weeks in full would bury the rest of the message. */
const mostNamed = 24;

/** The words of a series and what may be tapped under them. `booking`: any of it. */
export function seriesWords(
  chat: Chat,
  booking: BookingFact,
  { did, dates, pricePaise, reason }: SeriesNotice,
): {
  key: `notice.series.${SeriesNotice['did']}`;
  params: Record<string, string | number>;
  options: Option[];
} {
  const groups = groupsOf(chat, dates);
  const [usual] = groups;
  const params = {
    count: dates.length,
    what: whatOf(chat, booking.serviceId, usual?.resourceId ?? booking.resourceId),
    dates: groups.map((group) => groupWords(chat, booking, group, usual?.resourceId)).join('\n'),
    who: whoOf(chat, booking),
    price: priceWords(chat, pricePaise),
    // One of the dates speaks for all of them only as long as nothing is paid.
    pay: payWords(chat, { ...booking, pricePaise, keptPaise: 0, duePaise: pricePaise, refundingPaise: 0 }),
    place: placeWords(chat),
    reason: reason ?? '',
  };
  const menu = { id: encodeChoice('menu'), title: say(chat, 'menu.button') };
  const first =
    did === 'cancelled'
      ? { id: encodeChoice('set', { s: booking.serviceId }), title: say(chat, 'booking.again') }
      : { id: encodeChoice('mine'), title: say(chat, 'opening.mine') };
  return { key: `notice.series.${did}`, params, options: [first, menu] };
}

type Group = { resourceId: string; minute: number; durationMinutes: number; days: string[] };

/** Dates at the same time in the same place together, most of them first. */
function groupsOf(chat: Chat, dates: readonly SeriesDate[]): Group[] {
  const { zone } = chat.facts;
  const groups = new Map<string, Group>();
  for (const { startsAt, durationMinutes, resourceId } of dates) {
    const minute = minuteOfDay(startsAt, zone);
    const key = `${String(minute)}/${String(durationMinutes)}/${resourceId}`;
    const group = groups.get(key) ?? { resourceId, minute, durationMinutes, days: [] };
    group.days.push(localDateOf(startsAt, zone));
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.days.length - a.days.length);
}

function groupWords(chat: Chat, { serviceId }: BookingFact, group: Group, usual: string | undefined): string {
  const { resourceId, minute, durationMinutes, days } = group;
  const day = (date: string): string => formatDayShort(chat.language, date);
  const named = days.slice(0, days.length > mostNamed ? mostNamed - 1 : mostNamed).map(day);
  const left = days.length - named.length;
  const more =
    left === 0 ? [] : [say(chat, 'notice.series.more', { count: left, last: day(days.at(-1) ?? '') })];
  const span = formatTimeSpan(chat.language, minute, minute + durationMinutes);
  const place = resourceId === usual ? '' : `${whatOf(chat, serviceId, resourceId)}, `;
  return `${place}${span}:\n${[...named, ...more].join(', ')}`;
}
