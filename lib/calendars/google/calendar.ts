import type { z } from 'zod';
import type { Clock } from '../../kernel/clock';
import { fail, ok } from '../../kernel/result';
import type { CalendarCredentials } from '../credentials';
import type { CalendarOutcome, ListedCalendar, OutsideCalendar, OutsideEvent } from '../types';
import { openAccess, type GoogleAddresses, type GoogleClient } from './access';
import { eventBody, eventIdOf } from './event-body';
import { ofStatus } from './failures';
import { callGoogle, type Answer, type Call } from './http';
import { readEvent } from './read-event';
import { calendarListSchema, calendarSchema, channelSchema, eventListSchema } from './schema';

type To = { addresses: GoogleAddresses; client: GoogleClient | null; clock: Clock };

/** As many as one page of events may hold. Source: Events.list. */
const pageSize = '2500';
const weekSeconds = '604800';

/** Google Calendar for one account. See OutsideCalendar. */
export function openGoogle(credentials: CalendarCredentials, to: To): OutsideCalendar {
  const base = `${to.addresses.apiUrl}/calendar/v3`;
  const access = openAccess(credentials, to);
  const eventsOf = (calendarId: string): string =>
    `${base}/calendars/${encodeURIComponent(calendarId)}/events`;

  /** Any answer but 401, for which a new token is tried once. */
  const call = async (given: Omit<Call, 'token'>): Promise<CalendarOutcome<Answer>> => {
    for (const fresh of [false, true]) {
      const token = await access.token(fresh);
      if (!token.ok) return token;
      const answer = await callGoogle({ ...given, token: token.value });
      if (!answer.ok || answer.value.status !== 401) return answer;
    }
    return fail({ reason: 'revoked', detail: 'HTTP 401 with a new token' });
  };

  /** A call whose answer is read by its schema. */
  const get = async <S extends z.ZodType>(
    shape: S,
    given: Omit<Call, 'token'>,
  ): Promise<CalendarOutcome<z.output<S>>> => {
    const answer = await call(given);
    if (!answer.ok) return answer;
    const refused = ofStatus(answer.value);
    if (refused) return refused;
    const read = shape.safeParse(answer.value.body);
    return read.success ? ok(read.data) : fail({ reason: 'unreachable', detail: 'An unreadable answer' });
  };

  /** A call whose answer does not matter; `fine` are statuses that are as good as success. */
  const done = async (given: Omit<Call, 'token'>, fine: number[] = []): Promise<CalendarOutcome<number>> => {
    const answer = await call(given);
    if (!answer.ok) return answer;
    const { status } = answer.value;
    return (fine.includes(status) ? null : ofStatus(answer.value)) ?? ok(status);
  };

  const findCalendar = async (calendarId: string): Promise<CalendarOutcome<ListedCalendar>> => {
    const found = await get(calendarSchema, {
      method: 'GET',
      url: `${base}/calendars/${encodeURIComponent(calendarId)}`,
    });
    return found.ok ? ok({ id: found.value.id, name: found.value.summary }) : found;
  };

  return {
    findCalendar,

    async listCalendars() {
      const all: ListedCalendar[] = [];
      for (let page: string | undefined, first = true; first || page; first = false) {
        const found = await get(calendarListSchema, {
          method: 'GET',
          url: `${base}/users/me/calendarList`,
          query: { minAccessRole: 'writer', ...(page && { pageToken: page }) },
        });
        if (!found.ok) return found;
        all.push(...found.value.items.map(({ id, summary }) => ({ id, name: summary })));
        page = found.value.nextPageToken;
      }
      return ok(all);
    },

    async putEvent(calendarId, event, known) {
      const events = eventsOf(calendarId);
      const body = eventBody(event);
      const query = { sendUpdates: 'none' };
      const change = {
        method: 'PATCH',
        url: `${events}/${eventIdOf(event.bookingId)}`,
        query,
        body,
      } as const;
      const make = { method: 'POST', url: events, query, body } as const;
      if (known) {
        const changed = await done(change, [404, 410]);
        if (!changed.ok || changed.value < 300) return changed.ok ? ok(null) : changed;
      }
      // An id that was used before stays used, also after its event was deleted: then that one is changed.
      const made = await done(make, [409]);
      if (!made.ok || made.value < 300) return made.ok ? ok(null) : made;
      const changed = await done(change);
      return changed.ok ? ok(null) : changed;
    },

    async removeEvent(calendarId, bookingId) {
      const removed = await done(
        {
          method: 'DELETE',
          url: `${eventsOf(calendarId)}/${eventIdOf(bookingId)}`,
          query: { sendUpdates: 'none' },
        },
        [404, 410],
      );
      if (!removed.ok) return removed;
      if (removed.value !== 404) return ok(null);
      // Never was there, or the whole calendar is out of reach.
      const calendar = await findCalendar(calendarId);
      return calendar.ok ? ok(null) : calendar;
    },

    async listChanges(calendarId, { syncToken, from }) {
      const events: OutsideEvent[] = [];
      for (let page: string | undefined, first = true; first || page; first = false) {
        const found = await get(eventListSchema, {
          method: 'GET',
          url: eventsOf(calendarId),
          // With a token no other bound is taken, and all else must be as it was.
          query: {
            singleEvents: 'true',
            maxResults: pageSize,
            ...(syncToken === null ? { timeMin: from.toISOString() } : { syncToken }),
            ...(page && { pageToken: page }),
          },
        });
        if (!found.ok) return found;
        const { items, nextPageToken, nextSyncToken } = found.value;
        events.push(...items.map(readEvent));
        if (nextSyncToken) return ok({ events, syncToken: nextSyncToken });
        page = nextPageToken;
      }
      return fail({ reason: 'unreachable', detail: 'A list without an end' });
    },

    async watch(calendarId, { id, address, token }) {
      const made = await get(channelSchema, {
        method: 'POST',
        url: `${eventsOf(calendarId)}/watch`,
        body: { id, type: 'web_hook', address, token, params: { ttl: weekSeconds } },
      });
      return made.ok
        ? ok({ id, resourceId: made.value.resourceId, until: new Date(made.value.expiration) })
        : made;
    },

    async unwatch({ id, resourceId }) {
      const stopped = await done(
        { method: 'POST', url: `${base}/channels/stop`, body: { id, resourceId } },
        [404],
      );
      return stopped.ok ? ok(null) : stopped;
    },
  };
}
