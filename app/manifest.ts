import type { MetadataRoute } from 'next';
import { shellText } from '../lib/i18n/shell-text';

/** Makes the dashboard installable. Source: W3C web application manifest. */
export default function manifest(): MetadataRoute.Manifest {
  const t = shellText('en');
  return {
    name: t('name'),
    short_name: t('name'),
    description: t('description'),
    start_url: '/welcome',
    scope: '/',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#0b6b6b',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
}
