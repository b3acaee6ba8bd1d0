import { say, withNote, type Chat, type Turned } from './chat';
import { mergeReading } from './merge-reading';
import { lastDay } from './offered-times';
import { proceed } from './proceed';
import { plainName } from './plain-name';
import { askDayBecause } from './steps/day';
import { askWhich } from './steps/pick';
import { fillResource } from './steps/doctor';
import { fillService } from './steps/service';
import { offerNearest } from './unavailable';
import { dayOfWords } from './words';
import type { Draft } from './draft';
import type { Reading, ReadingProblem } from './understanding/types';

const withLimits = (chat: Chat, reading: Reading): Chat => {
  if (reading.weekly) return withNote(chat, say(chat, 'info.noSeries'));
  const several = reading.count !== null && reading.count > 1 && reading.serviceKind === 'court';
  return several ? withNote(chat, say(chat, 'info.oneAtATime')) : chat;
};

const optionsOf = (reading: Reading, problem: ReadingProblem | null): Reading['options'] =>
  problem?.kind === 'date-conflict' && reading.options.length === 0
    ? problem.dates.map((date) => ({ date, time: reading.time }))
    : reading.options.filter(({ date, time }) => date !== null || time !== null);

/** A date or time that was clearly said and cannot be: each kind in its own words, with what can be instead. */
const answerProblem = (chat: Chat, draft: Draft, problem: ReadingProblem): Turned => {
  const dayless = { ...draft, date: null, start: null };
  switch (problem.kind) {
    case 'past-date':
      return askDayBecause(chat, dayless, say(chat, 'closed.past', { day: dayOfWords(chat, problem.date) }));
    case 'too-far': {
      const last = dayOfWords(chat, lastDay(chat, draft.serviceId));
      return askDayBecause(
        chat,
        dayless,
        say(chat, 'closed.beyond', { day: dayOfWords(chat, problem.date), last }),
      );
    }
    case 'impossible-date':
      return askDayBecause(
        chat,
        dayless,
        say(chat, 'closed.impossible', { words: plainName(problem.words, 30) }),
      );
    case 'past-time':
      return offerNearest(chat, draft, { date: problem.date, minute: problem.time });
    case 'date-conflict':
      return askWhich(
        chat,
        dayless,
        problem.dates.map((date) => ({ date, time: null })),
        true,
      );
  }
};

/** Goes on with a booking by what a typed message said about it; ambiguity and impossible dates are asked back. */
export const bookFromText = (chat: Chat, draft: Draft, reading: Reading): Turned => {
  const told = withLimits(chat, reading);
  const { problem } = reading;
  const merged = mergeReading(told, draft, reading);
  const options = optionsOf(reading, problem);
  if (reading.ask && options.length > 0) {
    const open = { ...merged, start: null };
    return askWhich(told, open, options, problem?.kind === 'date-conflict');
  }
  if (problem === null) return proceed(told, merged);
  // Which days are open depends on the service and the doctor, so those come first.
  const service = fillService(told, merged);
  if (service.kind === 'asked') return service.turned;
  const resource = fillResource(told, service.draft);
  if (resource.kind === 'asked') return resource.turned;
  return answerProblem(told, resource.draft, problem);
};
