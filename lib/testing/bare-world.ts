import pino from 'pino';
import { createCloudApi } from '../channels/cloud-api/adapter';
import type { Database } from '../db/client';
import type { World } from '../workflows/types';

/** A world with a real database, the given clock and no provider to reach: for workflows that send nothing. */
export const bareWorld = (database: Database, now: () => Date): World => ({
  database,
  clock: { now },
  log: pino({ level: 'silent' }),
  random: () => 0.5,
  adapterOf: () => createCloudApi(),
  connectionOf: () => {
    throw new Error('Nothing is sent here.');
  },
  mailer: null,
  publicUrl: 'http://localhost:3000',
  signLink: (parts) => parts.join('.'),
});
