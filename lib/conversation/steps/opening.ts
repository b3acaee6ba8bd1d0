import { inLanguage, languageNames, otherLanguages, type Language } from '../../kernel/local-text';
import { formatDayNarrow } from '../../i18n/format-day';
import { formatMoney } from '../../i18n/format-money';
import { formatTime } from '../../i18n/format-time';
import { limits } from '../../messaging/limits';
import { addDays, localDateOf, minuteOfDay, weekdayOf } from '../../scheduling/zone';
import { translate, type BotKey } from '../../i18n/translate';
import { named, say, type Chat, type Turned } from '../chat';
import { encodeChoice } from '../choice';
import { answer, type Option } from '../compose';
import { draftOfBooking, isWorthKeeping } from '../draft';
import { daysFor, lastDay, timesOf, type OfferedTime } from '../offered-times';
import { plainName } from '../plain-name';
import type { BookingFact, ServiceFact } from '../types';
import { findService, whatOf, whenOf } from '../words';

/** Beside the last choice, the draft and the customer's bookings, a list has room for seven. */
const maxServices = 7;

const priceHint = (chat: Chat, service: ServiceFact): string =>
  service.fromPaise === service.toPaise
    ? say(chat, 'service.onePrice', { price: formatMoney(service.fromPaise) })
    : say(chat, 'service.fromPrice', { price: formatMoney(service.fromPaise) });

/** One row or button for each service. */
export const serviceOptions = (chat: Chat): Option[] =>
  chat.facts.services.slice(0, maxServices).map((service) => ({
    id: encodeChoice('set', { s: service.id }),
    title: inLanguage(service.name, chat.language),
    description: priceHint(chat, service),
    section: say(chat, 'section.choices'),
  }));

const kept = new Set<BookingFact['status']>(['confirmed', 'checked-in', 'completed']);

/** The customer's newest booking that was not given up. */
const lastBooking = (chat: Chat): BookingFact | null =>
  chat.facts.bookings.findLast((b) => kept.has(b.status)) ?? null;

/** Beside the same weekday, this many other days are offered at the time the customer came last. */
const maxOtherDays = 2;

/**
 * The last choice again at the same time of day, where that is free within the next two weeks: the same weekday first, then
 * the next other days. One tap, and the review follows: the questions between are answered.
 */
const sameAgain = (chat: Chat): Option[] => {
  const last = lastBooking(chat);
  const service = findService(chat, last?.serviceId ?? null);
  if (last === null || service === null) return [];
  const { zone, today, bookings } = chat.facts;
  const draft = draftOfBooking(last, service);
  const minute = minuteOfDay(last.startsAt, zone);
  const weekday = weekdayOf(localDateOf(last.startsAt, zone));
  const horizon = lastDay(chat, service.id);
  const until = addDays(today, 13);
  const times = daysFor(chat, draft, today, until < horizon ? until : horizon)
    .filter(
      ({ date }) => !bookings.some((b) => b.status === 'confirmed' && localDateOf(b.startsAt, zone) === date),
    )
    .flatMap((day) => timesOf(chat, day).filter((time) => time.minute === minute));
  const same = times.filter(({ date }) => weekdayOf(date) === weekday).slice(0, 1);
  const others = times.filter((time) => !same.includes(time)).slice(0, maxOtherDays);
  const what = whatOf(chat, service.id, draft.resourceId);
  const option = (time: OfferedTime, title: string): Option => ({
    id: encodeChoice('set', {
      s: service.id,
      r: draft.resourceId ?? '*',
      at: time.start,
      l: last.durationMinutes,
      a: last.attendeeId ?? undefined,
    }),
    title,
    description: say(chat, 'opening.sameDetail', {
      service: what,
      when: whenOf(chat, time.start, last.durationMinutes),
    }),
    section: say(chat, 'section.choices'),
  });
  return [
    ...same.map((time) => option(time, say(chat, 'opening.same'))),
    ...others.map((time) =>
      option(time, `${formatDayNarrow(chat.language, time.date)} ${formatTime(chat.language, time.minute)}`),
    ),
  ];
};

/** A row that takes up the booking in the making, where there is one. */
export const continueOption = (chat: Chat): Option[] =>
  isWorthKeeping(chat.state.draft)
    ? [
        {
          id: encodeChoice('resume'),
          title: say(chat, 'opening.continue'),
          description: whatOf(chat, chat.state.draft.serviceId, chat.state.draft.resourceId),
          section: say(chat, 'section.choices'),
        },
      ]
    : [];

const mineOption = (chat: Chat): Option => ({
  id: encodeChoice('mine'),
  title: say(chat, 'opening.mine'),
  section: say(chat, 'section.choices'),
});

/** How to go on in each other language, said in itself. */
const waysToOthers = (language: Language): string =>
  otherLanguages(language)
    .map((other) => translate(other, 'language.wish', { name: languageNames[other] }))
    .join(' · ');

/** The welcome: each service and the customer's bookings, for a returning customer their last choice first. */
export const openChat = (chat: Chat, key: BotKey = 'opening.welcome'): Turned => {
  const { facts } = chat;
  const business = named(chat, facts.business.name);
  const returning = key === 'opening.welcome' && facts.customer.name !== null && facts.bookings.length > 0;
  const body = returning
    ? say(chat, 'opening.welcomeBack', { business, name: plainName(facts.customer.name ?? '') })
    : say(chat, key, { business });
  const begin = continueOption(chat);
  const services = serviceOptions(chat);
  const again = sameAgain(chat).slice(0, limits.listRows - 1 - begin.length - services.length);
  return answer(
    chat,
    { step: 'service' },
    {
      key: returning ? 'opening.welcomeBack' : key,
      body,
      footer: say(chat, 'opening.footer', { languages: waysToOthers(chat.language) }),
      options: [...begin, ...again, ...services, mineOption(chat)],
      buttons: true,
    },
  );
};

/** Everything this chat can do, as one list. */
export const showMenu = (chat: Chat, key: BotKey = 'menu.body'): Turned => {
  const section = say(chat, 'section.more');
  const option = (id: string, title: BotKey): Option => ({ id, title: say(chat, title), section });
  return answer(
    chat,
    { step: 'service' },
    {
      key,
      body: say(chat, key, { business: named(chat, chat.facts.business.name) }),
      opener: say(chat, 'menu.opener'),
      options: [
        ...continueOption(chat).slice(0, 1),
        ...serviceOptions(chat).slice(0, 4),
        mineOption(chat),
        option(encodeChoice('price'), 'menu.price'),
        option(encodeChoice('hours'), 'menu.hours'),
        option(encodeChoice('staff'), 'menu.staff'),
        ...otherLanguages(chat.language).map((other) => ({
          id: encodeChoice('language', { g: other }),
          title: translate(other, 'menu.language'),
          section,
        })),
      ],
    },
  );
};
