import { formatDayTitle } from '../../i18n/format-day';
import { formatMoney } from '../../i18n/format-money';
import type { DayAvailability } from '../../scheduling/types';
import { say, type Chat } from '../chat';
import { encodeChoice, type ChoicePieces } from '../choice';
import type { Option } from '../compose';
import type { Draft } from '../draft';
import { placesLeft, priceRange } from '../offered-times';

/** What a tap on a day keeps of what was said before. */
export const corePieces = (draft: Draft): ChoicePieces => ({
  s: draft.serviceId ?? undefined,
  r: draft.resourceId ?? '*',
  l: draft.durationMinutes ?? undefined,
  m: draft.moving ?? undefined,
});

const describe = (chat: Chat, day: DayAvailability): string => {
  const prices = priceRange(day.slots.flatMap(({ free }) => free));
  const key = prices.from === prices.to ? 'day.placesOne' : 'day.places';
  return say(chat, key, { count: placesLeft(day), price: formatMoney(prices.from) });
};

/** One row for each day. */
export const dayOptions = (chat: Chat, draft: Draft, days: DayAvailability[]): Option[] =>
  days.map((day) => ({
    id: encodeChoice('set', { ...corePieces(draft), d: day.date, t: draft.time ?? undefined }),
    title: formatDayTitle(chat.language, day.date, chat.facts.today),
    description: describe(chat, day),
    section: say(chat, 'section.days'),
  }));

/** Row that asks for a typed date. */
export const anotherDateOption = (chat: Chat, draft: Draft): Option => ({
  id: encodeChoice('day-other', corePieces(draft)),
  title: say(chat, 'day.another'),
  description: say(chat, 'day.anotherDetail'),
  section: say(chat, 'section.days'),
});
