import { addDays, dateOfDayNumber, dayNumberOf, weekdayOf } from '../../lib/scheduling/local-date';

export const views = ['day', 'week', 'month', 'list'] as const;
export type View = (typeof views)[number];

export const shownStatuses = [
  'held',
  'confirmed',
  'checked-in',
  'completed',
  'no-show',
  'cancelled',
] as const;
export type ShownStatus = (typeof shownStatuses)[number];

/** What the address bar holds of the calendar. */
export type CalendarState = {
  date: string;
  /** null: what suits the screen, the grid of a day or the list. */
  view: View | null;
  resource: string | null;
  service: string | null;
  status: ShownStatus | null;
};

type Params = { get(name: string): string | null };

const isDate = (text: string | null): text is string => {
  const ms = text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text ?? '');
};

const oneOf = <T extends string>(list: readonly T[], text: string | null): T | null =>
  list.find((one) => one === text) ?? null;

/** Reads the address; whatever makes no sense counts as absent. */
export const readState = (params: Params, today: string): CalendarState => {
  const date = params.get('date');
  return {
    date: isDate(date) ? date : today,
    view: oneOf(views, params.get('view')),
    resource: params.get('resource'),
    service: params.get('service'),
    status: oneOf(shownStatuses, params.get('status')),
  };
};

/** The days that a view shows: an inclusive span. A week begins on Monday; a month shows whole weeks. */
export function spanOf(view: View, date: string): { from: string; to: string } {
  if (view === 'week') {
    const from = addDays(date, 1 - weekdayOf(date));
    return { from, to: addDays(from, 6) };
  }
  if (view === 'month') {
    const first = `${date.slice(0, 7)}-01`;
    const last = addDays(shiftMonth(first, 1), -1);
    return { from: addDays(first, 1 - weekdayOf(first)), to: addDays(last, 7 - weekdayOf(last)) };
  }
  return { from: date, to: date };
}

/** The same place in the span before or after. */
export const step = (view: View, date: string, direction: 1 | -1): string =>
  view === 'month' ? shiftMonth(date, direction) : addDays(date, direction * (view === 'week' ? 7 : 1));

/** The same day of another month, or its last day where it has none. */
function shiftMonth(date: string, months: number): string {
  const at = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  const first = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1);
  const length = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0)).getUTCDate();
  const day = Math.min(Number(date.slice(8)), length);
  return dateOfDayNumber(dayNumberOf(new Date(first).toISOString().slice(0, 10)) + day - 1);
}
