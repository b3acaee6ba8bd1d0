import type { Logger } from 'pino';
import { createAdapters } from '../channels/adapters';
import { channelCredentials } from '../channels/credentials';
import type { ChannelConnection } from '../channels/types';
import { openDatabase } from '../db/client';
import { smtpMailer } from '../mail/smtp-mailer';
import type { Clock } from '../kernel/clock';
import type { ChannelProvider } from '../messaging/providers';
import type { Channel } from '../tenancy/queries';
import { identityMark } from '../vault/identity-mark';
import { linkToken } from '../vault/link-token';
import { seal, unseal } from '../vault/seal';
import { pricesOfDay } from './costs/prices-of-day';
import { openCalendars, type CalendarSettings } from './calendars/open-calendars';
import { openPayments, type PaymentAddresses } from './open-payments';
import type { World } from './types';
import { webhookPathOf } from './webhook-path';

export type WhatsAppAddresses = {
  cloudApiUrl: string;
  /** Graph API version. */
  apiVersion: string;
  d360Url: string;
  twilioUrl: string;
  gupshupUrl: string;
  /** Null: this installation knows no on-premises webapp. */
  onpremUrl: string | null;
};

export type WorldSettings = {
  databaseUrl: string;
  /** Connections of this process. */
  connections: number;
  secret: string;
  publicUrl: string;
  /** Base addresses of the WhatsApp providers. */
  whatsapp: WhatsAppAddresses;
  /** Address of the built-in stand-in, where the simulator runs. */
  simulatorUrl: string | null;
  payments: PaymentAddresses;
  /** Absent: no outside calendar is reached. */
  calendars?: CalendarSettings;
  /** The mail server and the sender; null: no mail is sent. */
  mail: { url: string; from: string } | null;
};

const systemClock: Clock = { now: () => new Date() };

/** Opens the real outside: database, providers, the system clock. Made once by each entrance. */
export function openWorld(settings: WorldSettings, log: Logger, clock = systemClock): World {
  const opened = new Map<string, ChannelConnection>();
  const { secret } = settings;
  return {
    database: openDatabase(settings.databaseUrl, settings.connections),
    clock,
    log,
    random: Math.random,
    adapterOf: createAdapters(clock),
    connectionOf(channel) {
      // Unsealing derives a key: worth doing once for each version of the credentials, not once a message.
      const version = `${channel.id} ${channel.credentials}`;
      const known = opened.get(version);
      if (known) return known;
      const connection = openConnection(settings, channel);
      if (opened.size > 10_000) opened.clear();
      opened.set(version, connection);
      return connection;
    },
    ...openPayments(settings.payments, { unseal: (sealed) => unseal(sealed, secret), clock }),
    calendars: openCalendars(settings.calendars ?? { googleApiUrl: nowhere, client: null }, {
      unseal: (sealed) => unseal(sealed, secret),
      clock,
      publicUrl: settings.publicUrl,
    }),
    seal: (plain) => seal(plain, secret),
    messagePrices: pricesOfDay,
    mailer: settings.mail && smtpMailer(settings.mail.url, settings.mail.from),
    publicUrl: settings.publicUrl,
    markOf: ({ businessId }, identity) => identityMark(secret, businessId, identity),
    signLink: (parts) => linkToken(secret, parts),
  };
}

function openConnection(settings: WorldSettings, channel: Channel): ChannelConnection {
  const { provider, phoneNumberId, wabaId, displayPhone, key } = channel;
  const sealed: unknown = JSON.parse(unseal(channel.credentials, settings.secret));
  const credentials = channelCredentials[provider].parse(sealed);
  // Who signs nothing is known by a token in the address that it was given.
  const token =
    'webhookToken' in credentials
      ? `?${new URLSearchParams({ token: credentials.webhookToken }).toString()}`
      : '';
  const connection = {
    ...credentials,
    provider,
    phoneNumberId,
    wabaId,
    displayPhone,
    apiUrl: apiUrlOf(settings, provider),
    apiVersion: settings.whatsapp.apiVersion,
    webhookUrl: `${settings.publicUrl}${webhookPathOf(provider, key)}${token}`,
  };
  // The schema looked up by the provider is the provider's own; TypeScript cannot follow that.
  return connection as ChannelConnection;
}

/** Port 9 is "discard": what has no address fails as unreachable and stays visible as such. */
const nowhere = 'http://127.0.0.1:9';

function apiUrlOf({ whatsapp, simulatorUrl }: WorldSettings, provider: ChannelProvider): string {
  switch (provider) {
    case 'cloud-api':
      return whatsapp.cloudApiUrl;
    case 'simulator':
      return simulatorUrl ?? nowhere;
    case 'd360':
      return whatsapp.d360Url;
    case 'twilio':
      return whatsapp.twilioUrl;
    case 'gupshup':
      return whatsapp.gupshupUrl;
    case 'onprem':
      return whatsapp.onpremUrl ?? nowhere;
  }
}
