import type { Logger } from 'pino';
import { z } from 'zod';
import { createCloudApi } from '../channels/cloud-api/adapter';
import type { ChannelConnection } from '../channels/types';
import { openDatabase } from '../db/client';
import { smtpMailer } from '../mail/smtp-mailer';
import type { Channel } from '../tenancy/queries';
import { linkToken } from '../vault/link-token';
import { unseal } from '../vault/seal';
import type { World } from './types';

export type WorldSettings = {
  databaseUrl: string;
  /** Connections of this process. */
  connections: number;
  secret: string;
  publicUrl: string;
  whatsappApiUrl: string;
  whatsappApiVersion: string;
  /** Address of the built-in stand-in, where the simulator runs. */
  simulatorUrl: string | null;
  /** The mail server and the sender; null: no mail is sent. */
  mail: { url: string; from: string } | null;
};

const credentials = z.object({ accessToken: z.string(), appSecret: z.string(), verifyToken: z.string() });

/** Opens the real outside: database, providers, the system clock. Made once by each entrance. */
export function openWorld(settings: WorldSettings, log: Logger): World {
  const cloudApi = createCloudApi();
  const opened = new Map<string, ChannelConnection>();
  return {
    database: openDatabase(settings.databaseUrl, settings.connections),
    clock: { now: () => new Date() },
    log,
    random: Math.random,
    adapterOf: () => cloudApi,
    connectionOf(channel) {
      // Unsealing derives a key: worth doing once for each version of the credentials, not once a message.
      const known = opened.get(channel.credentials);
      if (known) return known;
      const connection = openConnection(settings, channel);
      if (opened.size > 10_000) opened.clear();
      opened.set(channel.credentials, connection);
      return connection;
    },
    mailer: settings.mail && smtpMailer(settings.mail.url, settings.mail.from),
    publicUrl: settings.publicUrl,
    signLink: (parts) => linkToken(settings.secret, parts),
  };
}

function openConnection(settings: WorldSettings, channel: Channel): ChannelConnection {
  const secrets = credentials.parse(JSON.parse(unseal(channel.credentials, settings.secret)));
  return {
    ...secrets,
    provider: channel.provider,
    phoneNumberId: channel.phoneNumberId,
    apiUrl: channel.provider === 'simulator' ? simulatorAddress(settings) : settings.whatsappApiUrl,
    apiVersion: settings.whatsappApiVersion,
  };
}

/** Port 9 is "discard": with the simulator off its messages fail as unreachable and stay visible as such. */
const simulatorAddress = (settings: WorldSettings): string => settings.simulatorUrl ?? 'http://127.0.0.1:9';
