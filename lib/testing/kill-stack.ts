import type { ChildProcess } from 'node:child_process';
import pino from 'pino';
import { freePort } from '../db/embedded/free-port';
import { transaction } from '../db/transaction';
import { startSimulator, type RunningSimulator } from '../simulator/server';
import type { SendRecord } from '../simulator/types';
import { startPayu, type RunningPayu } from '../stand-ins/payu/server';
import type { RunningRazorpay } from '../stand-ins/razorpay/server';
import { connectChannel } from '../tenancy/commands/connect-channel';
import { scopeOf } from '../tenancy/scope';
import type { BusinessScope } from '../tenancy/types';
import { foundDemoClub } from '../workflows/demo/found-demo-club';
import { openWorld } from '../workflows/open-world';
import type { World } from '../workflows/types';
import { spawnProcess, spawnWorker } from './chat-stack';
import { createTestDatabase, type TestDatabase } from './database';
import { deskNumber, metasCredentials } from './desk-providers';
import { noProviders } from './no-providers';
import { payuKeys } from './payu-account';
import { startTestRazorpay } from './razorpay-account';
import type { Random } from './seeded-random';

export type KillStack = {
  db: TestDatabase;
  world: World;
  scope: BusinessScope;
  razorpay: RunningRazorpay;
  payu: RunningPayu;
  simulator: RunningSimulator;
  /** Every message that the WhatsApp provider took. */
  sent: SendRecord[];
  /** Address of the web's webhooks, without what comes after it. */
  webhooks: string;
  /** Processes that have ended by themselves. */
  crashed(): number;
  /** Kills the web process or a worker with no warning, and starts another in its place. */
  killOne(random: Random): Promise<'web' | 'worker'>;
  close(): Promise<void>;
};

/**
 * A club with a WhatsApp number and its gateways at stand-ins, and everything of ours that works on money as processes that
 * can be killed: the web's webhook entrance and two workers.
 */
export async function startKillStack(): Promise<KillStack> {
  const db = await createTestDatabase(10);
  const secret = Buffer.alloc(32, 7).toString('base64');
  const port = await freePort();
  const webhooks = `http://127.0.0.1:${String(port)}/api/webhooks`;
  const sent: SendRecord[] = [];
  const delays = [50, 200, 800];
  const razorpay = await startTestRazorpay(`${webhooks}/payments/rzp/demo`, undefined, delays);
  const payu = await startPayu({
    port: 0,
    merchantKey: payuKeys.merchantKey,
    salt: payuKeys.salt,
    links: payuKeys.links,
    webhookUrl: `${webhooks}/payments/payu/demo`,
    retryDelaysMs: delays,
  });
  const simulator = await startSimulator({
    onSend: (record) => void sent.push(record),
    port: 0,
    pairRate: false,
    throughputPerSecond: Infinity,
    // Meta goes on for days: a web process that is slow to come back loses nothing.
    retryDelaysMs: [100, 300, 1000, 3000, 5000, 5000, 5000, 10_000, 10_000, 10_000],
    webhook: { ...deskNumber, ...metasCredentials, url: `${webhooks}/whatsapp/demo` },
  });
  const world = openWorld(
    {
      databaseUrl: db.url,
      connections: 10,
      secret,
      publicUrl: 'http://localhost:3000',
      whatsapp: noProviders(simulator.url),
      simulatorUrl: null,
      payments: {
        razorpayApiUrl: razorpay.url,
        payuApiUrl: payu.url,
        payuCheckoutUrl: payu.url,
        standInUrl: null,
      },
      mail: null,
    },
    pino({ level: 'silent' }),
  );
  const scope = await openClub(world);
  const variables = {
    DATABASE_URL: db.url,
    NERAM_SECRET: secret,
    WHATSAPP_API_URL: simulator.url,
    RAZORPAY_API_URL: razorpay.url,
    PAYU_API_URL: payu.url,
    PAYU_CHECKOUT_URL: payu.url,
    PORT: String(port),
    LOG_LEVEL: 'silent',
  };
  const startWeb = () => spawnProcess('./webhook-process.ts', variables);
  let web: ChildProcess = await startWeb();
  const workers = [await spawnWorker(variables), await spawnWorker(variables)];
  return {
    ...{ db, world, scope, razorpay, payu, simulator, sent, webhooks },
    crashed: () => [web, ...workers].filter(({ exitCode }) => exitCode !== null).length,
    killOne: async (random) => {
      if (random.next() < 0.4) {
        web.kill('SIGKILL');
        web = await startWeb();
        return 'web';
      }
      const place = random.below(workers.length);
      workers[place]?.kill('SIGKILL');
      workers[place] = await spawnWorker(variables);
      return 'worker';
    },
    close: async () => {
      for (const child of [web, ...workers]) child.kill('SIGKILL');
      await razorpay.close();
      await payu.close();
      await simulator.close();
      await world.database.close();
      await db.drop();
    },
  };
}

/** The demo club with its court and everything else to be paid beforehand, and a WhatsApp number without a limit of its own. */
async function openClub(world: World): Promise<BusinessScope> {
  const founded = await transaction(world.database, (tx) => foundDemoClub(tx, world.clock.now()));
  const scope = scopeOf(founded.businessId);
  const { prisma } = world.database;
  await prisma.service.updateMany({ data: { paymentRule: 'full' } });
  const { phoneNumberId, wabaId, displayPhone } = deskNumber;
  const credentials = world.seal(JSON.stringify(metasCredentials));
  await transaction(world.database, (tx) =>
    connectChannel(tx, scope, {
      key: 'demo',
      provider: 'cloud-api',
      ...{ phoneNumberId, wabaId, displayPhone, credentials },
    }),
  );
  await prisma.channel.updateMany({ data: { ratePerSecond: 10_000 } });
  return scope;
}
