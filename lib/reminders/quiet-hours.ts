import type { EpochMinute } from '../kernel/time-range';
import { minuteOfDay, zoneDays } from '../scheduling/zone';
import type { QuietHours } from './types';

/** Who is still to hear something before the silence hears it this long before. */
const eveMinutes = 15;

/** What is told after the silence is of use only this long before the start. */
const usefulMinutes = 60;

/** The silence that this moment falls into, in epoch minutes, half-open; null: none. */
export function silenceAt(
  at: EpochMinute,
  quiet: QuietHours | null,
  zone: string,
): { from: EpochMinute; to: EpochMinute } | null {
  if (!quiet) return null;
  const { from, to } = quiet;
  const minute = minuteOfDay(at, zone);
  const overnight = from > to;
  const inside = overnight ? minute >= from || minute < to : minute >= from && minute < to;
  if (!inside) return null;
  const days = zoneDays(zone);
  const first = days.dayOf(at) - (overnight && minute < to ? 1 : 0);
  return { from: days.at(first, from), to: days.lastEnd(first + (overnight ? 1 : 0), to) };
}

/** What is told after a visit waits until the silence is over. */
export const afterSilence = (at: EpochMinute, quiet: QuietHours | null, zone: string): EpochMinute =>
  silenceAt(at, quiet, zone)?.to ?? at;

/**
 * What is told before a start and falls into the silence is told when the silence ends, if an hour is left then;
 * otherwise a quarter of an hour before the silence begins.
 */
export function aroundSilence(
  at: EpochMinute,
  startsAt: EpochMinute,
  quiet: QuietHours | null,
  zone: string,
): EpochMinute {
  const silence = silenceAt(at, quiet, zone);
  if (!silence) return at;
  return silence.to <= startsAt - usefulMinutes ? silence.to : silence.from - eveMinutes;
}
