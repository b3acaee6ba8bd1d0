import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { shellText } from '../lib/i18n/shell-text';
import { loadPreferences } from '../lib/web/preferences';
import './globals.css';

export const generateMetadata = async (): Promise<Metadata> => {
  const t = shellText((await loadPreferences()).language);
  return {
    title: { default: t('name'), template: `%s · ${t('name')}` },
    description: t('description'),
    icons: { icon: '/icon.svg' },
  };
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  // The keyboard shortens the page instead of covering the line being written.
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#111718' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { language, theme } = await loadPreferences();
  return (
    <html lang={language} data-theme={theme}>
      <body>{children}</body>
    </html>
  );
}
