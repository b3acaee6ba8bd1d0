import type { Language } from '../kernel/local-text';
import en from './messages/en/bot.json';
import ta from './messages/ta/bot.json';
import { translatorOf, type Leaves } from './translator';

export type { TextParams } from './translator';

/** Names of the texts of the chat; the English catalogue is the list. */
export type BotKey = Leaves<typeof en>;

/** Every catalogue, by language. */
export const botCatalogues: Record<Language, typeof en> = { en, ta };

/** One text of the chat in one language, its parameters filled in. */
export const translate = translatorOf<BotKey>(botCatalogues);
