import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer, answerJson, readBody, serve, type Running } from '../http';
import { answerApi } from './api';
import { answerConsent } from './consent';
import { deleteEvent, insertEvent, patchEvent } from './events';
import { refuse, Refusal } from './refusal';
import { answerToken } from './tokens';
import { GoogleWorld, type Calendar, type Event, type Refuse } from './world';

/** What people do in their calendars, and what goes wrong. */
export type GoogleControl = {
  world: GoogleWorld;
  /** The next API calls run into these, one each. */
  refuseNext(...refusals: Refuse[]): void;
  noMoreRefusals(): void;
  addPerson(email: string): void;
  addServiceAccount(email: string, publicKey: string): void;
  addCalendar(owner: string, id: string, summary?: string): Calendar;
  share(calendarId: string, email: string, role: 'reader' | 'writer' | null): void;
  deleteCalendar(calendarId: string): void;
  /** All that a person has granted, or a service account's key, is void from here on. */
  revoke(email: string): void;
  forgetSyncTokens(calendarId: string): void;
  addEvent(calendarId: string, body: Record<string, unknown>): string;
  changeEvent(calendarId: string, eventId: string, change: Record<string, unknown>): void;
  deleteEvent(calendarId: string, eventId: string): void;
  /** Events that stand, in no order. */
  events(calendarId: string): Event[];
};

export type RunningGoogle = Running & { control: GoogleControl };

export type GoogleOptions = {
  /** 0 takes a free port. */
  port: number;
  client: { id: string; secret: string };
  now?: () => Date;
};

/**
 * Starts the stand-in for Google Calendar on loopback: tokens, consent page and API under one address. It shares no code
 * with the adapter, which it judges. Throws when the port is taken.
 */
export async function startGoogle({
  port,
  client,
  now = () => new Date(),
}: GoogleOptions): Promise<RunningGoogle> {
  const world = new GoogleWorld(client, now);
  let url = '';
  const running = await serve(port, async (request, response) => {
    // By their own clock: callers tell from it whose is wrong.
    response.setHeader('Date', new Date(world.now()).toUTCString());
    const body = await readBody(request);
    try {
      handle(world, url, { request, response, body });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      answerJson(response, error.status, error.body);
    }
  });
  url = running.url;
  return { ...running, control: controlOf(world) };
}

function handle(
  world: GoogleWorld,
  url: string,
  { request, response, body }: { request: IncomingMessage; response: ServerResponse; body: string },
): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', url);
  if (pathname === '/o/oauth2/v2/auth') {
    const consent = answerConsent(world, searchParams);
    if ('page' in consent) answer(response, 200, 'text/html', consent.page);
    else response.writeHead(302, { location: consent.location }).end();
    return;
  }
  if (pathname === '/token') {
    answerJson(response, 200, answerToken(world, `${url}/token`, body));
    return;
  }
  const [, path] = /^\/calendar\/v3\/(.+)$/.exec(pathname) ?? [];
  if (path === undefined) throw refuse(404, 'notFound');
  if (runInto(world.refusals.shift(), response)) return;
  const given = answerApi(world, request, path.split('/').map(decodeURIComponent), body);
  if (given === null) response.writeHead(204).end();
  else answerJson(response, 200, given);
}

/** True when the call must not be looked at. */
function runInto(refusal: Refuse | undefined, response: ServerResponse): boolean {
  switch (refusal) {
    case undefined:
      return false;
    case 'hang':
      return true;
    case 'lost-answer':
      response.end = () => (response.destroy(), response);
      return false;
    case 'quota':
      throw refuse(403, 'quotaExceeded', 'Calendar usage limits exceeded.');
    case 'rate-limit':
      throw refuse(403, 'userRateLimitExceeded', 'User Rate Limit Exceeded');
    case 'too-many-requests':
      throw refuse(429, 'rateLimitExceeded', 'Rate Limit Exceeded');
    case 'unauthorised':
      throw refuse(401, 'authError', 'Invalid Credentials');
    case 'server-error':
      throw refuse(503, 'backendError', 'Service unavailable');
  }
}

function controlOf(world: GoogleWorld): GoogleControl {
  const get = (calendarId: string): Calendar => {
    const calendar = world.calendars.get(calendarId);
    if (!calendar) throw new Error(`No calendar ${calendarId}`);
    return calendar;
  };
  return {
    world,
    refuseNext: (...refusals) => {
      world.refusals.push(...refusals);
    },
    noMoreRefusals: () => {
      world.refusals.length = 0;
    },
    addPerson: (email) => {
      world.people.set(email, { email, refreshTokens: new Set() });
      world.addCalendar(email, email, email);
    },
    addServiceAccount: (email, publicKey) => {
      world.serviceAccounts.set(email, publicKey);
    },
    addCalendar: (owner, id, summary) => world.addCalendar(owner, id, summary),
    share: (calendarId, email, role) => {
      if (role === null) get(calendarId).access.delete(email);
      else get(calendarId).access.set(email, role);
    },
    deleteCalendar: (calendarId) => {
      world.calendars.delete(calendarId);
    },
    revoke: (email) => {
      world.people.get(email)?.refreshTokens.clear();
      world.serviceAccounts.delete(email);
      for (const [token, of] of world.tokens) if (of.email === email) world.tokens.delete(token);
    },
    forgetSyncTokens: (calendarId) => {
      const calendar = get(calendarId);
      calendar.forgottenBefore = calendar.changes + 1;
      calendar.changes += 1;
    },
    addEvent: (calendarId, body) => String(insertEvent(world, get(calendarId), body)['id']),
    changeEvent: (calendarId, eventId, change) => {
      patchEvent(world, get(calendarId), eventId, change);
    },
    deleteEvent: (calendarId, eventId) => {
      deleteEvent(world, get(calendarId), eventId);
    },
    events: (calendarId) =>
      [...get(calendarId).events.values()].filter(({ status }) => status === 'confirmed'),
  };
}
