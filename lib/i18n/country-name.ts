import type { Language } from '../kernel/local-text';

const names: Record<Language, Intl.DisplayNames> = {
  en: new Intl.DisplayNames('en', { type: 'region' }),
  ta: new Intl.DisplayNames('ta', { type: 'region' }),
};

/** `India`, `இந்தியா` of an ISO 3166 code; a code that is none stays as it is. */
export const countryName = (language: Language, code: string): string => names[language].of(code) ?? code;
