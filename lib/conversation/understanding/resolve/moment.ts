import type { PartCode } from '../lexicon/senses';
import type { Token } from '../lex';
import type { Mention } from '../mentions/types';
import type { ReadingOption, ReadingProblem } from '../types';
import { candidatesOf, clocksOf, longestStay, type Candidate, type Clocks } from './clocks';
import type { Days } from './dates';
import { joinDays } from './join-days';
import { dateOfDayNumber } from '../../../scheduling/zone';
import { type Present } from './local-date';
import type { Moment, MomentContext } from './moment-types';
import { boundOfPart, dayPartOf } from './parts';

const emptyMoment = (): Moment => ({
  date: null,
  time: null,
  after: null,
  before: null,
  part: null,
  durationMinutes: null,
  problem: null,
  ask: false,
  options: [],
});

function toOption({ day, minute }: Candidate, context: MomentContext): ReadingOption {
  // Midnight belongs to the next calendar date.
  const base = minute >= 1440 && day === null ? context.present.today : day;
  const date = base === null ? null : dateOfDayNumber(base + Math.floor(minute / 1440));
  return { date, time: minute % 1440 };
}

/** Puts the days and clocks of one group together; whatever stays open becomes options. */
export function resolveMoment(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  context: MomentContext,
): Moment {
  const moment = emptyMoment();
  const dates = mentions.filter((mention) => mention.kind === 'date');
  const days = joinDays(tokens, dates, context);
  const part = mentions.find((mention) => mention.kind === 'part');
  const soon = mentions.find((mention) => mention.kind === 'in');
  if (soon && !days) return fromNow(moment, soon.minutes, context);
  applyPart(moment, part);
  const clocks = clocksOf(mentions, context.understand.asked);
  const partCode = part && part.role === 'in' ? part.code : null;
  if (days?.problem && days.problem.kind !== 'date-conflict')
    return withProblem(moment, days.problem, clocks, partCode, context);
  const now = mentions.some((mention) => mention.kind === 'now');
  const dayList: (number | null)[] =
    days && days.days.length > 0 ? days.days : now ? [context.present.today] : [null];
  if (!clocks && partCode !== 'midnight') return withDaysOnly(moment, days, dayList, partCode, context);
  const said = clocks ?? {
    clocks: [{ hour: 12, minute: 0, meridiem: null }],
    end: null,
    role: 'at' as const,
    window: false,
  };
  return withClocks(moment, said, partCode, days, dayList, context);
}

function fromNow(moment: Moment, minutes: number, { present }: MomentContext): Moment {
  const at = present.minute + minutes;
  return { ...moment, date: dateOfDayNumber(present.today + Math.floor(at / 1440)), time: at % 1440 };
}

function applyPart(moment: Moment, part: Extract<Mention, { kind: 'part' }> | undefined): void {
  if (!part) return;
  if (part.role === 'in') moment.part = dayPartOf(part.code);
  else moment[part.role] = boundOfPart(part.code, part.role);
}

/** A day that cannot be: the time said with it is kept for when another day is chosen. */
function withProblem(
  moment: Moment,
  problem: ReadingProblem,
  clocks: Clocks | null,
  part: PartCode | null,
  context: MomentContext,
): Moment {
  const list = clocks ? candidatesOf(clocks, part, [null], context).list : [];
  const only = list.length === 1 ? list[0] : undefined;
  return {
    ...moment,
    problem,
    ask: true,
    time: only && only.minute < 1440 && clocks?.role === 'at' ? only.minute : null,
  };
}

const isTooFar = (day: number, context: MomentContext): boolean =>
  day > context.present.today + context.understand.vocabulary.horizonDays;

function settleDay(moment: Moment, day: number | null, context: MomentContext): Moment {
  if (day === null) return moment;
  if (!context.existing && isTooFar(day, context))
    return { ...moment, ask: true, problem: { kind: 'too-far', date: dateOfDayNumber(day) } };
  return { ...moment, date: dateOfDayNumber(day) };
}

function partIsOver(code: PartCode, present: Present): boolean {
  const ends = { morning: 720, noon: 960, evening: 1200, night: 1440 }[dayPartOf(code)];
  return present.minute >= ends;
}

