import { useCallback, useState } from 'react';
import type { Language } from '../../lib/kernel/local-text';
import { preferenceCookies, type Theme } from '../../lib/kernel/preferences';

const year = 31_536_000;

const remember = (name: string, value: string): void => {
  document.cookie = `${name}=${value}; path=/; max-age=${String(year)}; samesite=lax`;
};

export type PreferenceHandle = {
  language: Language;
  theme: Theme;
  setLanguage: (language: Language) => void;
  setTheme: (theme: Theme) => void;
};

/** The reader's language and theme: changed at once on this page, and remembered for the next. */
export const usePreferences = (given: { language: Language; theme: Theme }): PreferenceHandle => {
  const [language, keepLanguage] = useState(given.language);
  const [theme, keepTheme] = useState(given.theme);
  const setLanguage = useCallback((next: Language) => {
    keepLanguage(next);
    remember(preferenceCookies.language, next);
    document.documentElement.lang = next;
  }, []);
  const setTheme = useCallback((next: Theme) => {
    keepTheme(next);
    remember(preferenceCookies.theme, next);
    document.documentElement.dataset['theme'] = next;
  }, []);
  return { language, theme, setLanguage, setTheme };
};
