import type { OwnEvent } from '../types';

/** An event's id is chosen by us: letters 0-9a-v, which a UUID's digits are. Source: Events.insert. */
export const eventIdOf = (bookingId: string): string => bookingId.replaceAll('-', '');

/** The mark by which our own events are told from what people write. */
export const ownMark = 'neram';

/** Google's event colours: peacock, basil, graphite, tomato. Source: Calendar API, Colors. */
const colours: Record<OwnEvent['status'], string> = {
  confirmed: '7',
  'checked-in': '10',
  completed: '8',
  'no-show': '11',
};

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The whole event as Google takes it. `status` brings back one that was deleted. */
export function eventBody(event: OwnEvent): object {
  const { zone, url } = event;
  return {
    id: eventIdOf(event.bookingId),
    status: 'confirmed',
    summary: event.title,
    // Google shows simple HTML here.
    description: escape(event.details),
    location: event.place,
    start: { dateTime: event.startsAt.toISOString(), timeZone: zone },
    end: { dateTime: event.endsAt.toISOString(), timeZone: zone },
    colorId: colours[event.status],
    transparency: 'opaque',
    visibility: 'private',
    reminders: { useDefault: false, overrides: [] },
    // Only https addresses are taken here.
    ...(url.startsWith('https:') && { source: { title: 'Neram', url } }),
    extendedProperties: {
      private: { app: ownMark, bookingId: event.bookingId, rev: String(event.version) },
    },
  };
}
