import type { Config } from 'tailwindcss';

// Names for the tokens of app/globals.css; components use these and no raw colours.
const token = (name: string): string => `var(--${name})`;
const tokens = (prefix: string, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, token(`${prefix}-${name}`)]));

/** For letters that Latin faces do not have; each is imported in app/globals.css. */
const scriptFaces = ['Noto Sans Tamil Variable'];

export default {
  content: ['./app/**/*.{ts,tsx}', './components/**/*.{ts,tsx}'],
  theme: {
    extend: {
      colors: {
        surface: {
          DEFAULT: token('surface'),
          raised: token('surface-raised'),
          sunken: token('surface-sunken'),
        },
        ink: token('ink'),
        muted: token('muted'),
        hairline: token('hairline'),
        accent: { DEFAULT: token('accent'), ink: token('accent-ink'), soft: token('accent-soft') },
        danger: { DEFAULT: token('danger'), soft: token('danger-soft') },
        state: tokens('state', [
          'held',
          'payment',
          'confirmed',
          'checked-in',
          'completed',
          'no-show',
          'cancelled',
          'block',
          'override',
        ]),
        chat: tokens('chat', [
          'header',
          'wallpaper',
          'mine',
          'theirs',
          'ink',
          'meta',
          'line',
          'link',
          'action',
          'tick',
          'chip',
          'field',
          'quote-mine',
          'quote-theirs',
          'map',
          'road',
        ]),
      },
      fontFamily: {
        sans: ['Inter Variable', ...scriptFaces, 'system-ui', 'sans-serif'],
        chat: [
          'Roboto',
          'Inter Variable',
          ...scriptFaces,
          'Apple Color Emoji',
          'Segoe UI Emoji',
          'Chat Emoji',
          'system-ui',
          'sans-serif',
        ],
        mono: ['ui-monospace', 'SFMono-Regular', 'Menlo', 'Consolas', ...scriptFaces, 'monospace'],
      },
      fontSize: {
        xs: ['12px', { lineHeight: '1.4' }],
        sm: ['14px', { lineHeight: '1.6' }],
        base: ['16px', { lineHeight: '1.6' }],
        lg: ['20px', { lineHeight: '1.4' }],
        xl: ['28px', { lineHeight: '1.3' }],
      },
      borderRadius: { DEFAULT: '8px', lg: '8px' },
    },
  },
} satisfies Config;
