import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { channelCredentials } from '../../channels/credentials';
import { accountCredentialsSchema } from '../../gateways/credentials';
import type { ChannelProvider } from '../../messaging/providers';

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
  const known = z.enum(Object.keys(placeholders) as [ChannelProvider]).parse(provider);
  return JSON.stringify(channelCredentials[known].parse(placeholders[known]()));
}

function accountPlaceholder(gateway: unknown): string {
  const shapes = {
    razorpay: { keyId: 'not-entered', keySecret: unknown(), webhookSecret: unknown(), previousSecret: null },
    payu: { merchantKey: 'not-entered', salt: unknown(), links: null },
    upi: { address: '', payee: '' },
  };
  const known = z.enum(['razorpay', 'payu', 'upi']).parse(gateway);
  return JSON.stringify(accountCredentialsSchema.parse({ gateway: known, ...shapes[known] }));
}

/** Why a channel that came by an import is paused. */
export const importedPause = 'imported: enter its credentials';

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
  inbound_event: (row) => (row['status'] === 'pending' ? { ...row, status: 'ignored' } : row),
  gateway_event: (row) => (row['status'] === 'pending' ? { ...row, status: 'ignored' } : row),
};

/** Columns that an arrival adds to those of the export. */
export const addedColumns: Readonly<Record<string, readonly string[]>> = {
  staff_user: ['password_hash', 'recovery_hashes'],
  invitation: ['token_hash'],
  channel: ['credentials'],
  payment_account: ['credentials'],
};
