import type { Language } from '../kernel/local-text';
import en from './messages/en/shell.json';
import ta from './messages/ta/shell.json';
import { pageText, type PageText } from './page-text';

export type ShellKey = keyof typeof en;

const texts: Record<Language, PageText<ShellKey>> = { en: pageText('en', en), ta: pageText('ta', ta) };

/** Texts of the pages that belong to no business: home, not found, error. */
export const shellText = (language: Language): PageText<ShellKey> => texts[language];
