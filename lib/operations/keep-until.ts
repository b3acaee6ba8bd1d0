import { Temporal } from 'temporal-polyfill';
import type { Keeping } from './schema';

/**
 * The instants before which a business's data are too old, by its own calendar: "twelve months" of 31 March is 31 March, and
 * the shortest months are no month less. `messages` null: they are kept for good.
 */
export function tooOldBefore(
  { bodiesDays, messagesMonths }: Keeping,
  now: Date,
  zone: string,
): { bodies: Date; messages: Date | null } {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  const before = (ago: { days: number } | { months: number }): Date =>
    new Date(today.subtract(ago).epochMilliseconds);
  return {
    bodies: before({ days: bodiesDays }),
    messages: messagesMonths === null ? null : before({ months: messagesMonths }),
  };
}
