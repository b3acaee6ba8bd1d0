import { weekdayName } from '../../i18n/format-day';
import { formatMoney } from '../../i18n/format-money';
import { formatTimeSpan } from '../../i18n/format-time';
import { named, say, type Chat } from '../chat';
import { plainName } from '../plain-name';
import type { ServiceFact } from '../types';

import { placeWords, whenOf } from '../words';
import { upcoming } from './bookings';

/** Lines with the prices of the service in question, or of all. */
export const priceLines = (chat: Chat, serviceId: string | null): string => {
  const services = chat.facts.services.filter((service) => serviceId === null || service.id === serviceId);
  return services
    .slice(0, 8)
    .map((service) => {
      const kind = service.priceBasis === 'hour' ? 'info.priceHour' : 'info.priceVisit';
      const key = service.fromPaise === service.toPaise ? (`${kind}One` as const) : kind;
      const params = { from: formatMoney(service.fromPaise), to: formatMoney(service.toPaise) };
      return say(chat, key, { service: named(chat, service.name), ...params });
    })
    .join('\n');
};

/** Where we are, and the phone number. */
export const placeLines = (chat: Chat): string => {
  const { business } = chat.facts;
  const place = say(chat, 'info.place', { business: named(chat, business.name), address: placeWords(chat) });
  return business.phone === null
    ? place
    : `${place}\n${say(chat, 'info.phone', { phone: plainName(business.phone, 20) })}`;
};

type Range = { from: number; to: number };

/** Doctors' hours overlap; customers want to know when somebody is there. */
const united = (ranges: Range[]): Range[] => {
  const joined: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else joined.push({ ...range });
  }
  return joined;
};

const hoursOf = (chat: Chat, ranges: Range[]): string =>
  ranges.length === 0
    ? say(chat, 'info.hoursClosed')
    : united(ranges)
        .map(({ from, to }) => formatTimeSpan(chat.language, from, to))
        .join(', ');

/** Weekdays with equal hours on one line: `Monday – Friday: morning 9:00 AM – …`. */
const weekLines = (chat: Chat, service: ServiceFact): string[] => {
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    hours: hoursOf(chat, service.weekHours.find((day) => day.weekday === weekday)?.ranges ?? []),
  }));
  const runs: { from: number; to: number; hours: string }[] = [];
  for (const { weekday, hours } of days) {
    const run = runs.at(-1);
    if (run?.hours === hours) run.to = weekday;
    else runs.push({ from: weekday, to: weekday, hours });
  }
  return runs.map(({ from, to, hours }) => {
    const name = (weekday: number): string => weekdayName(chat.language, weekday);
    return say(chat, 'info.hoursLine', {
      days: from === to ? name(from) : `${name(from)} – ${name(to)}`,
      hours,
    });
  });
};

/** When we are open, by service. */
export const hoursLines = (chat: Chat, serviceId: string | null): string =>
  chat.facts.services
    .filter((service) => serviceId === null || service.id === serviceId)
    .slice(0, 4)
    .map((service) =>
      [say(chat, 'info.hours', { service: named(chat, service.name) }), ...weekLines(chat, service)].join(
        '\n',
      ),
    )
    .join('\n');

const depositWords = ({ deposit }: ServiceFact): string =>
  deposit?.kind === 'percent' ? `${String(deposit.percent)}%` : formatMoney(deposit?.amountPaise ?? 0);

const payingFor = (chat: Chat, service: ServiceFact): string => {
  switch (service.paymentRule) {
    case 'none':
      return say(chat, 'info.payNone');
    case 'venue':
      return say(chat, 'info.payVenue');
    case 'full':
      return say(chat, 'info.payFull');
    case 'deposit':
      return service.deposit === null
        ? say(chat, 'info.payFull')
        : say(chat, 'info.payDeposit', { amount: depositWords(service) });
  }
};

/** How one pays: in one line where it is the same for all, otherwise a line for each service. */
export const paymentLines = (chat: Chat, serviceId: string | null): string => {
  const services = chat.facts.services
    .filter((service) => serviceId === null || service.id === serviceId)
    .map((service) => ({ service, how: payingFor(chat, service) }));
  const ways = new Set(services.map(({ how }) => how));
  if (ways.size === 0) return say(chat, 'info.payNone');
  if (ways.size === 1) return services[0]?.how ?? '';
  return services
    .slice(0, 6)
    .map(({ service, how }) => say(chat, 'info.payLine', { service: named(chat, service.name), how }))
    .join('\n');
};

/** What being late means for the next booking. */
export const lateLine = (chat: Chat): string => {
  const [next] = upcoming(chat);
  return next === undefined
    ? say(chat, 'info.lateNone')
    : say(chat, 'info.late', { when: whenOf(chat, next.startsAt, next.durationMinutes) });
};
