import type { BotKey } from '../../i18n/translate';
import type { ClosedReason, LocalDate } from '../../scheduling/types';
import { named, say, type Chat, type Turned } from '../chat';
import { answer } from '../compose';
import { withoutTime, type Draft } from '../draft';
import { nearOption, nearestTimes } from '../nearest-times';
import { lastDay, openDays } from '../offered-times';
import { waitOption } from '../unavailable';
import { dayOfWords, findResource, findService } from '../words';
import { anotherDateOption, dayOptions } from './day-options';

type Told = { key: BotKey; body: string };

/** Why nothing can be had on a day, in words. */
export const tellClosed = (chat: Chat, draft: Draft, date: LocalDate, closed: ClosedReason): Told => {
  const day = dayOfWords(chat, date);
  const because = (key: BotKey, params: Record<string, string> = {}): Told => ({
    key,
    body: say(chat, key, { day, ...params }),
  });
  const service = findService(chat, draft.serviceId);
  const resource = service === null ? null : findResource(service, draft.resourceId);
  switch (closed.kind) {
    case 'past':
      return because(date === chat.facts.today ? 'closed.todayOver' : 'closed.past');
    case 'beyond-horizon':
      return because('closed.beyond', { last: dayOfWords(chat, lastDay(chat, draft.serviceId)) });
    case 'closure':
      return because('closed.holiday', { reason: named(chat, closed.reason) });
    case 'no-hours':
      return resource?.kind === 'doctor'
        ? because('closed.weeklyDoctor', { doctor: named(chat, resource.name) })
        : because('closed.weekly');
    case 'full':
      return because('closed.full');
    case 'notice':
      return because('closed.notice');
  }
};

const noon = 720;

/** Other courts or doctors on the same full day, then other days. */
const insteadOfFullDay = (chat: Chat, draft: Draft, date: LocalDate) =>
  nearestTimes(chat, draft, date, draft.time ?? noon).flatMap((near) => nearOption(chat, draft, near));

/** Says why nothing can be had on a day (P28), each reason in its own words, and offers what can be had. */
export const answerClosedDay = (chat: Chat, draft: Draft, date: LocalDate, closed: ClosedReason): Turned => {
  const open = { ...draft, date: null, start: null };
  const told = tellClosed(chat, draft, date, closed);
  if (closed.kind === 'full') {
    const options = [
      ...insteadOfFullDay(chat, draft, date),
      ...waitOption(chat, draft, date),
      anotherDateOption(chat, draft),
    ];
    return answer(
      chat,
      { step: 'day', draft: { ...open, date } },
      { ...told, options, opener: say(chat, 'taken.opener') },
    );
  }
  const wished = openDays(chat, open, 9, date);
  // A wanted time that no later day can give must not hide the days that have others.
  const wish = wished.length > 0 ? open : withoutTime(open);
  const days = wished.length > 0 ? wished : openDays(chat, wish, 9, date);
  return answer(
    chat,
    { step: 'day', draft: wish },
    {
      ...told,
      opener: say(chat, 'day.opener'),
      options: [...dayOptions(chat, wish, days), anotherDateOption(chat, wish)],
    },
  );
};
