import type { Entry } from './entries';
import type { Place } from './grid-entry';
import { lanesOf } from './lanes';

export type Scale = { from: number; to: number; pixelsPerMinute: number };

/** The least that a finger or an eye finds, however short the booking. */
const leastHeight = 18;
const stripPercent = 12;

const isCancelled = (entry: Entry): boolean =>
  entry.kind === 'booking' && entry.booking.status === 'cancelled';

/**
 * Where each entry stands in its column. What stands shares the width evenly; what was cancelled and lies beside
 * something that stands keeps a strip at the right edge, so that it is seen and takes no room.
 */
export function placesOf(entries: readonly Entry[], scale: Scale): Map<string, Place> {
  const standing = entries.filter((entry) => !isCancelled(entry));
  const called = entries.filter(isCancelled);
  const aside = called.filter((one) => standing.some((other) => other.from < one.to && one.from < other.to));
  const free = called.filter((one) => !aside.includes(one));
  const wide = [...standing, ...free].sort((a, b) => a.from - b.from || a.to - b.to);
  const places = new Map<string, Place>();
  const put = (entry: Entry, left: number, width: number): void => {
    const top = (entry.from - scale.from) * scale.pixelsPerMinute;
    const height = Math.max(leastHeight, (entry.to - entry.from) * scale.pixelsPerMinute) - 2;
    places.set(entry.key, {
      top: top + 1,
      height,
      left: `calc(${left}% + 2px)`,
      width: `calc(${width}% - 4px)`,
    });
  };
  const lanes = lanesOf(wide);
  for (const [index, entry] of wide.entries()) {
    const { lane, of } = lanes[index] ?? { lane: 0, of: 1 };
    const beside = aside.some((one) => one.from < entry.to && entry.from < one.to);
    const room = beside ? 100 - stripPercent : 100;
    put(entry, (lane * room) / of, room / of);
  }
  for (const entry of aside) put(entry, 100 - stripPercent, stripPercent);
  return places;
}

/** Tall enough that the shortest booking still shows a name, low enough that a day fits the eye. */
export function pixelsPerMinuteOf(entries: readonly Entry[]): number {
  const shortest = entries.reduce((least, one) => Math.min(least, one.to - one.from), 60);
  return Math.min(2, Math.max(1.05, 22 / Math.max(10, shortest)));
}
