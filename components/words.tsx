'use client';

import { IntlProvider, useLocale, useTranslations } from 'use-intl';
import type { ReactNode } from 'react';
import type { Area, DashboardMessages } from '../lib/i18n/dashboard-messages';
import type { PageText } from '../lib/i18n/page-text';
import { type Language, isLanguage } from '../lib/kernel/local-text';

type Props = { language: Language; zone: string; messages: Partial<DashboardMessages>; children: ReactNode };

/** Gives the parts of a page their texts. A page within a page brings all that its own parts need. */
export const Words = ({ language, zone, messages, children }: Props) => (
  <IntlProvider locale={language} timeZone={zone} messages={messages}>
    {children}
  </IntlProvider>
);

/** The texts of one area, in the reader's language. */
export const useText = <A extends Area>(area: A): PageText<keyof DashboardMessages[A] & string> =>
  // The catalogue's own keys are the type; use-intl would compute the same union from the messages again.
  useTranslations(area) as unknown as PageText<keyof DashboardMessages[A] & string>;

/** The reader's language. */
export const useLanguage = (): Language => {
  const locale = useLocale();
  return isLanguage(locale) ? locale : 'en';
};
