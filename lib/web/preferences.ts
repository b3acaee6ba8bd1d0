import { cookies, headers } from 'next/headers';
import { preferenceCookies, type Theme } from '../kernel/preferences';
import type { Language } from '../kernel/local-text';

export type Preferences = { language: Language; theme: Theme };

/** The reader's own choice, or what the browser asks for; English and the device's theme otherwise. */
export const loadPreferences = async (): Promise<Preferences> => {
  const jar = await cookies();
  const language = jar.get(preferenceCookies.language)?.value;
  const theme = jar.get(preferenceCookies.theme)?.value;
  const asked = (await headers()).get('accept-language') ?? '';
  return {
    language: language === 'ta' || language === 'en' ? language : /^ta\b/i.test(asked) ? 'ta' : 'en',
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
  };
};
