import pg from 'pg';
import type { Logger } from 'pino';
import { z } from 'zod';
import { liveChannel } from './publish';
import type { LiveEvent } from './types';

type Listener = (event: LiveEvent) => void;

const payloadSchema = z.tuple([
  z.string(),
  z.enum(['bookings', 'chats', 'customers', 'setup', 'money']),
  z.string().nullable(),
]);

const againMs = 500;

/**
 * One LISTEN connection for a web process, spread to any number of listeners of any business. It connects with the
 * first listener, connects again by itself when it is lost, and then tells everybody to read everything anew.
 * `url` must lead to PostgreSQL itself: a pooler in transaction mode drops LISTEN.
 */
export class LiveFeed {
  private readonly listeners = new Map<string, Set<Listener>>();
  private client: pg.Client | null = null;
  private connecting: Promise<void> | null = null;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly log: Logger,
  ) {}

  /** Resolves once changes from now on are heard; the returned function ends it. */
  async subscribe(businessId: string, listener: Listener): Promise<() => void> {
    const own = this.listeners.get(businessId) ?? new Set();
    own.add(listener);
    this.listeners.set(businessId, own);
    await this.connect();
    return () => {
      own.delete(listener);
      if (own.size === 0) this.listeners.delete(businessId);
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client?.end();
  }

  private connect(): Promise<void> {
    if (this.client) return Promise.resolve();
    this.connecting ??= this.open().finally(() => {
      this.connecting = null;
    });
    return this.connecting;
  }

  private async open(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'neram live',
      keepAlive: true,
    });
    let lost = false;
    const onLost = (error?: Error): void => {
      if (lost) return;
      lost = true;
      if (this.client === client) this.client = null;
      if (this.closed) return;
      this.log.warn({ err: error }, 'the connection for live changes was lost; connecting again');
      this.again();
    };
    client.on('error', onLost);
    client.on('end', () => onLost());
    client.on('notification', ({ payload }) => {
      this.spread(payload ?? '');
    });
    await client.connect();
    await client.query(`LISTEN ${liveChannel}`);
    this.client = client;
  }

  private again(): void {
    setTimeout(() => {
      if (this.closed) return;
      this.connect().then(
        () => {
          for (const own of this.listeners.values())
            for (const listener of own) listener({ kind: 'everything' });
        },
        () => {
          this.again();
        },
      );
    }, againMs).unref();
  }

  private spread(payload: string): void {
    const [businessId, kind, id] = payloadSchema.parse(JSON.parse(payload));
    const event: LiveEvent = id === null ? { kind } : { kind, id };
    for (const listener of this.listeners.get(businessId) ?? []) listener(event);
  }
}
