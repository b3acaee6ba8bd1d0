import { type Language, byLanguage } from '../kernel/local-text';
import en from './messages/en/simulator.json';
import ta from './messages/ta/simulator.json';
import { pageText, type PageText } from './page-text';

export type SimulatorKey = keyof typeof en;

/** Every catalogue, by language. */
export const simulatorCatalogues: Record<Language, Record<SimulatorKey, string>> = { en, ta };
const texts = byLanguage((language) => pageText(language, simulatorCatalogues[language]));

/** Texts around the simulator’s phones. */
export const simulatorText = (language: Language): PageText<SimulatorKey> => texts[language];
