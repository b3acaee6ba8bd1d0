import { formatDayNarrow, formatDayTitle } from '../../i18n/format-day';
import { formatTime } from '../../i18n/format-time';
import type { BotKey } from '../../i18n/translate';
import { say, type Chat, type Turned } from '../chat';
import { encodeChoice, type ChoicePieces } from '../choice';
import { answer } from '../compose';
import type { Draft } from '../draft';
import type { ReadingOption } from '../understanding/types';

const titleOf = (chat: Chat, { date, time }: ReadingOption): string => {
  const { language, facts } = chat;
  if (date === null) return time === null ? '' : formatTime(language, time);
  if (time === null) return formatDayTitle(language, date, facts.today);
  return `${formatDayNarrow(language, date)} ${formatTime(language, time)}`;
};

const questionFor = (options: ReadingOption[], conflict: boolean): BotKey => {
  if (conflict) return 'pick.conflict';
  const dates = new Set(options.map(({ date }) => date));
  const times = new Set(options.map(({ time }) => time));
  if (dates.size > 1 && times.size > 1) return 'pick.both';
  return dates.size > 1 ? 'pick.date' : 'pick.time';
};

/** The time of an option as a button keeps it: the start wanted, or the bound of "after 8" and "before 8". */
const timeOf = ({ time, bound }: ReadingOption, draft: Draft): ChoicePieces => {
  if (time === null || bound === undefined) return { t: time ?? draft.time ?? undefined };
  return bound === 'after' ? { f: time } : { u: time };
};

/** Puts the ways to read a message to the customer, one tap each: an ambiguity is never guessed (P26). */
export const askWhich = (chat: Chat, draft: Draft, options: ReadingOption[], conflict = false): Turned => {
  const shown = options.slice(0, 9);
  const key = questionFor(shown, conflict);
  return answer(
    chat,
    { step: 'pick', draft, options: shown },
    {
      key,
      body: say(chat, key),
      opener: say(chat, 'pick.opener'),
      options: shown.map((option) => ({
        id: encodeChoice('set', {
          s: draft.serviceId ?? undefined,
          r: draft.resourceId ?? (draft.anyResource ? '*' : undefined),
          d: option.date ?? draft.date ?? undefined,
          ...timeOf(option, draft),
          l: draft.durationMinutes ?? undefined,
          m: draft.moving ?? undefined,
        }),
        title: titleOf(chat, option),
      })),
    },
  );
};
