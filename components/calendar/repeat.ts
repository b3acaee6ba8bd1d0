import type { NewSeries, SeriesDatePlan } from '../../lib/booking/series/schema';
import { addDays } from '../../lib/scheduling/local-date';

/** How often something is booked again. */
export type Repeat = { everyWeeks: number; end: { times: number } | { untilOn: string } };

/** A club's usual season. */
export const usualTimes = 12;
export const mostTimes = 53;
const daysPerWeek = 7;

export const firstRepeat = (everyWeeks: number): Repeat => ({ everyWeeks, end: { times: usualTimes } });

/** The last date of the usual number of times. */
export const usualUntil = (firstOn: string, everyWeeks: number): string =>
  addDays(firstOn, (usualTimes - 1) * everyWeeks * daysPerWeek);

/** Whether the server would take it: at least one date, and no more than a year of weeks. */
export const isPossible = ({ everyWeeks, end }: Repeat, firstOn: string): boolean => {
  if ('times' in end) return Number.isInteger(end.times) && end.times >= 1 && end.times <= mostTimes;
  return (
    end.untilOn >= firstOn && end.untilOn <= addDays(firstOn, (mostTimes - 1) * everyWeeks * daysPerWeek)
  );
};

/** What is to become of a date: left out, as the series has it, or one of the other places by its key. */
export type Choice = 'skip' | 'own' | { instead: string };
export type Choices = Readonly<Record<string, Choice>>;

type Instead = SeriesDatePlan['instead'][number];

export const insteadKey = ({ resourceId, startMinute }: Instead): string =>
  `${resourceId}@${String(startMinute)}`;

/** Until somebody chooses, a free date is booked and any other left out. */
export const choiceOf = (date: SeriesDatePlan, choices: Choices): Choice => {
  const chosen = choices[date.on] ?? 'own';
  if (chosen === 'own') return date.own ? 'own' : 'skip';
  if (chosen === 'skip') return 'skip';
  return date.instead.some((one) => insteadKey(one) === chosen.instead) ? chosen : 'skip';
};

export type Chosen = { date: NewSeries['dates'][number]; pricePaise: number };

/** The dates that would be booked as things stand. */
export const chosenOf = (dates: readonly SeriesDatePlan[], choices: Choices): Chosen[] =>
  dates.flatMap((date): Chosen[] => {
    const choice = choiceOf(date, choices);
    if (choice === 'skip') return [];
    if (choice === 'own')
      return [{ date: { on: date.on, resourceId: null }, pricePaise: date.own?.pricePaise ?? 0 }];
    const place = date.instead.find((one) => insteadKey(one) === choice.instead);
    if (!place) return [];
    const { resourceId, startMinute, pricePaise } = place;
    return [{ date: { on: date.on, resourceId, startMinute }, pricePaise }];
  });
