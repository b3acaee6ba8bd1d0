import { cookies, headers } from 'next/headers';
import { preferenceCookies, type Theme } from '../kernel/preferences';
import { type Language, isLanguage } from '../kernel/local-text';

export type Preferences = { language: Language; theme: Theme };

/** The language that a reader chose, or that the browser asks for; otherwise English. */
export function languageOf(chosen: string | undefined, asked: string | null): Language {
  if (isLanguage(chosen)) return chosen;
  const first = /^[a-z]+/i.exec(asked ?? '')?.[0].toLowerCase();
  return isLanguage(first) ? first : 'en';
}

/** The reader's own choice, or what the browser asks for; English and the device's theme otherwise. */
export const loadPreferences = async (): Promise<Preferences> => {
  const jar = await cookies();
  const theme = jar.get(preferenceCookies.theme)?.value;
  const asked = (await headers()).get('accept-language');
  return {
    language: languageOf(jar.get(preferenceCookies.language)?.value, asked),
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
  };
};
