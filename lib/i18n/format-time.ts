import { type Language, byLanguage } from '../kernel/local-text';
import { momentText } from './moment-text';

export type DayPartName = 'dawn' | 'morning' | 'noon' | 'evening' | 'night';

const nightStarts = byLanguage((language) => Number(momentText(language, 'calendar.nightStartsHour')));

/** Whether the catalogue tells the time with AM and PM; Tamil has none: there the part of the day says which six it is. */
const namesHalf = byLanguage((language) =>
  momentText(language, 'calendar.time', { part: '', clock: '', half: 'half' }).includes('half'),
);

/**
 * The part of the day a minute of the local day belongs to, as speakers of the language say it:
 * 7 pm is still evening in English and already இரவு in Tamil. Minutes past 1440 wrap.
 */
export const dayPartOf = (language: Language, minuteOfDay: number): DayPartName => {
  const hour = Math.floor((minuteOfDay % 1440) / 60);
  if (hour < 3) return 'night';
  if (hour < 5) return 'dawn';
  if (hour < 12) return 'morning';
  if (hour < 16) return 'noon';
  return hour < nightStarts[language] ? 'evening' : 'night';
};

const clock = (minuteOfDay: number): string => {
  const minute = minuteOfDay % 1440;
  const hour = Math.floor(minute / 60) % 12 || 12;
  return `${String(hour)}:${String(minute % 60).padStart(2, '0')}`;
};

const half = (language: Language, minuteOfDay: number): string =>
  namesHalf[language] ? momentText(language, minuteOfDay % 1440 < 720 ? 'calendar.am' : 'calendar.pm') : '';

/** `evening`, `மாலை`: the part of the day that a minute belongs to. */
export const formatDayPart = (language: Language, minuteOfDay: number): string =>
  momentText(language, `calendar.${dayPartOf(language, minuteOfDay)}`);

/** `6:30 PM`, `மாலை 6:30`: the shortest form that cannot be mistaken. */
export const formatTime = (language: Language, minuteOfDay: number): string =>
  momentText(language, 'calendar.time', {
    part: formatDayPart(language, minuteOfDay),
    clock: clock(minuteOfDay),
    half: half(language, minuteOfDay),
  });

/** `6:30 PM`, `6:30`: for rows under a heading that already names the part of the day. */
export const formatClock = (language: Language, minuteOfDay: number): string =>
  `${clock(minuteOfDay)} ${half(language, minuteOfDay)}`.trim();

/** `6 PM`, `மாலை 6`: a full hour, for the edge of a day. */
export const formatHour = (language: Language, minuteOfDay: number): string =>
  formatTime(language, minuteOfDay).replace(':00', '');

/** `evening 6:30 PM`, `மாலை 6:30`: with the part of the day in words (P26). */
export const formatTimeInWords = (language: Language, minuteOfDay: number): string =>
  momentText(language, 'calendar.timeWithPart', {
    part: formatDayPart(language, minuteOfDay),
    clock: clock(minuteOfDay),
    half: half(language, minuteOfDay),
  });

/** `evening 6:00 – 7:00 PM`, `மாலை 6:00 – 7:00`, `மாலை 6:00 – இரவு 8:00`. `to` may pass 1440. */
export const formatTimeSpan = (language: Language, from: number, to: number): string => {
  const sameHalf = half(language, from) === half(language, to);
  // A span that ends on the hour where the next part begins still belongs to the part it was in.
  const samePart = dayPartOf(language, from) === dayPartOf(language, to - 1) && to - from < 720;
  return momentText(language, samePart && sameHalf ? 'calendar.span' : 'calendar.spanAcross', {
    part: formatDayPart(language, from),
    from: clock(from),
    fromHalf: half(language, from),
    toPart: formatDayPart(language, to),
    to: clock(to),
    toHalf: half(language, to),
  });
};

/** `6:00 – 7:00 PM`, `6:00 – 7:00`: for rows under a heading that already names the part of the day. */
export const formatSpanTitle = (language: Language, from: number, to: number): string => {
  const ending = half(language, to);
  const start = half(language, from) === ending ? clock(from) : `${clock(from)} ${half(language, from)}`;
  return `${start} – ${clock(to)} ${ending}`.trim();
};

/** `6:00 – 7:00 PM`, `மாலை 6:00 – 7:00`: the shortest span that cannot be mistaken. */
export const formatSpanShort = (language: Language, from: number, to: number): string =>
  (namesHalf[language] ? formatSpanTitle : formatTimeSpan)(language, from, to);

/** `60 minutes`, `1½ hours`. */
export const formatDuration = (language: Language, minutes: number): string => {
  if (minutes % 60 === 0) return momentText(language, 'duration.hours', { hours: minutes / 60 });
  if (minutes > 60 && minutes % 60 === 30)
    return momentText(language, 'duration.hoursHalf', { hours: Math.floor(minutes / 60) });
  return momentText(language, 'duration.minutes', { minutes });
};
