import type { CalendarBooking } from '../../lib/booking/schema';
import type { Column, Entry } from './entries';

/** A time in a column that is being considered. */
export type Span = { from: number; to: number };

const takesTime = (entry: Entry): boolean =>
  entry.kind === 'block' || (entry.booking.status !== 'cancelled' && entry.booking.status !== 'no-show');

/**
 * What a time would meet in a column, as far as this page knows: what takes the last free unit, and whether it lies
 * outside the open hours. The booking that is being moved is no obstacle to itself. The server looks again.
 */
export function clashesOf(
  column: Column,
  { from, to }: Span,
  own: string | null,
): { entries: Entry[]; closed: boolean } {
  const met = column.entries.filter(
    (entry) =>
      entry.from < to &&
      from < entry.to &&
      takesTime(entry) &&
      entry.key !== own &&
      !(entry.kind === 'block' && entry.block.bookingId === own && own !== null),
  );
  const blocked = met.some((entry) => entry.kind === 'block' && entry.block.kind !== 'moving');
  const units = new Set(met.map((entry) => (entry.kind === 'booking' ? entry.booking.unit : 0)));
  const full = blocked || units.size >= column.resource.capacity;
  return {
    entries: full ? met : [],
    closed: !column.open.some((range) => range.from <= from && to <= range.to),
  };
}

/** Whether staff may give a booking another time: it stands and is not over. */
export const isMovable = (booking: CalendarBooking, now: Date): boolean =>
  (booking.status === 'confirmed' || booking.status === 'checked-in') &&
  Date.parse(booking.endsAt) > now.getTime();
