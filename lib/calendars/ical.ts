import ical, { ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block } from 'timezones-ical-library';

export type CalendarEntry = {
  /** The same for ever: a calendar that read it before knows it again. */
  id: string;
  /** Grows with each change. */
  version: number;
  /** Of the last change: the same state is the same bytes, however often it is read. */
  changedAt: Date;
  startsAt: Date;
  endsAt: Date;
  title: string;
  details: string;
  place: string;
  /** An https page about it; null: none. */
  url: string | null;
  cancelled: boolean;
};

export type CalendarFile = {
  /** Null for a file of one entry. */
  name: string | null;
  /** IANA zone in which the times are written. */
  zone: string;
  entries: readonly CalendarEntry[];
};

/** How often a program is asked to read a feed again; many keep to hours of their own. */
const readAgainSeconds = 900;

/**
 * An iCalendar file with local times and the rules of their zone. Lines are folded at 75 octets, texts escaped.
 * Source: RFC 5545 §3.1, §3.6.1, §3.6.5; RFC 7986 for the name and the refresh interval.
 */
export function writeCalendar({ name, zone, entries }: CalendarFile): string {
  const file = ical({
    prodId: '//Neram//Booking//EN',
    method: ICalCalendarMethod.PUBLISH,
    // With a zone of the whole file the package writes DTSTAMP without its Z: each event names the zone instead.
    timezone: { name: null, generator: zoneBlock },
    ...(name !== null && { name, ttl: readAgainSeconds }),
  });
  const local = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  for (const entry of entries) {
    file.createEvent({
      id: `${entry.id}@neram`,
      sequence: entry.version,
      stamp: entry.changedAt,
      start: local(entry.startsAt),
      end: local(entry.endsAt),
      timezone: zone,
      summary: entry.title,
      description: entry.details || null,
      location: entry.place || null,
      url: entry.url,
      class: ICalEventClass.PRIVATE,
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return file.toString();
}

/** The rules of a zone as a VTIMEZONE. Throws for a zone that the tz database does not know. */
function zoneBlock(zone: string): string {
  const [block] = tzlib_get_ical_block(zone);
  if (!block) throw new Error(`No rules are known for the time zone ${zone}.`);
  return block;
}
