import type { Logger } from 'pino';
import type { ChannelAdapter, ChannelConnection } from '../channels/types';
import type { Database } from '../db/client';
import type { Clock } from '../kernel/clock';
import type { Mailer } from '../mail/types';
import type { Channel } from '../tenancy/queries';

/** What every use case needs from the outside, made once by an entrance. */
export type World = {
  database: Database;
  clock: Clock;
  log: Logger;
  /** 0 ≤ n < 1; injected so that backoff can be tested. */
  random: () => number;
  adapterOf(provider: Channel['provider']): ChannelAdapter;
  /** Opens the channel's sealed credentials. */
  connectionOf(channel: Channel): ChannelConnection;
  /** Null where no mail server is configured. */
  mailer: Mailer | null;
  /** Public origin for links in messages, no trailing slash. */
  publicUrl: string;
  /** Signs links that need no sign-in (calendar files). */
  signLink(parts: readonly string[]): string;
};
