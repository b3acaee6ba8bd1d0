/** The languages Neram speaks. A further one begins here; docs/extend.md says how it goes on. */
export const languages = ['ta', 'en'] as const;
export type Language = (typeof languages)[number];

/** Each language's name in itself: who looks for their own finds it in no other's words. */
export const languageNames: Record<Language, string> = { ta: 'தமிழ்', en: 'English' };

/** Whether a stored or asked-for code is one of ours. */
export const isLanguage = (code: unknown): code is Language => languages.some((one) => one === code);

/** What a switch of the language leads to. */
export const otherLanguages = (language: Language): Language[] => languages.filter((one) => one !== language);

/** The next of the list, for who wishes another language and does not say which. */
export const nextLanguage = (language: Language): Language =>
  languages[(languages.indexOf(language) + 1) % languages.length] ?? language;

/** One thing for each language. */
export const byLanguage = <T>(make: (language: Language) => T): Record<Language, T> =>
  // Every member of the list has its entry.
  Object.fromEntries(languages.map((language) => [language, make(language)])) as Record<Language, T>;

/** Text an owner wrote, by language; any but one may be missing. */
export type LocalText = { [L in Language]?: string };

/** The text in the wanted language; where the owner did not write it, in English or whatever they wrote. */
export const inLanguage = (text: LocalText, language: Language): string =>
  text[language] ?? text.en ?? languages.map((one) => text[one]).find((one) => one !== undefined) ?? '';
