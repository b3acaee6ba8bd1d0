import type { Language } from '../kernel/local-text';
import en from './messages/en/moments.json';
import ta from './messages/ta/moments.json';
import { translatorOf, type Leaves } from './translator';

/** Names of the texts that days, times and lengths are said with. */
export type MomentKey = Leaves<typeof en>;

/** Every catalogue, by language. */
export const momentCatalogues: Record<Language, typeof en> = { en, ta };

/** A word of time in one language. Apart from the chat's texts, since every page of the dashboard carries these. */
export const momentText = translatorOf<MomentKey>(momentCatalogues);
