import { languages, type LocalText } from '../../kernel/local-text';
import type { Closure, LocalDate, WeeklyHours } from '../../scheduling/types';
import { toDayNumber, weekdayOf } from './resolve/local-date';
import type { MinuteOfDay, Vocabulary } from './types';

type Named = { id: string; name: LocalText; aliases: string[] };

/** A business in plain data, from the database or from the demo's file. A catalogue has this shape. */
export type VocabularySource = {
  services: (Named & { kind: 'court' | 'consultation'; horizonDays: number })[];
  resources: (Named & { kind: 'court' | 'doctor' })[];
  hours: WeeklyHours[];
  closures: Closure[];
};

type OpenRange = { from: MinuteOfDay; to: MinuteOfDay };

const isValidOn = (hours: WeeklyHours, date: LocalDate): boolean =>
  (hours.validFrom === undefined || hours.validFrom <= date) &&
  (hours.validTo === undefined || date <= hours.validTo);

const covers = (closure: Closure, date: LocalDate): boolean =>
  closure.yearly
    ? closure.startsOn.slice(5) <= date.slice(5) && date.slice(5) <= closure.endsOn.slice(5)
    : closure.startsOn <= date && date <= closure.endsOn;

const closesWholeDay = (closure: Closure): boolean =>
  closure.fromMinute === undefined && closure.toMinute === undefined;

function openRanges(source: VocabularySource, resourceId: string, date: LocalDate): OpenRange[] {
  const shut = source.closures.some(
    (closure) =>
      (closure.resourceId === null || closure.resourceId === resourceId) &&
      closesWholeDay(closure) &&
      covers(closure, date),
  );
  if (shut) return [];
  const open = source.hours.filter((hours) => hours.kind === 'open');
  const own = open.filter((hours) => hours.resourceId === resourceId);
  const weekday = weekdayOf(toDayNumber(date));
  return (own.length > 0 ? own : open.filter((hours) => hours.resourceId === null))
    .filter((hours) => hours.weekday === weekday && isValidOn(hours, date))
    .map((hours) => ({ from: hours.opensMinute, to: hours.closesMinute }));
}

function merged(ranges: OpenRange[]): OpenRange[] {
  const result: OpenRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else result.push({ ...range });
  }
  return result;
}

/** Holidays that customers may call by name: the reasons of one-day closures, yearly ones in this year and the next. */
const namedDaysOf = (closures: readonly Closure[], today: LocalDate): Vocabulary['namedDays'] =>
  closures
    .filter((closure) => closure.resourceId === null && closure.startsOn === closure.endsOn)
    .flatMap((closure) => {
      const year = Number(today.slice(0, 4));
      const dates = closure.yearly
        ? [year, year + 1].map((each) => `${String(each)}${closure.startsOn.slice(4)}`)
        : [closure.startsOn];
      const date = dates.find((each) => each >= today);
      const words = languages.flatMap((language) => closure.reason[language] ?? []);
      return date === undefined ? [] : [{ words, date }];
    });

/**
 * The words and opening times of one business as `understand` needs them, `today` being the business's date.
 * Opening times are those of any court or any doctor together, whole-day closures left out. Answers are kept per
 * day: build it once a turn.
 */
export function vocabularyOf(source: VocabularySource, today: LocalDate): Vocabulary {
  const known = new Map<string, OpenRange[]>();
  return {
    services: source.services.map(({ id, kind, name, aliases }) => ({ id, kind, name, aliases })),
    resources: source.resources.map(({ id, kind, name, aliases }) => ({ id, kind, name, aliases })),
    openOn(date, kind) {
      const key = `${date} ${kind ?? ''}`;
      const before = known.get(key);
      if (before) return before;
      const wanted = kind === undefined ? null : kind === 'court' ? 'court' : 'doctor';
      const resources = source.resources.filter((resource) => wanted === null || resource.kind === wanted);
      const ranges = merged(resources.flatMap((resource) => openRanges(source, resource.id, date)));
      known.set(key, ranges);
      return ranges;
    },
    horizonDays: Math.max(0, ...source.services.map((service) => service.horizonDays)),
    namedDays: namedDaysOf(source.closures, today),
  };
}
