import type { IncomingMessage } from 'node:http';
import { randomId } from '../random-id';
import { deleteEvent, getEvent, insertEvent, listEvents, patchEvent, shown } from './events';
import { refuse } from './refusal';
import type { Calendar, GoogleWorld } from './world';

type Body = Record<string, unknown>;

/** Answers one call of the Calendar API; throws Refusal. `path` is what follows `/calendar/v3/`; null: nothing to say. */
export function answerApi(
  world: GoogleWorld,
  request: IncomingMessage,
  path: string[],
  body: string,
): Body | null {
  const who = signedIn(world, request.headers.authorization);
  const method = request.method ?? 'GET';
  const query = new URL(request.url ?? '/', 'http://stand-in').searchParams;
  const given = (): Body => {
    if (!/^application\/json/.test(request.headers['content-type'] ?? '')) throw refuse(400, 'parseError');
    return JSON.parse(body) as Body;
  };
  world.calls.push(`${method} /${path.join('/')}`);
  if (path.join('/') === 'users/me/calendarList') return { items: listOf(world, who) };
  if (path.join('/') === 'channels/stop') return stopChannel(world, given());
  const [noun, id = '', inner, eventId] = path;
  if (noun !== 'calendars') throw refuse(404, 'notFound');
  const calendar = reachable(world, who, id);
  if (inner === undefined) return { id: calendar.id, summary: calendar.summary, timeZone: calendar.timeZone };
  if (inner !== 'events') throw refuse(404, 'notFound');
  if (eventId === 'watch') return watch(world, calendar, given());
  if (method !== 'GET') mustWrite(calendar, who);
  switch (`${method} ${eventId === undefined ? '' : 'one'}`) {
    case 'GET ':
      return listEvents(calendar, query);
    case 'POST ':
      return insertEvent(world, calendar, given());
    case 'GET one':
      return shown(getEvent(calendar, eventId ?? ''));
    case 'PATCH one':
      return patchEvent(world, calendar, eventId ?? '', given());
    case 'DELETE one':
      deleteEvent(world, calendar, eventId ?? '');
      return null;
    default:
      throw refuse(404, 'notFound');
  }
}

function signedIn(world: GoogleWorld, header = ''): string {
  const token = world.tokens.get(header.replace(/^Bearer /, ''));
  if (!token || token.until <= world.now()) throw refuse(401, 'authError', 'Invalid Credentials');
  return token.email;
}

const listOf = (world: GoogleWorld, who: string): Body[] =>
  [...world.calendars.values()]
    // A calendar that is shared with a service account is in no list of its.
    .filter(({ owner, access }) => owner === who || (access.get(who) === 'writer' && world.people.has(who)))
    .map(({ id, summary }) => ({ id, summary, accessRole: 'owner' }));

function reachable(world: GoogleWorld, who: string, id: string): Calendar {
  const calendar = world.calendars.get(id === 'primary' ? who : decodeURIComponent(id));
  if (!calendar || (calendar.owner !== who && !calendar.access.has(who)))
    throw refuse(404, 'notFound', 'Not Found');
  return calendar;
}

function mustWrite({ owner, access }: Calendar, who: string): void {
  if (owner !== who && access.get(who) !== 'writer')
    throw refuse(403, 'requiredAccessLevel', 'You need to have writer access to this calendar.');
}

function watch(world: GoogleWorld, calendar: Calendar, body: Body): Body {
  const { id, type, address, token, params } = body as {
    id?: string;
    type?: string;
    address?: string;
    token?: string;
    params?: { ttl?: string };
  };
  if (!id || id.length > 64 || type !== 'web_hook' || (token ?? '').length > 256)
    throw refuse(400, 'invalid');
  // Loopback is let through here: there is nothing else to be told at.
  if (!/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost))/.test(address ?? ''))
    throw refuse(400, 'pushWebhookUrlNotHttps', 'WebHook callback must be HTTPS.');
  if (world.channels.has(id)) throw refuse(400, 'channelIdNotUnique');
  const seconds = Math.min(Number(params?.ttl ?? 604_800), 604_800);
  const until = world.now() + seconds * 1000;
  const channel = {
    id,
    calendarId: calendar.id,
    address: address ?? '',
    token: token ?? '',
    until,
    resourceId: randomId(20),
  };
  world.channels.set(id, channel);
  void world.tell(calendar, 'sync');
  return { kind: 'api#channel', id, resourceId: channel.resourceId, token, expiration: String(until) };
}

function stopChannel(world: GoogleWorld, { id, resourceId }: Body): null {
  const channel = world.channels.get(String(id));
  if (channel?.resourceId !== resourceId) throw refuse(404, 'notFound', 'Channel not found');
  world.channels.delete(String(id));
  return null;
}
