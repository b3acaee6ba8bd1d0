import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { calendarCredentialsSchema } from '../../calendars/credentials';
import { channelCredentials } from '../../channels/credentials';
import { accountCredentialsSchema } from '../../gateways/credentials';
import { type GatewayName, gatewayNames } from '../../kernel/gateways';
import { type ChannelProvider, channelProviders } from '../../messaging/providers';
import { importedPause } from '../../tenancy/imported-pause';

type Row = Record<string, unknown>;

export type Arrival = {
  slug: string;
  now: Date;
  seal: (plain: string) => string;
  /** The key that a channel gets here. */
  keyOf: (key: string) => string;
};

/** Nobody's: a signature made with it cannot be guessed, and a provider refuses it. */
const unknown = (): string => randomBytes(32).toString('hex');

/** In the place of credentials that stayed behind, so that whatever reads them finds their shape. */
const placeholders: Readonly<Record<ChannelProvider, () => object>> = {
  'cloud-api': () => ({ accessToken: 'not-entered', appSecret: unknown(), verifyToken: unknown() }),
  simulator: () => ({ accessToken: 'not-entered', appSecret: unknown(), verifyToken: unknown() }),
  d360: () => ({ apiKey: 'not-entered', webhookSecret: unknown() }),
  twilio: () => ({ accountSid: 'not-entered', authToken: unknown() }),
  gupshup: () => ({
    apiKey: 'not-entered',
    appName: 'not-entered',
    appId: 'not-entered',
    webhookToken: unknown(),
  }),
  onprem: () => ({ username: 'not-entered', password: unknown(), webhookToken: unknown() }),
};

function channelPlaceholder(provider: unknown): string {
  const known = z.enum(channelProviders).parse(provider);
  return JSON.stringify(channelCredentials[known].parse(placeholders[known]()));
}

const accountPlaceholders: Readonly<Record<GatewayName, () => object>> = {
  razorpay: () => ({
    keyId: 'not-entered',
    keySecret: unknown(),
    webhookSecret: unknown(),
    previousSecret: null,
  }),
  payu: () => ({ merchantKey: 'not-entered', salt: unknown(), links: null }),
  upi: () => ({ address: '', payee: '' }),
};

function accountPlaceholder(gateway: unknown): string {
  const known = z.enum(gatewayNames).parse(gateway);
  return JSON.stringify(accountCredentialsSchema.parse({ gateway: known, ...accountPlaceholders[known]() }));
}

function calendarPlaceholder({ kind, label }: Row): string {
  const keys = { modulusLength: 2048, publicKeyEncoding: pem('spki'), privateKeyEncoding: pem('pkcs8') };
  const shape =
    kind === 'oauth'
      ? { refreshToken: 'not-entered' }
      : // A key that works, of which Google knows nothing: what signs with it is refused and not surprised.
        { keyId: 'not-entered', privateKey: generateKeyPairSync('rsa', keys).privateKey };
  return JSON.stringify(calendarCredentialsSchema.parse({ kind, email: label, ...shape }));
}

const pem = <Type extends string>(type: Type) => ({ type, format: 'pem' as const });

/**
 * How rows of some tables arrive. Nothing may go out before somebody has entered the secrets here, and nothing may go out
 * twice: what waits to be sent or worked on is left to the installation it comes from.
 */
export const arrivals: Readonly<Record<string, (row: Row, arrival: Arrival) => Row>> = {
  business: (row, { slug }) => ({ ...row, slug }),
  staff_user: (row) => ({ ...row, password_hash: 'none', recovery_hashes: [] }),
  // Its link led to the other installation.
  invitation: (row) => ({ ...row, token_hash: unknown() }),
  channel: (row, { seal, keyOf }) => ({
    ...row,
    key: keyOf(String(row['key'])),
    credentials: seal(channelPlaceholder(row['provider'])),
    paused_reason: importedPause,
  }),
  payment_account: (row, { seal, now }) => ({
    ...row,
    credentials: seal(accountPlaceholder(row['gateway'])),
    retired_at: row['retired_at'] ?? now.toISOString(),
  }),
  payment_attempt: (row) => ({ ...row, next_check_at: null }),
  message: (row) =>
    row['status'] === 'queued' || row['status'] === 'sending'
      ? {
          ...row,
          status: 'cancelled',
          failure: { kind: 'expired', detail: 'It waited to be sent when the business moved.' },
        }
      : row,
  calendar_account: (row, { seal }) => ({
    ...row,
    credentials: row['ended_at'] === null ? seal(calendarPlaceholder(row)) : '',
  }),
  // As when its account's access is withdrawn: connecting the account again has its calendars looked at again.
  calendar_link: (row, { now }) =>
    row['ended_at'] === null
      ? { ...row, state: 'revoked', state_since: now.toISOString(), look_at: null, leased_until: null }
      : row,
  inbound_event: (row) => (row['status'] === 'pending' ? { ...row, status: 'ignored' } : row),
  gateway_event: (row) => (row['status'] === 'pending' ? { ...row, status: 'ignored' } : row),
};

/** Columns that an arrival adds to those of the export. */
export const addedColumns: Readonly<Record<string, readonly string[]>> = {
  staff_user: ['password_hash', 'recovery_hashes'],
  invitation: ['token_hash'],
  channel: ['credentials'],
  payment_account: ['credentials'],
  calendar_account: ['credentials'],
};
