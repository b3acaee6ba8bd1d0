import { randomId } from '../random-id';
import { refuse } from './refusal';
import type { Calendar, Event, GoogleWorld } from './world';

type Body = Record<string, unknown>;
type Time = { dateTime?: string; date?: string };

/** As the API shows it: of a deleted one, only that it is. */
export const shown = (event: Event): Body =>
  event.status === 'cancelled'
    ? { kind: 'calendar#event', id: event.id, status: 'cancelled', etag: event.etag }
    : { kind: 'calendar#event', ...event.body, id: event.id, status: event.status, etag: event.etag };

const instantOf = (time: unknown): number => {
  const { dateTime, date } = (time ?? {}) as Time;
  return Date.parse(dateTime ?? `${date ?? ''}T00:00:00+05:30`);
};

function checkTimes({ start, end }: Body): void {
  const kinds = [start, end].map((time) => ('date' in ((time ?? {}) as Time) ? 'date' : 'dateTime'));
  const [from, to] = [instantOf(start), instantOf(end)];
  if (Number.isNaN(from) || Number.isNaN(to)) throw refuse(400, 'required', 'Missing end time.');
  if (kinds[0] !== kinds[1])
    throw refuse(400, 'invalid', 'Start and end times must either both be date or both be dateTime.');
  if (from >= to) throw refuse(400, 'timeRangeEmpty', 'The specified time range is empty.');
}

function checkBody(body: Body): void {
  const { extendedProperties, source, id, iCalUID } = body as {
    extendedProperties?: { private?: Record<string, unknown> };
    source?: { url?: string };
    id?: unknown;
    iCalUID?: unknown;
  };
  if (id !== undefined && iCalUID !== undefined) throw refuse(400, 'invalid');
  for (const [key, value] of Object.entries(extendedProperties?.private ?? {}))
    if (key.length > 44 || typeof value !== 'string' || value.length > 1024) throw refuse(400, 'invalid');
  if (source && !/^https?:\/\//.test(source.url ?? '')) throw refuse(400, 'invalid', 'Invalid source url.');
}

export function insertEvent(world: GoogleWorld, calendar: Calendar, body: Body): Body {
  const id = (body['id'] as string | undefined) ?? randomId(26).toLowerCase().replace(/[w-z]/g, 'a');
  if (!/^[0-9a-v]{5,1024}$/.test(id)) throw refuse(400, 'invalid', 'Invalid resource id value.');
  // Also of one that was deleted: its id stays used.
  if (calendar.events.has(id)) throw refuse(409, 'duplicate', 'The requested identifier already exists.');
  checkTimes(body);
  checkBody(body);
  return shown(world.write(calendar, id, 'confirmed', body));
}

export function getEvent(calendar: Calendar, id: string): Event {
  const event = calendar.events.get(id);
  if (!event) throw refuse(404, 'notFound', 'Not Found');
  return event;
}

export function patchEvent(world: GoogleWorld, calendar: Calendar, id: string, change: Body): Body {
  const event = getEvent(calendar, id);
  // A deleted event comes back only when it is told to.
  if (event.status === 'cancelled' && change['status'] !== 'confirmed') throw refuse(403, 'forbidden');
  const body = { ...event.body, ...change };
  checkTimes(body);
  checkBody({ ...change, id: undefined });
  return shown(world.write(calendar, id, 'confirmed', body));
}

export function deleteEvent(world: GoogleWorld, calendar: Calendar, id: string): void {
  const event = getEvent(calendar, id);
  if (event.status === 'cancelled') throw refuse(410, 'deleted', 'Resource has been deleted');
  world.write(calendar, id, 'cancelled', event.body);
}

const notWithToken = [
  'iCalUID',
  'orderBy',
  'privateExtendedProperty',
  'q',
  'sharedExtendedProperty',
  'timeMin',
  'timeMax',
  'updatedMin',
];

/** A sync token is the count of changes up to which its holder knows, with the parameters that it goes with. */
const tokenOf = (calendar: Calendar, fixed: string): string =>
  Buffer.from(JSON.stringify([calendar.id, calendar.changes, fixed])).toString('base64url');

/** One page of a list, complete or of what has changed since a token. Pages are small, so that callers must turn them. */
export function listEvents(calendar: Calendar, query: URLSearchParams): Body {
  const fixed = ['singleEvents', 'showDeleted', 'maxResults'].map((name) => query.get(name) ?? '').join();
  const syncToken = query.get('syncToken');
  let found = [...calendar.events.values()].sort((one, other) => one.change - other.change);
  if (syncToken === null) {
    const from = query.has('timeMin') ? Date.parse(query.get('timeMin') ?? '') : -Infinity;
    if (Number.isNaN(from)) throw refuse(400, 'badRequest');
    found = found.filter(({ status, body }) => status === 'confirmed' && instantOf(body['end']) > from);
  } else {
    if (notWithToken.some((name) => query.has(name)))
      throw refuse(400, 'invalid', 'Sync token cannot be used with other query restrictions.');
    const [id, since, was] = JSON.parse(Buffer.from(syncToken, 'base64url').toString()) as [
      string,
      number,
      string,
    ];
    if (id !== calendar.id || since < calendar.forgottenBefore)
      throw refuse(410, 'fullSyncRequired', 'Sync token is no longer valid, a full sync is required.');
    if (was !== fixed) throw refuse(400, 'invalid', 'Parameters must stay as they were.');
    found = found.filter(({ change }) => change > since);
  }
  const pageLength = Math.min(Number(query.get('maxResults') ?? 250), 100);
  const start = Number(query.get('pageToken') ?? 0);
  const page = found.slice(start, start + pageLength).map(shown);
  const next = start + pageLength;
  return next < found.length
    ? { kind: 'calendar#events', items: page, nextPageToken: String(next) }
    : { kind: 'calendar#events', items: page, nextSyncToken: tokenOf(calendar, fixed) };
}
