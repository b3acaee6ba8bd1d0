import type { Result } from '../kernel/result';

/** Why an outside calendar did not do it. Nobody else names a provider's codes or texts. */
export type CalendarFault =
  /** The connection is dead: a person must connect again. */
  | 'revoked'
  /** The calendar may not be read or written: it must be shared again. */
  | 'no-access'
  /** No such calendar (any more), or it is not shared with us at all. */
  | 'not-found'
  /** Too much at once: later. */
  | 'quota'
  /** Our clock and theirs are too far apart for signed requests. */
  | 'clock'
  /** No answer, or an outage there. */
  | 'unreachable'
  /** The place where reading was to go on is forgotten: read everything anew. */
  | 'start-over'
  /** This request will never be taken: our bug. */
  | 'invalid';

/** `detail` is for logs: it holds no key, token or personal data. */
export type CalendarRefusal = { reason: CalendarFault; detail: string; retryAfterMs?: number };

export type CalendarOutcome<T> = Result<T, CalendarRefusal>;

export type ListedCalendar = { id: string; name: string };

/** An event of ours as it is to be. */
export type OwnEvent = {
  bookingId: string;
  version: number;
  startsAt: Date;
  endsAt: Date;
  /** IANA zone that the calendar shows it in. */
  zone: string;
  title: string;
  /** Plain text. */
  details: string;
  place: string;
  url: string;
  status: 'confirmed' | 'checked-in' | 'completed' | 'no-show';
};

/** An event as the outside calendar tells it. Of one that is gone, only the id is sure. */
export type OutsideEvent = {
  id: string;
  gone: boolean;
  /** Of our own events: the booking; null for everything that people wrote. */
  bookingId: string | null;
  title: string | null;
  /** Null of an event that is gone and of one that takes no time. Whole days are dates in the reader's zone. */
  time: { startsAt: Date; endsAt: Date } | { startsOn: string; endsOn: string } | null;
  /** Whether it takes its owner's time: not declined, not shown as free. */
  busy: boolean;
};

export type Changes = { events: OutsideEvent[]; syncToken: string };

export type Watch = { id: string; resourceId: string; until: Date };

/**
 * What an outside calendar can do for one account. No method throws on what it answers; none touches the database; none
 * is to be called inside a transaction. Writes are safe to repeat: the event's id is the booking's.
 */
export type OutsideCalendar = {
  /** Those that may be written. A service account sees none by itself: its calendars are named by hand. */
  listCalendars(): Promise<CalendarOutcome<ListedCalendar[]>>;
  findCalendar(calendarId: string): Promise<CalendarOutcome<ListedCalendar>>;
  /** Makes the event equal to this, whether it is there, was deleted, or never was. `known`: it was written before. */
  putEvent(calendarId: string, event: OwnEvent, known: boolean): Promise<CalendarOutcome<null>>;
  /** Deletes it; one that is not there is deleted. */
  removeEvent(calendarId: string, bookingId: string): Promise<CalendarOutcome<null>>;
  /** All events that end after `from` (no token), or what has changed since the token was given. */
  listChanges(
    calendarId: string,
    since: { syncToken: string | null; from: Date },
  ): Promise<CalendarOutcome<Changes>>;
  /** Has changes told to an https address, with our token in each notice, for a week at most. */
  watch(
    calendarId: string,
    channel: { id: string; address: string; token: string },
  ): Promise<CalendarOutcome<Watch>>;
  unwatch(watch: { id: string; resourceId: string }): Promise<CalendarOutcome<null>>;
};
