import type { Logger } from 'pino';
import type { ChannelAdapter, ChannelConnection } from '../channels/types';
import type { Database, Db } from '../db/client';
import type { AccountCredentials } from '../gateways/credentials';
import type { PaymentGateway } from '../gateways/types';
import type { Clock } from '../kernel/clock';
import type { Mailer } from '../mail/types';
import type { MessagePrices } from '../messaging/cheapest-way';
import type { PaymentAccount } from '../payments/types';
import type { Channel } from '../tenancy/queries';
import type { BusinessScope } from '../tenancy/types';
import type { CalendarDoor } from './calendars/open-calendars';

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
  /** The account's gateway, with its sealed credentials opened; null for a UPI address, which nobody answers at. */
  gatewayOf(account: PaymentAccount): PaymentGateway | null;
  /** Where to send money by UPI; null for an account at a gateway. */
  upiOf(account: PaymentAccount): { address: string; payee: string } | null;
  /** What is sealed of the account: for changing it, never for showing it. */
  credentialsOf(account: PaymentAccount): AccountCredentials;
  /** Encrypts what must not be readable in the database. */
  seal(plain: string): string;
  /**
   * What messages cost at that moment, of a channel or (null) of the business at large; absent: the usual prices of the
   * day.
   */
  messagePrices?: (
    db: Db,
    scope: BusinessScope,
    of: { channelId: string | null; now: Date },
  ) => Promise<MessagePrices>;
  /** Calendars outside of Neram. */
  calendars: CalendarDoor;
  /** Null where no mail server is configured. */
  mailer: Mailer | null;
  /** Public origin for links in messages, no trailing slash. */
  publicUrl: string;
  /** A keyed hash of somebody's number or user id: theirs at this business, whenever it is asked for. */
  markOf(scope: BusinessScope, identity: string): string;
  /** Signs links that need no sign-in (calendar files). */
  signLink(parts: readonly string[]): string;
};
