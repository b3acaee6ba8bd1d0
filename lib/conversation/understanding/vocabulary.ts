import { languages, type LocalText } from '../../kernel/local-text';
import { openOn, type OpenOnRange } from '../../scheduling/open-on';
import type { Closure, LocalDate, WeeklyHours } from '../../scheduling/types';
import { daysInMonth } from './resolve/local-date';
import type { Vocabulary } from './types';

type Named = { id: string; name: LocalText; aliases: string[] };

/** A business in plain data, from the database or from the demo's file. A catalogue has this shape. */
export type VocabularySource = {
  services: (Named & { kind: 'court' | 'consultation'; horizonDays: number })[];
  resources: (Named & { kind: 'court' | 'doctor' })[];
  hours: WeeklyHours[];
  closures: Closure[];
};

/** 29 February comes in leap years alone. */
const exists = (date: LocalDate): boolean =>
  Number(date.slice(8)) <= daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));

/** Holidays that customers may call by name: the reasons of one-day closures, yearly ones in this year and the next. */
const namedDaysOf = (closures: readonly Closure[], today: LocalDate): Vocabulary['namedDays'] =>
  closures
    .filter((closure) => closure.resourceId === null && closure.startsOn === closure.endsOn)
    .flatMap((closure) => {
      const year = Number(today.slice(0, 4));
      const dates = closure.yearly
        ? [year, year + 1].map((each) => `${String(each)}${closure.startsOn.slice(4)}`).filter(exists)
        : [closure.startsOn];
      const date = dates.find((each) => each >= today);
      const words = languages.flatMap((language) => closure.reason[language] ?? []);
      return date === undefined ? [] : [{ words, date }];
    });

/**
 * The words and opening times of one business as `understand` needs them, `today` being the business's date.
 * Opening times are those of any court or any doctor together, breaks and closures taken out. Answers are kept per
 * day: build it once a turn.
 */
export function vocabularyOf(source: VocabularySource, today: LocalDate): Vocabulary {
  const known = new Map<string, OpenOnRange[]>();
  return {
    services: source.services.map(({ id, kind, name, aliases }) => ({ id, kind, name, aliases })),
    resources: source.resources.map(({ id, kind, name, aliases }) => ({ id, kind, name, aliases })),
    openOn(date, kind) {
      const key = `${date} ${kind ?? ''}`;
      const before = known.get(key);
      if (before) return before;
      const wanted = kind === undefined ? null : kind === 'court' ? 'court' : 'doctor';
      const resources = source.resources.filter((resource) => wanted === null || resource.kind === wanted);
      const ids = resources.map((resource) => resource.id);
      const ranges = openOn(source, ids, date);
      known.set(key, ranges);
      return ranges;
    },
    horizonDays: Math.max(0, ...source.services.map((service) => service.horizonDays)),
    namedDays: namedDaysOf(source.closures, today),
  };
}
