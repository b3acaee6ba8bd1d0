import { fromEpochMinute } from '../../kernel/time-range';
import { localDayRange } from '../../scheduling/zone';
import type { OutsideEvent } from '../../calendars/types';
import type { CalendarCopy } from '../types';

export type Span = { startsAt: Date; endsAt: Date };

/** What a linked calendar's changes come to. */
export type Sorted = {
  /** Times at which it is busy with something that is no booking of ours. */
  busy: (Span & { eventId: string })[];
  /** Events that take no time (any more). */
  free: string[];
  /** Bookings whose event somebody moved or deleted there; a deleted one with the time it had. */
  edits: (Span & { kind: 'moved' | 'deleted'; copy: CalendarCopy; eventId: string })[];
  /** Bookings whose event says what we wrote. */
  agreed: string[];
  /** Events of ours that should not be there, by their booking. */
  strays: string[];
};

/** Beyond this nobody books yet; what lies there is read when everything is compared again. */
const aheadMs = 400 * 86_400_000;

/**
 * Sorts what a linked calendar tells. `copies` are the bookings that it was told of and that are not over: an event of
 * ours is known by its mark, and where it is gone by its id.
 */
export function sortEvents(
  events: readonly OutsideEvent[],
  of: { copies: readonly CalendarCopy[]; zone: string; now: Date },
): Sorted {
  const byBooking = new Map(of.copies.map((copy) => [copy.bookingId, copy]));
  const byEvent = new Map(of.copies.map((copy) => [copy.bookingId.replaceAll('-', ''), copy]));
  const sorted: Sorted = { busy: [], free: [], edits: [], agreed: [], strays: [] };
  // Of an event that is told twice the later telling counts.
  for (const event of new Map(events.map((one) => [one.id, one])).values()) {
    const copy = event.bookingId === null ? byEvent.get(event.id) : byBooking.get(event.bookingId);
    if (copy) sortOwn(sorted, event, copy, of);
    else if (event.bookingId !== null) {
      const span = spanOf(event, of.zone);
      if (!event.gone && span && span.endsAt > of.now) sorted.strays.push(event.bookingId);
    } else sortForeign(sorted, event, of);
  }
  return sorted;
}

function sortForeign(sorted: Sorted, event: OutsideEvent, { zone, now }: { zone: string; now: Date }): void {
  const span = event.busy ? spanOf(event, zone) : null;
  const counts = span && span.endsAt > now && span.startsAt.getTime() < now.getTime() + aheadMs;
  if (counts) sorted.busy.push({ eventId: event.id, ...span });
  else sorted.free.push(event.id);
}

function sortOwn(sorted: Sorted, event: OutsideEvent, copy: CalendarCopy, { zone }: { zone: string }): void {
  const { bookingId, shown, startsAt, endsAt } = copy;
  const eventId = event.id;
  if (event.gone) {
    if (shown) sorted.edits.push({ kind: 'deleted', copy, eventId, startsAt, endsAt });
    return;
  }
  const span = spanOf(event, zone);
  if (!shown) sorted.strays.push(bookingId);
  else if (
    span &&
    (span.startsAt.getTime() !== startsAt.getTime() || span.endsAt.getTime() !== endsAt.getTime())
  )
    sorted.edits.push({ kind: 'moved', copy, eventId, ...span });
  else sorted.agreed.push(bookingId);
}

/** Whole days are days of the business's zone. Null for an event without a time. */
function spanOf({ time }: OutsideEvent, zone: string): Span | null {
  if (!time || !('startsOn' in time)) return time;
  const startsAt = fromEpochMinute(localDayRange(time.startsOn, zone).start);
  const endsAt = fromEpochMinute(localDayRange(time.endsOn, zone).start);
  return startsAt < endsAt ? { startsAt, endsAt } : null;
}
