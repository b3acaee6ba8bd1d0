import pino from 'pino';
import { createCloudApi } from '../channels/cloud-api/adapter';
import type { Database } from '../db/client';
import { identityMark } from '../vault/identity-mark';
import { openCalendars } from '../workflows/calendars/open-calendars';
import { openPayments } from '../workflows/open-payments';
import type { World } from '../workflows/types';
import { noGateways } from './no-gateways';

/**
 * A world with a real database, the given clock and no provider to reach: for workflows that send nothing. `reach` adds
 * what one of them does reach, such as `openPayments` on a stand-in.
 */
export const bareWorld = (database: Database, now: () => Date, reach: Partial<World> = {}): World => ({
  database,
  clock: { now },
  log: pino({ level: 'silent' }),
  random: () => 0.5,
  adapterOf: () => createCloudApi(),
  connectionOf: () => {
    throw new Error('Nothing is sent here.');
  },
  ...openPayments(noGateways, { unseal: (sealed) => sealed, clock: { now } }),
  calendars: openCalendars(
    { googleApiUrl: 'http://127.0.0.1:9', client: null },
    { unseal: (sealed) => sealed, clock: { now }, publicUrl: 'http://localhost:3000' },
  ),
  seal: (plain) => plain,
  mailer: null,
  publicUrl: 'http://localhost:3000',
  markOf: ({ businessId }, identity) => identityMark('test', businessId, identity),
  signLink: (parts) => parts.join('.'),
  ...reach,
});
