import { byLanguage, languages, type Language } from './local-text';

/** The script that only this language is written in here, as Unicode names it; null: Latin letters, which all are typed in. */
export const scripts: Record<Language, string | null> = { ta: 'Tamil', en: null };

const letters = byLanguage((language) => {
  const script = scripts[language];
  return script === null ? null : new RegExp(`\\p{Script=${script}}`, 'u');
});

/** The language whose own letters stand in a text; null where there are none. */
export const languageOfLetters = (text: string): Language | null =>
  languages.find((language) => letters[language]?.test(text)) ?? null;

/** Digits of India's scripts: each block of 128 code points has its ten at the same place. */
const indianDigit = /(?=\p{Nd})[\u0966-\u0D6F]/gu;

/** Digits of any Indian script as Western ones. */
export const westernDigits = (text: string): string =>
  text.replace(indianDigit, (digit) => String(((digit.codePointAt(0) ?? 0) & 0x7f) - 0x66));
