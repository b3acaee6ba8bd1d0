import type { TimetableForm } from '../../lib/catalog/setup/schema';

export type Range = TimetableForm['hours'][number];
export type Period = { validFrom?: string; validTo?: string };

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

export const periodOf = ({ validFrom, validTo }: Period): Period => ({
  ...(validFrom && { validFrom }),
  ...(validTo && { validTo }),
});

const keyOf = ({ validFrom = '', validTo = '' }: Period): string => `${validFrom}/${validTo}`;

export const isOf = (period: Period, range: Range): boolean => keyOf(period) === keyOf(range);

/** The periods that a timetable has ranges for, the one that always holds first. */
export function periodsOf(hours: readonly Range[]): Period[] {
  const found = new Map([[keyOf({}), {}], ...hours.map((one) => [keyOf(one), periodOf(one)] as const)]);
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, period]) => period);
}

/** `06:30` as minutes of the day; null for what is no time. */
export function minuteOf(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

/** Minutes of the day as a time input takes them; past midnight it begins again. */
export const timeText = (minute: number): string =>
  `${String(Math.floor((minute % 1440) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** A closing time that is not after the opening one belongs to the next day. */
export const closingAfter = (opensMinute: number, minute: number): number =>
  minute % 1440 > opensMinute ? minute % 1440 : (minute % 1440) + 1440;

/** The hours with one day's ranges of a period put on other days in place of theirs. */
export function copyDay(
  hours: readonly Range[],
  period: Period,
  from: number,
  to: readonly number[],
): Range[] {
  const others = to.filter((day) => day !== from);
  const source = hours.filter((one) => isOf(period, one) && one.weekday === from);
  const kept = hours.filter((one) => !isOf(period, one) || !others.includes(one.weekday));
  return [...kept, ...others.flatMap((weekday) => source.map((one) => ({ ...one, weekday })))];
}

/** The hours with an open range more; what it overlaps or touches on its day becomes one with it. */
export function paintOpen(
  hours: readonly Range[],
  period: Period,
  painted: { weekday: number; from: number; to: number },
): Range[] {
  const meets = (one: Range): boolean =>
    isOf(period, one) &&
    one.kind === 'open' &&
    one.weekday === painted.weekday &&
    one.opensMinute <= painted.to &&
    painted.from <= one.closesMinute;
  const met = hours.filter(meets);
  return [
    ...hours.filter((one) => !meets(one)),
    {
      kind: 'open',
      weekday: painted.weekday,
      opensMinute: Math.min(painted.from, ...met.map((one) => one.opensMinute)),
      closesMinute: Math.max(painted.to, ...met.map((one) => one.closesMinute)),
      ...periodOf(period),
    },
  ];
}

/** Ranges in the order of the week. */
export const sorted = (hours: readonly Range[]): Range[] =>
  [...hours].sort((a, b) => a.weekday - b.weekday || a.opensMinute - b.opensMinute);
