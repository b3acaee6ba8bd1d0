import type { CalendarBlock, CalendarBooking, CalendarView } from '../../lib/booking/schema';
import type { CalendarState } from './state';

export type CalendarDay = CalendarView['days'][number];
export type CalendarResource = CalendarView['resources'][number];
export type CalendarService = CalendarView['services'][number];

/** Something drawn in a column; minutes since the day's midnight, cut to the day. */
export type Entry = { key: string; from: number; to: number } & (
  { kind: 'booking'; booking: CalendarBooking } | { kind: 'block'; block: CalendarBlock }
);

/** One column of a grid of hours: one court or doctor on one day. */
export type Column = {
  key: string;
  day: CalendarDay;
  resource: CalendarResource;
  open: { from: number; to: number }[];
  closed: CalendarDay['resources'][number]['closed'];
  entries: Entry[];
};

const minuteOf = (iso: string, day: CalendarDay): number =>
  (Date.parse(iso) - Date.parse(day.startsAt)) / 60_000;

/** The moment of a minute of a day. */
export const instantOf = (day: Pick<CalendarDay, 'startsAt'>, minute: number): string =>
  new Date(Date.parse(day.startsAt) + minute * 60_000).toISOString();

/** What remains of the bookings when the filters are applied. */
export const filtered = (
  bookings: readonly CalendarBooking[],
  { service, status }: Pick<CalendarState, 'service' | 'status'>,
): CalendarBooking[] =>
  bookings.filter(
    (one) => (service === null || one.serviceId === service) && (status === null || one.status === status),
  );

/** Columns for each given resource on each day, each with what touches it. */
export function columnsOf(
  view: Pick<CalendarView, 'days' | 'blocks'>,
  bookings: readonly CalendarBooking[],
  resources: readonly CalendarResource[],
): Column[] {
  const byResource = new Map<string, CalendarBooking[]>();
  for (const booking of bookings) {
    const list = byResource.get(booking.resourceId);
    if (list) list.push(booking);
    else byResource.set(booking.resourceId, [booking]);
  }
  return view.days.flatMap((day) =>
    resources.map((resource): Column => {
      const hours = day.resources.find((one) => one.resourceId === resource.id);
      const within = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) => {
        const [from, to] = [
          Math.max(0, minuteOf(startsAt, day)),
          Math.min(day.minutes, minuteOf(endsAt, day)),
        ];
        return from < to ? { from, to } : null;
      };
      const entries: Entry[] = [];
      for (const booking of byResource.get(resource.id) ?? []) {
        const span = within(booking);
        if (span) entries.push({ kind: 'booking', key: booking.id, booking, ...span });
      }
      for (const block of view.blocks) {
        const span = block.resourceId === resource.id ? within(block) : null;
        if (span) entries.push({ kind: 'block', key: block.ids[0] ?? block.startsAt, block, ...span });
      }
      return {
        key: `${day.date}/${resource.id}`,
        day,
        resource,
        open: hours?.open ?? [],
        closed: hours?.closed ?? [],
        entries: entries.sort((a, b) => a.from - b.from || a.to - b.to),
      };
    }),
  );
}

/** A column with what takes place: nobody needs what was called off on paper. */
export const withoutCancelled = (column: Column): Column => ({
  ...column,
  entries: column.entries.filter((one) => one.kind === 'block' || one.booking.status !== 'cancelled'),
});

/** The hours worth showing: all that is open or taken in any column, in whole hours; a working day where nothing is. */
export function hoursOf(columns: readonly Column[]): { from: number; to: number } {
  let [from, to] = [Infinity, -Infinity];
  for (const column of columns)
    for (const span of [...column.open, ...column.entries]) {
      from = Math.min(from, span.from);
      to = Math.max(to, span.to);
    }
  if (from > to) return { from: 8 * 60, to: 20 * 60 };
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 };
}
