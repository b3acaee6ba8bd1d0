import { textLength } from './limits';

/** One reason why a provider would refuse a message. `at` is a path into the message, e.g. `sections[0].rows[2].title`. */
export type LimitBreach =
  | { at: string; rule: 'too-long' | 'too-many'; limit: number; actual: number }
  | { at: string; rule: 'empty' | 'blank-ends' | 'duplicate' | 'missing' | 'format' | 'out-of-range' };

/** One line for a log or an error: what is wrong, where, by how much. Never quotes the text itself. */
export const describeBreach = (breach: LimitBreach): string =>
  'limit' in breach
    ? `${breach.at} ${breach.rule} (${breach.actual} of ${breach.limit})`
    : `${breach.at} ${breach.rule}`;

/** Text that must say something and fit. */
export function checkText(at: string, text: string, max: number): LimitBreach[] {
  const actual = textLength(text);
  if (actual > max) return [{ at, rule: 'too-long', limit: max, actual }];
  return text.trim() === '' ? [{ at, rule: 'empty' }] : [];
}

/** A button, row or action string: as `checkText`, and Cloud API refuses blanks at either end. */
export function checkLabel(at: string, text: string, max: number): LimitBreach[] {
  const breaches = checkText(at, text, max);
  return text.trim() !== '' && text !== text.trim() ? [...breaches, { at, rule: 'blank-ends' }] : breaches;
}

/** Text that may be absent; present but empty is refused like any other. */
export const checkOptional = (at: string, text: string | undefined, max: number): LimitBreach[] =>
  text === undefined ? [] : checkText(at, text, max);

/** Between one and `max` things. */
export function checkCount(at: string, actual: number, max: number): LimitBreach[] {
  if (actual === 0) return [{ at, rule: 'empty' }];
  return actual > max ? [{ at, rule: 'too-many', limit: max, actual }] : [];
}

/** Each repeat of an earlier value, at the path of the repeat. */
export function checkUnique(values: readonly { at: string; value: string | number }[]): LimitBreach[] {
  const seen = new Set<string | number>();
  return values.flatMap(({ at, value }): LimitBreach[] => {
    if (seen.has(value)) return [{ at, rule: 'duplicate' }];
    seen.add(value);
    return [];
  });
}

/** A public web address that fits. */
export function checkUrl(at: string, url: string, max: number): LimitBreach[] {
  const breaches = checkLabel(at, url, max);
  return breaches.length === 0 && !/^https?:\/\/[^\s/]+\S*$/i.test(url) ? [{ at, rule: 'format' }] : breaches;
}
