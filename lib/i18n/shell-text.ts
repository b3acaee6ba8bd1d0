import { type Language, byLanguage } from '../kernel/local-text';
import en from './messages/en/shell.json';
import ta from './messages/ta/shell.json';
import { pageText, type PageText } from './page-text';

export type ShellKey = keyof typeof en;

/** Every catalogue, by language. */
export const shellCatalogues: Record<Language, Record<ShellKey, string>> = { en, ta };
const texts = byLanguage((language) => pageText(language, shellCatalogues[language]));

/** Texts of the pages that belong to no business: home, not found, error. */
export const shellText = (language: Language): PageText<ShellKey> => texts[language];
