import type { Language } from '../lib/kernel/local-text';
import { toEpochMinute } from '../lib/kernel/time-range';
import { localDateOf, minuteOfDay } from '../lib/scheduling/zone';
import { formatDay } from '../lib/i18n/format-day';
import { formatTime } from '../lib/i18n/format-time';

/** `Saturday, 28 Nov, 6:00 PM`, `சனி, 28 நவ, மாலை 6:00`: an instant (ISO) by the clocks of a zone. */
export function formatInstant(language: Language, at: string, zone: string): string {
  const minute = toEpochMinute(new Date(at));
  const day = formatDay(language, localDateOf(minute, zone));
  return `${day}, ${formatTime(language, minuteOfDay(minute, zone))}`;
}
