import type { LocalDate } from '../../scheduling/types';

/** A calendar date as a `date` column takes it: UTC midnight, whatever the business's zone. */
export const calendarDate = (date: LocalDate): Date => new Date(`${date}T00:00:00Z`);

/** The same where it may be absent. */
export const optionalDate = (date: LocalDate | undefined): Date | null => (date ? calendarDate(date) : null);
