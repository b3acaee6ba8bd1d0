import { type Language, byLanguage } from '../kernel/local-text';
import en from './messages/en/agenda.json';
import ta from './messages/ta/agenda.json';
import { pageText, type PageText } from './page-text';

export type AgendaKey = keyof typeof en;

/** Every catalogue, by language. */
export const agendaCatalogues: Record<Language, Record<AgendaKey, string>> = { en, ta };
const texts = byLanguage((language) => pageText(language, agendaCatalogues[language]));

/** Texts of bookings as other calendars show them. */
export const agendaText = (language: Language): PageText<AgendaKey> => texts[language];
