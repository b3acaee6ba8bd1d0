import type { PartCode } from '../lexicon/senses';
import type { DayPart, MinuteOfDay } from '../types';

export const dayPartOf = (code: PartCode): DayPart => {
  switch (code) {
    case 'pre-dawn':
    case 'early-morning':
    case 'morning':
    case 'forenoon':
      return 'morning';
    case 'twelve-noon':
    case 'midday':
    case 'afternoon':
      return 'noon';
    case 'evening':
    case 'evening-en':
    case 'dusk':
      return 'evening';
    case 'night':
    case 'midnight':
      return 'night';
  }
};

type HoursOf = {
  /** Hours of the twelve-hour clock that the part fixes without doubt. */
  am: readonly number[];
  pm: readonly number[];
};

const hoursOf: Record<PartCode, HoursOf> = {
  'pre-dawn': { am: [3, 4, 5], pm: [] },
  'early-morning': { am: [3, 4, 5, 6, 7, 8], pm: [] },
  morning: { am: [4, 5, 6, 7, 8, 9, 10, 11], pm: [] },
  forenoon: { am: [9, 10, 11], pm: [] },
  'twelve-noon': { am: [11], pm: [12, 1] },
  midday: { am: [11], pm: [12, 1, 2, 3, 4] },
  afternoon: { am: [], pm: [12, 1, 2, 3, 4, 5] },
  evening: { am: [], pm: [3, 4, 5, 6, 7] },
  'evening-en': { am: [], pm: [3, 4, 5, 6, 7, 8, 9] },
  dusk: { am: [], pm: [5, 6, 7] },
  night: { am: [], pm: [7, 8, 9, 10, 11] },
  midnight: { am: [], pm: [] },
};

export type PartTimes = { minutes: MinuteOfDay[]; confirm: boolean };

/**
 * An hour of the twelve-hour clock in a part of the day. Where the part does not fix it (மாலை 8, இரவு 12) the
 * likely readings come back to be confirmed. 1440: midnight that ends the evening. Source: speakers' usage table.
 */
export function minutesInPart(code: PartCode, hour: number, minute: number): PartTimes {
  const fixed = hoursOf[code];
  const am = (hour % 12) * 60 + minute;
  const pm = am + 720;
  if (fixed.pm.includes(hour)) return { minutes: [pm], confirm: false };
  if (fixed.am.includes(hour)) return { minutes: [am], confirm: false };
  const part = dayPartOf(code);
  if (part === 'night') {
    if (hour === 12 || hour <= 3) return { minutes: [1440 + am], confirm: true };
    return { minutes: [pm], confirm: true };
  }
  if (part === 'morning')
    return hour === 12
      ? { minutes: [pm], confirm: true }
      : { minutes: hour <= 3 ? [am, pm] : [am], confirm: true };
  return { minutes: part === 'evening' && hour < 8 ? [pm, am] : [pm], confirm: true };
}

/** "After lunch", "before evening" as minutes of the day. */
export const boundOfPart = (code: PartCode, role: 'after' | 'before'): MinuteOfDay => {
  const edges: Record<DayPart, readonly [before: number, after: number]> = {
    morning: [300, 720],
    noon: [720, code === 'twelve-noon' ? 720 : 840],
    evening: [960, 1170],
    night: [1140, 1260],
  };
  const [before, after] = edges[dayPartOf(code)];
  return role === 'after' ? after : before;
};
