import type { Language } from '../kernel/local-text';
import en from './messages/en/agenda.json';
import ta from './messages/ta/agenda.json';
import { pageText, type PageText } from './page-text';

export type AgendaKey = keyof typeof en;

const texts: Record<Language, PageText<AgendaKey>> = { en: pageText('en', en), ta: pageText('ta', ta) };

/** Texts of bookings as other calendars show them. */
export const agendaText = (language: Language): PageText<AgendaKey> => texts[language];
