import { addDays } from '../../lib/scheduling/zone';

export const presets = ['last7', 'last30', 'thisMonth', 'lastMonth', 'next30'] as const;
export type Preset = (typeof presets)[number];
export type DateRange = { from: string; to: string };

const monthStart = (date: string): string => `${date.slice(0, 7)}-01`;

/** The inclusive span that a preset names, seen from `today`. */
export function rangeOf(preset: Preset, today: string): DateRange {
  switch (preset) {
    case 'last7':
      return { from: addDays(today, -6), to: today };
    case 'last30':
      return { from: addDays(today, -29), to: today };
    case 'next30':
      return { from: today, to: addDays(today, 29) };
    case 'thisMonth':
      return { from: monthStart(today), to: addDays(monthStart(addDays(monthStart(today), 31)), -1) };
    case 'lastMonth': {
      const to = addDays(monthStart(today), -1);
      return { from: monthStart(to), to };
    }
  }
}

/** The preset that a span is, if it is one. */
export const presetOf = (range: DateRange, today: string): Preset | null =>
  presets.find((preset) => {
    const own = rangeOf(preset, today);
    return own.from === range.from && own.to === range.to;
  }) ?? null;
