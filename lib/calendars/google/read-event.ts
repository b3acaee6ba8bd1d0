import type { OutsideEvent } from '../types';
import { ownMark } from './event-body';
import type { GoogleEvent } from './schema';

/** Kinds of entries that say where somebody is or who was born, and take no time. */
const timeless = new Set(['workingLocation', 'birthday']);

/** An event in our words. */
export function readEvent(event: GoogleEvent): OutsideEvent {
  const mark = event.extendedProperties?.private;
  const declined = event.attendees.some(({ self, responseStatus }) => self && responseStatus === 'declined');
  return {
    id: event.id,
    gone: event.status === 'cancelled',
    bookingId: mark?.['app'] === ownMark ? (mark['bookingId'] ?? null) : null,
    title: event.summary ?? null,
    time: timeOf(event),
    busy:
      event.status !== 'cancelled' &&
      event.transparency !== 'transparent' &&
      !timeless.has(event.eventType) &&
      !declined,
  };
}

function timeOf({ start, end }: GoogleEvent): OutsideEvent['time'] {
  if (start?.dateTime && end?.dateTime) {
    const [startsAt, endsAt] = [new Date(start.dateTime), new Date(end.dateTime)];
    return startsAt < endsAt ? { startsAt, endsAt } : null;
  }
  // The end date is the first one that is free again.
  return start?.date && end?.date ? { startsOn: start.date, endsOn: end.date } : null;
}
