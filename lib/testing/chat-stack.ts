import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import pino from 'pino';
import type { RunningRazorpay } from '../stand-ins/razorpay/server';
import { startSimulator, type RunningSimulator } from '../simulator/server';
import type { SimulatorOptions } from '../simulator/options';
import { openWorld } from '../workflows/open-world';
import { seedDemo } from '../workflows/seed-demo';
import type { World } from '../workflows/types';
import { seal } from '../vault/seal';
import { webhookEntrance } from '../web/webhooks/webhook-entrance';
import { createTestDatabase, type TestDatabase } from './database';
import { noGateways } from './no-gateways';
import { noProviders } from './no-providers';
import { razorpayKeys, startTestRazorpay } from './razorpay-account';

const credentials = { accessToken: 'test-token', appSecret: 'test-app-secret', verifyToken: 'test-verify' };
const number = { phoneNumberId: '100000000000009', wabaId: '200000000000009', displayPhone: '+914400000009' };

export type ChatStack = {
  db: TestDatabase;
  world: World;
  simulator: RunningSimulator;
  /** Where the demo business has its payment account. */
  razorpay: RunningRazorpay;
  webhookUrl: string;
  appSecret: string;
  /** Starts one more worker process; resolves when it is working. */
  startWorker(): Promise<ChildProcess>;
  close(): Promise<void>;
};

/**
 * The demo business on a real database, the web process's webhook entrance on a real HTTP server, a stand-in of the provider,
 * and workers as processes of their own: all there is in production but the pages.
 */
export async function startChatStack(options: Partial<SimulatorOptions> = {}): Promise<ChatStack> {
  const db = await createTestDatabase(20);
  const secret = randomBytes(32).toString('base64');
  const webhook = await startWebhookServer();
  const simulator = await startSimulator({
    port: 0,
    history: 'none',
    pairRate: false,
    throughputPerSecond: Infinity,
    retryDelaysMs: [100, 300, 1000, 3000],
    ...options,
    webhook: { ...number, ...credentials, url: webhook.url },
  });
  const razorpay = await startTestRazorpay(webhook.paymentsUrl);
  const settings = {
    databaseUrl: db.url,
    connections: 20,
    secret,
    publicUrl: 'http://localhost:3000',
    whatsapp: noProviders(simulator.url),
    simulatorUrl: null,
    payments: { ...noGateways, razorpayApiUrl: razorpay.url },
    mail: null,
  };
  const world = openWorld(settings, pino({ level: 'silent' }));
  await seedDemo(world.database, {
    env: {
      demoPassword: 'not-used-here',
      whatsapp: { ...number, ...credentials },
      simulator: credentials,
      payments: { mode: 'test', credentials: razorpayKeys },
    },
    now: new Date(),
    seal: (plain) => seal(plain, secret),
  });
  await world.database.prisma.channel.updateMany({ data: { ratePerSecond: 10_000 } });
  Object.assign(globalThis, { neramWorld: { ...world, secret, databaseUrl: db.url } });
  const workers = new Set<ChildProcess>();
  return {
    db,
    world,
    simulator,
    razorpay,
    webhookUrl: webhook.url,
    appSecret: credentials.appSecret,
    startWorker: async () => {
      const worker = await spawnWorker({
        DATABASE_URL: db.url,
        NERAM_SECRET: secret,
        WHATSAPP_API_URL: simulator.url,
        RAZORPAY_API_URL: razorpay.url,
      });
      workers.add(worker);
      worker.once('exit', () => workers.delete(worker));
      return worker;
    },
    close: async () => {
      await Promise.all([...workers].map((worker) => ended(worker)));
      await simulator.close();
      await razorpay.close();
      await webhook.close();
      await world.database.close();
      await db.drop();
    },
  };
}

function ended(worker: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (worker.exitCode !== null || worker.signalCode !== null) {
      resolve();
      return;
    }
    worker.once('exit', () => {
      resolve();
    });
    worker.kill('SIGTERM');
  });
}

/** A worker process; resolves when it is working. */
export const spawnWorker = (variables: Record<string, string>): Promise<ChildProcess> =>
  spawnProcess('../worker/main.ts', variables);

/** A process out of a file beside this one; resolves when it says that it is ready. */
export function spawnProcess(file: string, variables: Record<string, string>): Promise<ChildProcess> {
  const main = path.resolve(import.meta.dirname, file);
  const worker = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { ...process.env, LOG_LEVEL: 'error', ...variables },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    worker.once('message', () => {
      resolve(worker);
    });
    worker.once('exit', (code) => {
      reject(new Error(`${file} ended before it was ready (code ${String(code)}).`));
    });
  });
}

/** The entrance that the web process has, and nothing behind it. */
async function startWebhookServer(): Promise<{ url: string; paymentsUrl: string; close(): Promise<void> }> {
  const server = createServer(webhookEntrance((_request, response) => response.writeHead(599).end()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const webhooks = `http://127.0.0.1:${String(port)}/api/webhooks`;
  return {
    url: `${webhooks}/whatsapp/demo`,
    paymentsUrl: `${webhooks}/payments/rzp/demo`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
