import { hash } from '@node-rs/argon2';
import { importBookings } from '../booking/commands/import-bookings';
import { lockFounding } from '../catalog/commands/lock-founding';
import { loadCatalog } from '../catalog/queries';
import { addJob } from '../db/add-job';
import type { Database, Tx } from '../db/client';
import { transaction } from '../db/transaction';
import type { AccountCredentials } from '../gateways/credentials';
import { saveAccount } from '../payments/commands/save-account';
import type { AccountMode } from '../payments/types';
import { simulatorNumber } from '../simulator/credentials';
import { addMember } from '../tenancy/commands/add-member';
import { connectChannel } from '../tenancy/commands/connect-channel';
import type { BusinessScope } from '../tenancy/types';
import { addDemoCustomers } from './demo/add-demo-customers';
import { addDemoTemplates } from './demo/demo-templates';
import { demoBookings } from './demo/demo-bookings';
import { foundDemoClub } from './demo/found-demo-club';

type Credentials = { accessToken: string; appSecret: string; verifyToken: string };

export type SeedDemoInput = {
  env: {
    /** Of both demo users. */
    demoPassword: string;
    /** The real number, where one is configured. */
    whatsapp: (Credentials & { phoneNumberId: string; wabaId?: string }) | null;
    /** The built-in simulator's, for when there is none. */
    simulator: Credentials;
    /** Where customers pay; null: nowhere yet. */
    payments: { mode: AccountMode; credentials: AccountCredentials } | null;
  };
  now: Date;
  /** Encrypts what must not be readable in the database. */
  seal: (plain: string) => string;
};

/**
 * Loads the demo business into an empty database: offer, staff, channel, customers and a month of bookings, all or
 * nothing. A database with any business is left alone, and of two that try at once one does it. Safe to repeat.
 */
export async function seedDemo(database: Database, input: SeedDemoInput): Promise<{ created: boolean }> {
  const passwordHash = await hash(input.env.demoPassword);
  return transaction(database, async (tx) => {
    const empty = await lockFounding(tx);
    if (!empty) return { created: false };
    const scope = await foundDemoClub(tx, input.now);
    await addStaff(tx, scope, passwordHash);
    await connectDemoChannel(tx, scope, input);
    await connectDemoPayments(tx, scope, input);
    const customers = await addDemoCustomers(tx, scope, input.now);
    const catalog = await loadCatalog(tx, scope);
    const bookings = demoBookings({ catalog, customers, now: input.now, daysBack: 14, daysAhead: 14 });
    await importBookings(tx, scope, { bookings, actor: { kind: 'system' } });
    await addJob(tx, 'replan-reminders', { businessId: scope.businessId, serviceId: null });
    return { created: true };
  });
}

async function addStaff(tx: Tx, scope: BusinessScope, passwordHash: string): Promise<void> {
  const owner = { email: 'owner@demo.test', name: 'Kalai Selvan', language: 'ta', role: 'owner' } as const;
  const staff = { email: 'staff@demo.test', name: 'Meera Devi', language: 'en', role: 'staff' } as const;
  await addMember(tx, scope, { ...owner, passwordHash });
  await addMember(tx, scope, { ...staff, passwordHash });
}

async function connectDemoChannel(
  tx: Tx,
  scope: BusinessScope,
  { env, now, seal }: SeedDemoInput,
): Promise<void> {
  const { accessToken, appSecret, verifyToken } = env.whatsapp ?? env.simulator;
  const channelId = await connectChannel(tx, scope, {
    key: 'demo',
    credentials: seal(JSON.stringify({ accessToken, appSecret, verifyToken })),
    ...(env.whatsapp
      ? {
          provider: 'cloud-api',
          phoneNumberId: env.whatsapp.phoneNumberId,
          wabaId: env.whatsapp.wabaId ?? null,
          displayPhone: null,
        }
      : { provider: 'simulator', ...simulatorNumber }),
  });
  // The simulator holds the set as approved from the start; a real account has to submit it.
  if (!env.whatsapp) await addDemoTemplates(tx, scope, { channelId, now });
}

async function connectDemoPayments(tx: Tx, scope: BusinessScope, input: SeedDemoInput): Promise<void> {
  const { env, now, seal } = input;
  if (!env.payments) return;
  const { mode, credentials } = env.payments;
  const { gateway } = credentials;
  await saveAccount(tx, scope, { gateway, mode, credentials: seal(JSON.stringify(credentials)), now });
}
