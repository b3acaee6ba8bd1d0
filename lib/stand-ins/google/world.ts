import { randomId } from '../random-id';

export type Person = { email: string; refreshTokens: Set<string> };

export type Event = {
  id: string;
  status: 'confirmed' | 'cancelled';
  /** When it last changed, in the calendar's own count of changes. */
  change: number;
  etag: string;
  body: Record<string, unknown>;
};

export type Calendar = {
  id: string;
  summary: string;
  timeZone: string;
  owner: string;
  /** Who else may do what, by mail address. */
  access: Map<string, 'reader' | 'writer'>;
  events: Map<string, Event>;
  changes: number;
  /** Sync tokens from before this count are forgotten. */
  forgottenBefore: number;
};

export type Channel = {
  id: string;
  calendarId: string;
  address: string;
  token: string;
  until: number;
  resourceId: string;
};

export type Refuse =
  'quota' | 'rate-limit' | 'too-many-requests' | 'server-error' | 'hang' | 'unauthorised' | 'lost-answer';

/** What Google would keep: people, service accounts, calendars. */
export class GoogleWorld {
  readonly calendars = new Map<string, Calendar>();
  readonly people = new Map<string, Person>();
  /** Public keys (PEM) of service accounts by mail address. */
  readonly serviceAccounts = new Map<string, string>();
  /** Whose an access token is, and until when. */
  readonly tokens = new Map<string, { email: string; until: number }>();
  readonly codes = new Map<string, { email: string; redirectUri: string; scope: string }>();
  readonly channels = new Map<string, Channel>();
  /** The next calls run into these, one each. */
  readonly refusals: Refuse[] = [];
  /** Every call that was looked at, oldest first: `POST /calendars/x/events`. */
  readonly calls: string[] = [];

  constructor(
    readonly client: { id: string; secret: string },
    private readonly clock: () => Date,
  ) {}

  now(): number {
    return this.clock().getTime();
  }

  addCalendar(owner: string, id: string, summary = id): Calendar {
    const calendar: Calendar = {
      id,
      summary,
      timeZone: 'Asia/Kolkata',
      owner,
      access: new Map(),
      events: new Map(),
      changes: 0,
      forgottenBefore: 0,
    };
    this.calendars.set(id, calendar);
    return calendar;
  }

  newToken(email: string): { access_token: string; expires_in: number; token_type: string } {
    const token = `ya29.${randomId(40)}`;
    this.tokens.set(token, { email, until: this.now() + 3_600_000 });
    return { access_token: token, expires_in: 3600, token_type: 'Bearer' };
  }

  /** Writes an event and counts the change. */
  write(calendar: Calendar, id: string, status: Event['status'], body: Record<string, unknown>): Event {
    calendar.changes += 1;
    const event = { id, status, body, change: calendar.changes, etag: `"${randomId(16)}"` };
    calendar.events.set(id, event);
    void this.tell(calendar, 'exists');
    return event;
  }

  /** Posts a notice to every channel of the calendar that still lives. */
  async tell(calendar: Calendar, state: 'sync' | 'exists'): Promise<void> {
    const live = [...this.channels.values()].filter(
      (channel) => channel.calendarId === calendar.id && channel.until > this.now(),
    );
    await Promise.all(
      live.map((channel) =>
        fetch(channel.address, {
          method: 'POST',
          headers: {
            'X-Goog-Channel-ID': channel.id,
            'X-Goog-Channel-Token': channel.token,
            'X-Goog-Resource-ID': channel.resourceId,
            'X-Goog-Resource-State': state,
            'X-Goog-Message-Number': String(calendar.changes + 1),
          },
          signal: AbortSignal.timeout(5_000),
        }).catch(() => undefined),
      ),
    );
  }
}
