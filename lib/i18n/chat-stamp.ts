import { type Language, byLanguage } from '../kernel/local-text';

const zone = 'Asia/Kolkata';

const clockOf = (language: Language): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(`${language}-IN`, {
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h12',
    timeZone: zone,
  });
const dayOf = (language: Language): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(`${language}-IN`, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  });

const clocks = byLanguage(clockOf);
const days = byLanguage(dayOf);
const exactOf = (language: Language): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(`${language}-IN`, { timeStyle: 'medium', hourCycle: 'h12', timeZone: zone });
const exact = byLanguage(exactOf);
const dateKeys = new Intl.DateTimeFormat('en-CA', { timeZone: zone });

/** `6:05 pm`: the time a phone in India shows beside a message. `at` is an ISO instant. */
export const chatClock = (language: Language, at: string): string => clocks[language].format(new Date(at));

/** `2026-11-23`: the day of an instant on a phone in India; equal for messages under one day heading. */
export const chatDate = (at: string): string => dateKeys.format(new Date(at));

/** `23 November 2026`: the heading of a day that is neither today nor yesterday. */
export const chatDay = (language: Language, at: string): string => days[language].format(new Date(at));

/** `6:05:09 pm`: to the second, for records of what happened when. */
export const exactClock = (language: Language, at: string): string => exact[language].format(new Date(at));
