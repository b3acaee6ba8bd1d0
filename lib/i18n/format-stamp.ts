import type { Language } from '../kernel/local-text';

const made = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times what using it does. */
function format(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  made.set(key, known);
  return known;
}

const clock = { hour: 'numeric', minute: '2-digit', hourCycle: 'h12' } as const;
const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;

/** `6:05 pm`: the time of an ISO instant in a zone. */
export const stampClock = (language: Language, at: string, zone: string): string =>
  format(`${language}-IN`, zone, clock).format(new Date(at));

/** `23 Nov 2026`. */
export const stampDay = (language: Language, at: string, zone: string): string =>
  format(`${language}-IN`, zone, day).format(new Date(at));

/** `23 Nov 2026, 6:05 pm`: for records of what happened when. */
export const stampFull = (language: Language, at: string, zone: string): string =>
  format(`${language}-IN`, zone, { ...day, ...clock }).format(new Date(at));

/** `2026-11-23`: equal for instants of one day. */
export const stampKey = (at: string, zone: string): string => format('en-CA', zone, {}).format(new Date(at));

/** The time for an instant of today, the day otherwise: for lists. */
export const stampBrief = (language: Language, at: string, zone: string, now: string): string =>
  stampKey(at, zone) === stampKey(now, zone) ? stampClock(language, at, zone) : stampDay(language, at, zone);
