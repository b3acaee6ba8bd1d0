import { createTranslator } from 'use-intl/core';
import type { Language } from '../kernel/local-text';
import enShell from './messages/en/shell.json';
import enSimulator from './messages/en/simulator.json';
import taShell from './messages/ta/shell.json';
import taSimulator from './messages/ta/simulator.json';

export type PageText<Key extends string> = (key: Key, params?: Record<string, string | number>) => string;
export type ShellKey = keyof typeof enShell;
export type SimulatorKey = keyof typeof enSimulator;

const translator = <Key extends string>(locale: Language, messages: Record<Key, string>): PageText<Key> =>
  // The catalogue's own keys are the type; use-intl would compute the same union from the messages again.
  createTranslator({ locale, messages, timeZone: 'Asia/Kolkata' }) as unknown as PageText<Key>;

const shell: Record<Language, PageText<ShellKey>> = {
  en: translator('en', enShell),
  ta: translator('ta', taShell),
};

const simulator: Record<Language, PageText<SimulatorKey>> = {
  en: translator('en', enSimulator),
  ta: translator('ta', taSimulator),
};

/** Texts of the pages that belong to no business: home, not found, error. */
export const shellText = (language: Language): PageText<ShellKey> => shell[language];

/** Texts around the simulator's phones. */
export const simulatorText = (language: Language): PageText<SimulatorKey> => simulator[language];
