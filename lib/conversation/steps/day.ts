import { formatTime } from '../../i18n/format-time';
import { localDateOf, minuteOfDay } from '../../scheduling/zone';
import { asked, filled, say, withNote, type Chat, type Filled, type Turned } from '../chat';
import { encodeChoice } from '../choice';
import { answer, type Say } from '../compose';
import { withoutTime, type Draft } from '../draft';
import { dayFor, isNarrowed, lastDay, openDays, suits, timesOf } from '../offered-times';
import { offerNearest } from '../unavailable';
import { dayOfWords, findBooking, whatOf, whenOf } from '../words';
import { answerClosedDay, tellClosed } from './closed-day';
import { anotherDateOption, dayOptions } from './day-options';

const maxRows = 9;

const question = (chat: Chat, draft: Draft): Pick<Say, 'key' | 'body'> => {
  const moved = findBooking(chat, draft.moving);
  if (moved !== null) {
    const when = whenOf(chat, moved.startsAt, moved.durationMinutes);
    return { key: 'day.askMove', body: say(chat, 'day.askMove', { when }) };
  }
  const what = whatOf(chat, draft.serviceId, draft.resourceId);
  if (draft.time === null) return { key: 'day.ask', body: say(chat, 'day.ask', { what }) };
  const time = formatTime(chat.language, draft.time);
  return { key: 'day.askForTime', body: say(chat, 'day.askForTime', { what, time }) };
};

/** Asks for the day with the next days that have room for what is wanted. */
export const askDay = (chat: Chat, draft: Draft): Turned => {
  const days = openDays(chat, draft, maxRows);
  if (days.length === 0 && (draft.time !== null || isNarrowed(draft))) {
    return askDay(withNote(chat, say(chat, 'day.noneAtTime')), withoutTime(draft));
  }
  const last = dayOfWords(chat, lastDay(chat, draft.serviceId));
  if (days.length === 0) {
    const what = whatOf(chat, draft.serviceId, draft.resourceId);
    return answer(
      chat,
      { step: 'day', draft: { ...draft, date: null, start: null } },
      {
        key: 'day.none',
        body: say(chat, 'day.none', { what, last }),
        options: [
          { id: encodeChoice('staff'), title: say(chat, 'staff.button') },
          { id: encodeChoice('menu'), title: say(chat, 'menu.button') },
        ],
      },
    );
  }
  return answer(
    chat,
    { step: 'day', draft: { ...draft, date: null, start: null } },
    {
      ...question(chat, draft),
      opener: say(chat, 'day.opener'),
      options: [...dayOptions(chat, draft, days), anotherDateOption(chat, draft)],
    },
  );
};

/** Asks for a typed date, after "Another date". */
export const askTypedDay = (chat: Chat, draft: Draft): Turned =>
  answer(
    chat,
    { step: 'typed-day', draft: { ...draft, date: null, start: null } },
    {
      key: 'day.typeIt',
      body: say(chat, 'day.typeIt', { last: dayOfWords(chat, lastDay(chat, draft.serviceId)) }),
    },
  );

const fillFromStart = (chat: Chat, draft: Draft, start: number): Filled => {
  const { zone } = chat.facts;
  const date = localDateOf(start, zone);
  const day = dayFor(chat, draft, date);
  const found = day?.slots.some((slot) => slot.start === start) === true;
  if (found) return filled({ ...draft, date, time: minuteOfDay(start, zone) });
  return asked(offerNearest(chat, draft, { date, minute: minuteOfDay(start, zone) }, 'choice'));
};

const fillEarliest = (chat: Chat, draft: Draft): Filled => {
  const day = openDays(chat, draft, 1)[0];
  const first = day === undefined ? undefined : timesOf(chat, day).find((time) => suits(draft, time));
  if (first === undefined) return asked(askDay(chat, draft));
  return filled({ ...draft, date: first.date, time: first.minute, start: first.start });
};

/** Which day. A day that cannot be had is answered with its reason and what can be had instead. */
export const fillDay = (chat: Chat, draft: Draft): Filled => {
  if (draft.start !== null) return fillFromStart(chat, draft, draft.start);
  if (draft.date === null)
    return draft.pick === 'earliest' ? fillEarliest(chat, draft) : asked(askDay(chat, draft));
  const day = dayFor(chat, draft, draft.date);
  if (day === null) return asked(askDay(chat, { ...draft, date: null }));
  if (day.closed?.kind === 'past' || day.closed?.kind === 'beyond-horizon') {
    return asked(askDayBecause(chat, draft, tellClosed(chat, draft, draft.date, day.closed).body));
  }
  if (day.closed !== null) return asked(answerClosedDay(chat, draft, draft.date, day.closed));
  return filled(draft);
};

/** Asks for the day again with a line on top saying what was wrong. */
export const askDayBecause = (chat: Chat, draft: Draft, note: string): Turned =>
  askDay(withNote(chat, note), draft);
