'use client';

import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { PageText } from '../../lib/i18n/page-text';
import { simulatorText, type SimulatorKey } from '../../lib/i18n/simulator-text';
import type { Language } from '../../lib/kernel/local-text';

type Words = { language: Language; t: PageText<SimulatorKey> };

const WordsContext = createContext<Words>({ language: 'en', t: simulatorText('en') });

export const WordsProvider = ({ language, children }: { language: Language; children: ReactNode }) => {
  const words = useMemo(() => ({ language, t: simulatorText(language) }), [language]);
  return <WordsContext value={words}>{children}</WordsContext>;
};

/** The page's texts in the reader's language. */
export const useWords = (): Words => useContext(WordsContext);
