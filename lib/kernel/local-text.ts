/** The languages Neram speaks. A further language is one more member and one more catalogue. */
export const languages = ['ta', 'en'] as const;
export type Language = (typeof languages)[number];

/** Text an owner wrote, by language; English or Tamil may be missing. */
export type LocalText = { [L in Language]?: string };

/** The text in the wanted language, or in the other one where the owner wrote only that. */
export const inLanguage = (text: LocalText, language: Language): string =>
  text[language] ?? text.en ?? text.ta ?? '';
