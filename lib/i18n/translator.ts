import { createTranslator } from 'use-intl/core';
import type { Language } from '../kernel/local-text';

/** Names of the texts of a catalogue, sections joined by dots. */
export type Leaves<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Leaves<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

export type TextParams = Record<string, string | number>;

const throwError = (error: Error): never => {
  throw error;
};

/**
 * Speaks a catalogue in either language, parameters filled in. The function throws on a missing key or parameter: both
 * are bugs that the catalogue test finds first.
 */
export function translatorOf<Key extends string>(
  texts: Record<Language, object>,
): (language: Language, key: Key, params?: TextParams) => string {
  const speakerOf = (locale: Language) =>
    // Typed by Key; use-intl's own key type would compute the same union again for each language.
    createTranslator({
      locale,
      messages: texts[locale],
      onError: throwError,
      timeZone: 'UTC',
    }) as unknown as (key: string, params: TextParams) => string;
  const speakers = { en: speakerOf('en'), ta: speakerOf('ta') };
  return (language, key, params = {}) => speakers[language](key, params);
}
