import type { Language } from '../kernel/local-text';
import en from './messages/en/simulator.json';
import ta from './messages/ta/simulator.json';
import { pageText, type PageText } from './page-text';

export type SimulatorKey = keyof typeof en;

const texts: Record<Language, PageText<SimulatorKey>> = { en: pageText('en', en), ta: pageText('ta', ta) };

/** Texts around the simulator’s phones. */
export const simulatorText = (language: Language): PageText<SimulatorKey> => texts[language];