function withDaysOnly(
  moment: Moment,
  days: Days | null,
  list: readonly (number | null)[],
  part: PartCode | null,
  context: MomentContext,
): Moment {
  if (part === 'twelve-noon') moment.time = 720;
  const open = list.filter(
    (day) => !(part && day === context.present.today && partIsOver(part, context.present) && list.length > 1),
  );
  const only = open.length === 1 ? (open[0] ?? null) : null;
  if (days?.problem) moment.problem = days.problem;
  if (open.length === 1 && !(days?.confirm && list.length > 1)) return settleDay(moment, only, context);
  return {
    ...moment,
    ask: true,
    options: open.map((day) => ({ date: day === null ? null : dateOfDayNumber(day), time: moment.time })),
  };
}

function withClocks(
  moment: Moment,
  clocks: Clocks,
  part: PartCode | null,
  days: Days | null,
  list: readonly (number | null)[],
  context: MomentContext,
): Moment {
  const found = candidatesOf(clocks, part, list, context);
  const { present } = context;
  if (found.list.length === 0) return withDaysOnly(moment, days, list, null, context);
  const inFuture = found.list.filter(
    ({ day, minute }) => clocks.role !== 'at' || day !== present.today || minute > present.minute,
  );
  // A booking that exists is ahead too, as a rule; only where nothing is ahead may it have begun.
  const ahead = inFuture.length === 0 && context.existing ? found.list : inFuture;
  const first = found.list[0];
  if (ahead.length === 0 && first) {
    if (days === null || first.day === null) return moment;
    return {
      ...moment,
      date: dateOfDayNumber(present.today),
      ask: true,
      problem: { kind: 'past-time', date: dateOfDayNumber(present.today), time: first.minute },
    };
  }
  const firstDay = ahead[0]?.day;
  const chosen = days?.firstThatFits || context.weekly ? ahead.filter((one) => one.day === firstDay) : ahead;
  const only = chosen.length === 1 ? chosen[0] : undefined;
  if (days?.problem) moment.problem = days.problem;
  if (only && !(found.confirm && part !== null) && !(days?.confirm && list.length > 1) && only.minute < 1440)
    return withOne(moment, only, clocks, context);
  if (only && clocks.clocks.length < 2 && !(days?.confirm && list.length > 1))
    return withDoubtful(moment, only, context);
  return withSeveral(moment, chosen, clocks, context);
}

function withOne(moment: Moment, only: Candidate, clocks: Clocks, context: MomentContext): Moment {
  const settled = settleDay(moment, only.day, context);
  if (clocks.role === 'after') return { ...settled, after: only.minute };
  if (clocks.role === 'before') return { ...settled, before: only.minute };
  if (only.length !== null && (clocks.window || only.length > longestStay))
    return { ...settled, after: only.minute, before: Math.min(1440, only.minute + only.length) };
  return { ...settled, time: only.minute, durationMinutes: only.length === 0 ? null : only.length };
}

/** One likely reading that is still worth asking about: மாலை 8, இரவு 12. */
function withDoubtful(moment: Moment, only: Candidate, context: MomentContext): Moment {
  const option = toOption(only, context);
  return {
    ...moment,
    date: only.day === null && only.minute < 1440 ? null : option.date,
    time: option.time,
    ask: true,
    options: [option],
  };
}

function withSeveral(
  moment: Moment,
  chosen: readonly Candidate[],
  clocks: Clocks,
  context: MomentContext,
): Moment {
  const bound = clocks.role === 'at' ? {} : { bound: clocks.role };
  const options = chosen.map((one) => ({ ...toOption(one, context), ...bound }));
  const [firstOption] = options;
  const sameDate = options.every((option) => option.date === firstOption?.date);
  const sameTime = options.every((option) => option.time === firstOption?.time);
  const day = sameDate ? (chosen[0]?.day ?? null) : null;
  const length = clocks.end && !clocks.window ? (chosen[0]?.length ?? null) : null;
  const settled = settleDay(moment, day, context);
  return {
    ...settled,
    time: sameTime && clocks.role === 'at' ? (firstOption?.time ?? null) : null,
    durationMinutes: length,
    ask: true,
    options: dedupe(options).slice(0, 8),
  };
}

const dedupe = (options: readonly ReadingOption[]): ReadingOption[] =>
  options.filter(
    (option, at) =>
      options.findIndex((other) => other.date === option.date && other.time === option.time) === at,
  );
