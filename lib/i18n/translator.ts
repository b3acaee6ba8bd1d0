import { IntlMessageFormat } from 'intl-messageformat';
import { type Language, byLanguage } from '../kernel/local-text';

/** Names of the texts of a catalogue, sections joined by dots. */
export type Leaves<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Leaves<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

export type TextParams = Record<string, string | number>;

/**
 * Speaks a catalogue in either language, parameters filled in. The function throws on a missing key or parameter: both
 * are bugs that the catalogue test finds first. Each text is read once; through use-intl, which pages speak with, every
 * saying of it cost 0.05 ms, and a turn of a chat says a dozen.
 */
export function translatorOf<Key extends string>(
  texts: Record<Language, object>,
): (language: Language, key: Key, params?: TextParams) => string {
  const speakerOf = (language: Language) => {
    const known = new Map<Key, IntlMessageFormat>();
    return (key: Key, params: TextParams): string => {
      const text = known.get(key) ?? new IntlMessageFormat(textAt(texts[language], key), language);
      known.set(key, text);
      return String(text.format(params));
    };
  };
  const speakers = byLanguage(speakerOf);
  return (language, key, params = {}) => speakers[language](key, params);
}

function textAt(texts: object, key: string): string {
  let at: unknown = texts;
  for (const part of key.split('.'))
    at =
      typeof at === 'object' && at !== null && Object.hasOwn(at, part)
        ? (at as Record<string, unknown>)[part]
        : undefined;
  if (typeof at !== 'string') throw new Error(`There is no text ${key}.`);
  return at;
}
