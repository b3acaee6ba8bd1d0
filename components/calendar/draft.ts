/** Where and when something new is wanted, as a drag or a tap left it. */
export type Wanted = { resourceId: string; date: string; minute: number; durationMinutes: number | null };

type Known = {
  id: string;
  name: string | null;
  phone: string | null;
  attendees: { id: string; name: string }[];
};

export type Who =
  | { kind: 'known'; customer: Known; attendeeId: string | null }
  | { kind: 'new'; name: string; phone: string };

/** For whom it is, as the server takes it. */
export const whoBody = (who: Who, attendee: string, note: string) => ({
  customer: who.kind === 'known' ? { kind: 'known' as const, id: who.customer.id } : who,
  attendeeId: who.kind === 'known' ? who.attendeeId : null,
  attendeeName: attendee.trim() || null,
  note: note.trim() || null,
});
export type WhoBody = ReturnType<typeof whoBody>;

/** `540` is `09:00`, as the browser's own time field writes it. */
export const timeText = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The minute of the day of a time field; 0 while it is empty. */
export const minuteOfText = (text: string): number => {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return (hours || 0) * 60 + (minutes || 0);
};
