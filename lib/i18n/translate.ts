import { createTranslator } from 'use-intl/core';
import type { Language } from '../kernel/local-text';
import en from './messages/en/bot.json';
import ta from './messages/ta/bot.json';

type Leaves<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Leaves<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

/** Names of the texts of the chat; the English catalogue is the list. */
export type BotKey = Leaves<typeof en>;

export type TextParams = Record<string, string | number>;

const botTexts: Record<Language, typeof en> = { en, ta };

const throwError = (error: Error): never => {
  throw error;
};

const translators = {
  en: createTranslator({ locale: 'en', messages: botTexts.en, onError: throwError, timeZone: 'UTC' }),
  ta: createTranslator({ locale: 'ta', messages: botTexts.ta, onError: throwError, timeZone: 'UTC' }),
} as const;

/**
 * One text of the chat in one language, its parameters filled in. Throws on a missing key or parameter:
 * both are bugs that the catalogue test finds first.
 */
export const translate = (language: Language, key: BotKey, params: TextParams = {}): string => {
  // Typed by BotKey above; use-intl's own key type would compute the same union again for each language.
  const speak = translators[language] as unknown as (key: string, params: TextParams) => string;
  return speak(key, params);
};
