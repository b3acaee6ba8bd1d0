import { Braces, Monitor, Moon, Sun } from 'lucide-react';
import { languageNames, otherLanguages } from '../../lib/kernel/local-text';
import type { Theme } from '../../lib/kernel/preferences';
import type { PreferenceHandle } from './use-preferences';
import { useWords } from './words';

type TopBarProps = {
  preferences: PreferenceHandle;
  developer: boolean;
  onDeveloper: (open: boolean) => void;
};

const nextTheme: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const themeIcon: Record<Theme, typeof Sun> = { system: Monitor, light: Sun, dark: Moon };
const themeKey = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const;

const quiet = 'flex h-11 items-center gap-2 rounded px-3 text-sm hover:bg-surface-sunken';

const LanguageSwitch = ({ preferences }: { preferences: PreferenceHandle }) =>
  otherLanguages(preferences.language).map((other) => (
    <button
      key={other}
      type="button"
      lang={other}
      className={quiet}
      onClick={() => preferences.setLanguage(other)}
    >
      {languageNames[other]}
    </button>
  ));

const ThemeSwitch = ({ preferences }: { preferences: PreferenceHandle }) => {
  const { t } = useWords();
  const Icon = themeIcon[preferences.theme];
  const label = `${t('theme')}: ${t(themeKey[preferences.theme])}`;
  return (
    <button
      type="button"
      className={quiet}
      aria-label={label}
      title={label}
      onClick={() => preferences.setTheme(nextTheme[preferences.theme])}
    >
      <Icon size={18} aria-hidden="true" />
    </button>
  );
};

/** Name of the page, language, theme, and the way to the developer's view. */
export const TopBar = ({ preferences, developer, onDeveloper }: TopBarProps) => {
  const { t } = useWords();
  const label = developer ? t('hideDeveloper') : t('showDeveloper');
  return (
    <header className="flex h-14 shrink-0 items-center gap-1 border-b border-hairline bg-surface px-2 md:px-4">
      <h1 className="min-w-0 flex-1 truncate px-2 text-base font-semibold">{t('title')}</h1>
      <LanguageSwitch preferences={preferences} />
      <ThemeSwitch preferences={preferences} />
      <button
        type="button"
        className={`${quiet} aria-pressed:bg-accent-soft aria-pressed:text-accent`}
        aria-pressed={developer}
        aria-label={label}
        title={label}
        onClick={() => onDeveloper(!developer)}
      >
        <Braces size={18} aria-hidden="true" />
        <span className="hidden md:inline">{t('developerView')}</span>
      </button>
    </header>
  );
};
