import { type Language, byLanguage } from '../kernel/local-text';

const names = byLanguage((language) => new Intl.DisplayNames(language, { type: 'region' }));

/** `India`, `இந்தியா` of an ISO 3166 code; a code that is none stays as it is. */
export const countryName = (language: Language, code: string): string => names[language].of(code) ?? code;
