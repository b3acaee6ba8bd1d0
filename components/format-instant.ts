import { formatDay } from '../lib/i18n/format-day';
import { formatTime } from '../lib/i18n/format-time';
import { wallClock } from '../lib/i18n/wall-clock';
import type { Language } from '../lib/kernel/local-text';

/** `Saturday, 28 Nov, 6:00 PM`, `சனி, 28 நவ, மாலை 6:00`: an instant (ISO) by the clocks of a zone. */
export function formatInstant(language: Language, at: string, zone: string): string {
  const { date, minute } = wallClock(new Date(at), zone);
  return `${formatDay(language, date)}, ${formatTime(language, minute)}`;
}
