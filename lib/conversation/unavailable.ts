import { formatTime, formatTimeInWords, formatTimeSpan } from '../i18n/format-time';
import type { BotKey } from '../i18n/translate';
import type { LocalDate } from '../scheduling/types';
import { toEpochMinuteOf } from '../scheduling/zone';
import { named, say, type Chat, type Turned } from './chat';
import { encodeChoice } from './choice';
import { answer, type Option } from './compose';
import type { Draft } from './draft';
import { nearOption, nearestTimes } from './nearest-times';
import { dayFor, timesOf } from './offered-times';
import { dayOfWords, findResource, findService, whenOf } from './words';

const afterwards = (chat: Chat, draft: Draft, date: LocalDate): Option[] => {
  const core = { s: draft.serviceId ?? undefined, r: draft.resourceId ?? '*', m: draft.moving ?? undefined };
  const section = say(chat, 'section.more');
  const again: Option[] = [
    { id: encodeChoice('set', { ...core, d: date }), title: say(chat, 'taken.otherTime'), section },
    { id: encodeChoice('set', core), title: say(chat, 'taken.otherDay'), section },
  ];
  return again;
};

/** Row that puts the customer on the waiting list of a day; not while moving, where the old booking stays. */
export const waitOption = (chat: Chat, draft: Draft, date: LocalDate): Option[] =>
  draft.moving !== null || draft.serviceId === null
    ? []
    : [
        {
          id: encodeChoice('wait', {
            s: draft.serviceId,
            r: draft.resourceId ?? '*',
            d: date,
            l: draft.durationMinutes ?? undefined,
          }),
          title: say(chat, 'taken.waitlist'),
          description: say(chat, 'taken.waitlistDetail'),
          section: say(chat, 'section.more'),
        },
      ];

/** Which day and time the customer wanted and cannot have. */
export type Wanted = { date: LocalDate; minute: number };

const openRanges = (chat: Chat, draft: Draft, date: LocalDate): { from: number; to: number }[] =>
  chat.facts.vocabulary.openOn(date, findService(chat, draft.serviceId)?.kind);

const whenWanted = (chat: Chat, draft: Draft, { date, minute }: Wanted): string => {
  const service = findService(chat, draft.serviceId);
  const length =
    draft.durationMinutes ?? (service?.kind === 'court' ? service.durationMinutes[0] : undefined);
  return length === undefined
    ? `${dayOfWords(chat, date)} · ${formatTimeInWords(chat.language, minute)}`
    : whenOf(chat, toEpochMinuteOf(date, minute, chat.facts.zone), length);
};

type Reason = { key: BotKey; body: string };

const reasonFor = (chat: Chat, draft: Draft, wanted: Wanted): Reason => {
  const { facts, language } = chat;
  const service = findService(chat, draft.serviceId);
  const start = toEpochMinuteOf(wanted.date, wanted.minute, facts.zone);
  const when = whenWanted(chat, draft, wanted);
  const because = (key: BotKey, params: Record<string, string>): Reason => ({
    key,
    body: say(chat, key, params),
  });
  if (start <= chat.now) return because('taken.pastTime', { when });
  if (start < chat.now + (service?.noticeMinutes ?? 0)) return because('taken.tooSoon', { when });
  const ranges = openRanges(chat, draft, wanted.date);
  if (ranges.length > 0 && !ranges.some(({ from, to }) => wanted.minute >= from && wanted.minute < to)) {
    return because('taken.outsideHours', {
      day: dayOfWords(chat, wanted.date),
      time: formatTime(language, wanted.minute),
      hours: ranges.map(({ from, to }) => formatTimeSpan(language, from, to)).join(', '),
    });
  }
  const resource = service === null ? null : findResource(service, draft.resourceId);
  const elsewhere = resource === null ? null : dayFor(chat, { ...draft, resourceId: null }, wanted.date);
  if (
    resource !== null &&
    elsewhere !== null &&
    timesOf(chat, elsewhere).some((t) => t.minute === wanted.minute)
  ) {
    return because('taken.resource', { resource: named(chat, resource.name), when });
  }
  return because('taken.notFree', { when });
};

/**
 * Says why the wanted time cannot be had and offers the three nearest, another time or day, and the waiting list.
 * `by: 'rival'`: somebody else was faster. `by: 'choice'`: the customer chose a time that we had offered, so unless a
 * rule speaks against it by now, somebody was faster as well.
 */
export const offerNearest = (
  chat: Chat,
  draft: Draft,
  wanted: Wanted,
  by: 'wish' | 'choice' | 'rival' = 'wish',
): Turned => {
  const near = nearestTimes(chat, draft, wanted.date, wanted.minute).flatMap((one) =>
    nearOption(chat, draft, one),
  );
  const when = whenWanted(chat, draft, wanted);
  const taken: Reason = { key: 'taken.body', body: say(chat, 'taken.body', { when }) };
  const rule = by === 'rival' ? taken : reasonFor(chat, draft, wanted);
  const occupied = rule.key === 'taken.notFree' || rule.key === 'taken.resource';
  const reason = by === 'choice' && occupied ? taken : rule;
  const told =
    near.length > 0
      ? reason
      : ({ key: 'taken.noneLeft', body: say(chat, 'taken.noneLeft', { when }) } as const);
  const waits = by === 'rival' || ['taken.body', 'taken.notFree', 'taken.noneLeft'].includes(told.key);
  // A time at which we are never open is no wish to keep for another day.
  const time = told.key === 'taken.outsideHours' ? null : wanted.minute;
  const kept = { ...draft, date: wanted.date, time, start: null };
  return answer(
    chat,
    { step: 'time', draft: kept },
    {
      ...told,
      opener: say(chat, 'taken.opener'),
      options: [
        ...near,
        ...afterwards(chat, draft, wanted.date),
        ...(waits ? waitOption(chat, draft, wanted.date) : []),
      ],
    },
  );
};
