import { dayPartOf, formatSpanTitle, type DayPartName } from '../../i18n/format-time';
import { formatMoney } from '../../i18n/format-money';
import type { BotKey } from '../../i18n/translate';
import { localDateOf, minuteOfDay } from '../../scheduling/zone';
import { asked, filled, named, say, withNote, type Chat, type Filled, type Turned } from '../chat';
import { encodeChoice } from '../choice';
import { answer, type Option } from '../compose';
import { withoutTime, type Draft } from '../draft';
import { bestFree, dayFor, isNarrowed, suits, timesOf, type OfferedTime } from '../offered-times';
import { offerNearest } from '../unavailable';
import { dayOfWords, findResource, findService } from '../words';
import { askDay } from './day';

const maxRows = 9;

const describe = (chat: Chat, draft: Draft, time: OfferedTime): string => {
  const service = findService(chat, draft.serviceId);
  const price = formatMoney(bestFree(time.free)?.pricePaise ?? 0);
  const count = time.free.length;
  if (service?.kind === 'court')
    return draft.resourceId === null ? say(chat, 'time.courts', { price, count }) : price;
  if (draft.resourceId !== null) return price;
  const only =
    count === 1 && service !== null ? findResource(service, time.free[0]?.resourceId ?? null) : null;
  return only === null
    ? say(chat, 'time.doctors', { price, count })
    : say(chat, 'taken.with', { resource: named(chat, only.name, 40), price });
};

const sectionKeys: Record<DayPartName, BotKey> = {
  dawn: 'section.dawn',
  morning: 'section.morning',
  noon: 'section.noon',
  evening: 'section.evening',
  night: 'section.night',
};

const timeOption = (chat: Chat, draft: Draft, time: OfferedTime): Option => {
  const length = bestFree(time.free)?.durationMinutes ?? 0;
  return {
    id: encodeChoice('set', {
      s: draft.serviceId ?? undefined,
      r: draft.resourceId ?? '*',
      at: time.start,
      l: draft.durationMinutes ?? undefined,
      m: draft.moving ?? undefined,
    }),
    title: formatSpanTitle(chat.language, time.minute, time.minute + length),
    description: describe(chat, draft, time),
    section: say(chat, sectionKeys[dayPartOf(chat.language, time.minute)]),
  };
};

/** Where the first page of a long day begins: shortly before the hour this customer took last time. */
const habitualStart = (chat: Chat, draft: Draft, times: OfferedTime[]): number => {
  const last = chat.facts.bookings.findLast(
    (b) => b.serviceId === draft.serviceId && b.status !== 'cancelled',
  );
  if (last === undefined) return 0;
  const minute = minuteOfDay(last.startsAt, chat.facts.zone);
  const at = times.findIndex((time) => time.minute >= minute);
  return at < 0 ? 0 : Math.max(0, Math.min(at - 4, times.length - maxRows));
};

const page = (chat: Chat, draft: Draft, times: OfferedTime[], fromMinute: number | null): OfferedTime[] => {
  if (times.length <= maxRows) return times;
  const wanted = times.findIndex((time) => time.minute >= (fromMinute ?? 0));
  const first = fromMinute === null ? habitualStart(chat, draft, times) : Math.max(0, wanted);
  return times.slice(first, first + maxRows);
};

const moreOption = (chat: Chat, draft: Draft, times: OfferedTime[], shown: OfferedTime[]): Option[] => {
  if (times.length <= shown.length) return [];
  const lastShown = times.findIndex((time) => time.start === shown.at(-1)?.start);
  const next = times[lastShown + 1] ?? times[0];
  return [
    {
      id: encodeChoice('set', {
        s: draft.serviceId ?? undefined,
        r: draft.resourceId ?? '*',
        d: draft.date ?? undefined,
        l: draft.durationMinutes ?? undefined,
        m: draft.moving ?? undefined,
        p: next?.minute,
      }),
      title: say(chat, 'time.more'),
      description: say(chat, 'time.moreDetail'),
      section: say(chat, 'section.more'),
    },
  ];
};

/** Asks for the time with the free ones by part of the day, nine at once; `fromMinute` opens a further page. */
export const askTime = (
  chat: Chat,
  draft: Draft,
  times: OfferedTime[],
  fromMinute: number | null = null,
): Turned => {
  const shown = page(chat, draft, times, fromMinute);
  const more = moreOption(chat, draft, times, shown);
  const key = draft.moving === null ? 'time.ask' : 'time.askMove';
  const question = say(chat, key, { day: dayOfWords(chat, draft.date ?? chat.facts.today) });
  return answer(
    chat,
    { step: 'time', draft: { ...draft, start: null } },
    {
      key,
      body: more.length === 0 ? question : `${question}\n${say(chat, 'time.typeHint')}`,
      opener: say(chat, 'time.opener'),
      options: [...shown.map((time) => timeOption(chat, draft, time)), ...more],
    },
  );
};

/** A further page of the times of the draft's day. */
export const askMoreTimes = (chat: Chat, draft: Draft, fromMinute: number): Turned => {
  const day = draft.date === null ? null : dayFor(chat, draft, draft.date);
  return day === null || day.slots.length === 0
    ? askDay(chat, draft)
    : askTime(chat, withoutTime(draft), timesOf(chat, day), fromMinute);
};

const choose = (draft: Draft, time: OfferedTime): Filled =>
  filled({ ...draft, date: time.date, time: time.minute, start: time.start });

const chooseAmong = (chat: Chat, draft: Draft, times: OfferedTime[]): Filled => {
  const matching = times.filter((time) => suits(draft, time));
  const wanted = draft.pick === 'latest' ? matching.at(-1) : matching[0];
  if (wanted !== undefined && (draft.pick !== null || matching.length === 1)) return choose(draft, wanted);
  if (matching.length > 0) return asked(askTime(chat, draft, matching));
  const note = say(chat, 'time.noneInPart', { day: dayOfWords(chat, draft.date ?? chat.facts.today) });
  const told = isNarrowed(draft) ? withNote(chat, note) : chat;
  return asked(askTime(told, withoutTime(draft), times));
};

/** Which time: an exact one that is free is taken, one that is not is answered with the nearest. */
export const fillTime = (chat: Chat, draft: Draft): Filled => {
  if (draft.start !== null) return filled(draft);
  const day = draft.date === null ? null : dayFor(chat, draft, draft.date);
  if (day === null) return asked(askDay(chat, draft));
  const times = timesOf(chat, day);
  if (draft.time === null) return chooseAmong(chat, draft, times);
  const found = times.find((time) => time.minute === draft.time);
  if (found !== undefined) return choose(draft, found);
  return asked(offerNearest(chat, draft, { date: day.date, minute: draft.time }));
};

/** The date and minute of a chosen start, for saying that it is gone. */
export const wantedOf = (chat: Chat, start: number): { date: string; minute: number } => ({
  date: localDateOf(start, chat.facts.zone),
  minute: minuteOfDay(start, chat.facts.zone),
});
