import type { KnownCustomer } from './customer-picker';

/** Where and when something new is wanted, as a drag or a tap left it. */
export type Wanted = { resourceId: string; date: string; minute: number; durationMinutes: number | null };

export type Who =
  | { kind: 'known'; customer: KnownCustomer; attendeeId: string | null }
  | { kind: 'new'; name: string; phone: string };

/** `540` is `09:00`, as the browser's own time field writes it. */
export const timeText = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The minute of the day of a time field; 0 while it is empty. */
export const minuteOfText = (text: string): number => {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return (hours || 0) * 60 + (minutes || 0);
};
