import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import type { Jobs } from '../db/add-job';
import { findChannelByKey, getChannel, type Channel } from '../tenancy/queries';
import { connectChannel } from '../tenancy/commands/connect-channel';
import { transaction } from '../db/transaction';
import { type TellingGateway, tellingGateways } from '../kernel/gateways';
import type { BusinessScope } from '../tenancy/types';
import type { RunningRazorpay } from '../stand-ins/razorpay/server';
import { startSimulator, type RunningSimulator } from '../simulator/server';
import type { CustomerIdentity, SendRecord } from '../simulator/types';
import { touchCatalog } from '../catalog/commands/touch-catalog';
import type { Terms } from '../terms/types';
import { seal } from '../vault/seal';
import { applyPendingStatuses } from '../workflows/apply-statuses';
import { sendReset } from '../workflows/ask-for-reset';
import { checkChannelJob } from '../workflows/channels/check-channel';
import { deliverThread } from '../workflows/deliver-thread';
import { foundDemoClub } from '../workflows/demo/found-demo-club';
import { expireStaleHolds } from '../workflows/expire-stale-holds';
import { handleInbound } from '../workflows/handle-inbound';
import { offerPlaces } from '../workflows/offer-places';
import { replanReminders } from '../workflows/reminders/replan-reminders';
import type { PaymentAddresses } from '../workflows/open-payments';
import { openWorld, type WhatsAppAddresses } from '../workflows/open-world';
import { receiveGatewayWebhook } from '../workflows/money/receive-gateway-webhook';
import { sweepPayments } from '../workflows/money/sweep-payments';
import { runMoneyJob } from '../worker/money-tasks';
import { receiveWebhook } from '../workflows/receive-webhook';
import { handleAccountEvents } from '../workflows/templates/handle-account-events';
import { syncTemplates } from '../workflows/templates/sync-templates';
import { sweepForgotten } from '../workflows/sweep-forgotten';
import { sweepWaitlist } from '../workflows/sweep-waitlist';
import type { World } from '../workflows/types';
import { ChatVisitor } from './chat-visitor';
import {
  deskNumber,
  deskProviders,
  deskPublicUrl,
  metasCredentials,
  type DeskProvider,
} from './desk-providers';
import { createTestDatabase, type TestDatabase } from './database';
import { deskGateways, type GatewayAtDesk } from './desk-gateways';
import { noGateways } from './no-gateways';
import { noProviders } from './no-providers';
import { connectAccount, startTestRazorpay } from './razorpay-account';

/** 20:40 on Monday evening in New York, 07:10 on Tuesday morning at the club: a day no test may mix up. */
const opening = new Date('2026-11-24T01:40:00Z');

type Job = { name: keyof Jobs; payload: unknown; queue: string };

/**
 * The demo business without any booking on a real database, the stand-in of the provider, and the workflows run in this
 * process under a clock that only moves when told: every dialogue and every wait is exact and takes no time.
 */
export class ChatDesk {
  private constructor(
    readonly db: TestDatabase,
    readonly world: World,
    readonly channel: Channel,
    readonly simulator: RunningSimulator,
    /** Where the club has its payment account. */
    readonly razorpay: RunningRazorpay,
    /** Every message that the provider took, in order. */
    readonly sent: SendRecord[],
    /** The installation's master key. */
    readonly secret: string,
    private readonly time: { now: Date },
    /** Every stand-in of a provider, the one of the desk's own channel first. */
    private readonly standIns: RunningSimulator[],
    /** A stand-in of one more provider, for the channel with this key; the channel itself is left as it is. */
    readonly startProvider: (provider: DeskProvider, key: string) => Promise<RunningSimulator>,
    private readonly connectChannel: (provider: DeskProvider, key: string) => Promise<Channel>,
    /** Stand-ins of gateways beside the first one. */
    private readonly gateways: GatewayAtDesk[],
    private readonly startGateway: (gateway: TellingGateway) => Promise<GatewayAtDesk>,
    private readonly stop: () => Promise<void>,
  ) {}

  /** `provider`: whose API the customers of the desk's own channel are reached through. */
  static async open({ now = opening, provider = 'cloud-api' }: DeskOptions = {}): Promise<ChatDesk> {
    const db = await createTestDatabase(20);
    const time = { now };
    const secret = randomBytes(32).toString('base64');
    const server = await startWebhookServer();
    const sent: SendRecord[] = [];
    const razorpay = await startTestRazorpay(`${server.url}payments/razorpay`, () => time.now);
    const standIns: RunningSimulator[] = [];
    const whatsapp: WhatsAppAddresses = noProviders();
    const startProvider = async (at: DeskProvider, key: string): Promise<RunningSimulator> => {
      const { front, templates, query } = deskProviders[at];
      const simulator = await startSimulator({
        takeOrder: (order) => Promise.resolve(razorpay.control.takeOrder(order)),
        onSend: (record) => void sent.push(record),
        port: 0,
        templateReviewMs: 0,
        now: () => time.now,
        pairRate: false,
        throughputPerSecond: Infinity,
        statusDelaysMs: { sent: 0, delivered: 0, read: 0 },
        retryDelaysMs: [20, 50],
        templates,
        ...(front && { front: front() }),
        webhook: { ...deskNumber, ...metasCredentials, url: `${server.url}${key}${query}` },
      });
      standIns.push(simulator);
      whatsapp[deskProviders[at].address] = simulator.url;
      return simulator;
    };
    const payments: PaymentAddresses = { ...noGateways, razorpayApiUrl: razorpay.url };
    const gateways: GatewayAtDesk[] = [];
    const startGateway = async (name: TellingGateway): Promise<GatewayAtDesk> => {
      const gateway = await deskGateways[name](`${server.url}payments/${name}`, () => time.now);
      gateways.push(gateway);
      Object.assign(payments, gateway.addresses);
      return gateway;
    };
    const simulator = await startProvider(provider, 'demo');
    const settings = {
      databaseUrl: db.url,
      connections: 20,
      secret,
      publicUrl: deskPublicUrl,
      whatsapp,
      simulatorUrl: null,
      payments,
      mail: null,
    };
    const real = openWorld(settings, pino({ level: 'silent' }), { now: () => time.now });
    const world: World = { ...real, random: () => 0.5 };
    const scope = await foundClub(world);
    const connect = (at: DeskProvider, key: string): Promise<Channel> =>
      connectNumber(world, scope, { at, key, sealed: (plain) => seal(plain, secret) });
    const channel = await connect(provider, 'demo');
    server.receive = async (body, headers, { pathname, searchParams: query }) => {
      const gateway = tellingGateways.find((name) => pathname === `/payments/${name}`);
      if (gateway) return receiveGatewayWebhook(world, { gateway, slug: 'demo' }, body, headers);
      const called = await findChannelByKey(world.database.prisma, pathname.slice(1));
      return called ? receiveWebhook(world, called, body, { headers, query }) : { kind: 'unknown-address' };
    };
    await connectAccount(world, channel.scope);
    return new ChatDesk(
      db,
      world,
      channel,
      simulator,
      razorpay,
      sent,
      secret,
      time,
      standIns,
      startProvider,
      connect,
      gateways,
      startGateway,
      async () => {
        await razorpay.close();
        for (const each of gateways) await each.close();
        for (const each of standIns) await each.close();
        await server.close();
        await world.database.close();
        await db.drop();
      },
    );
  }

  /** One more number of the club, at a provider where it has none yet, with a stand-in of its own. */
  async connect(provider: DeskProvider, key: string): Promise<ConnectedNumber> {
    const simulator = await this.startProvider(provider, key);
    return { channel: await this.connectChannel(provider, key), simulator };
  }

  /** From now on customers pay at this gateway, at a stand-in of its own. */
  async payAt(gateway: TellingGateway): Promise<GatewayAtDesk> {
    const started = await this.startGateway(gateway);
    await connectAccount(this.world, this.scope, started.credentials);
    return started;
  }

  get scope(): BusinessScope {
    return this.channel.scope;
  }

  now(): Date {
    return this.time.now;
  }

  /** From now on customers of this service pay beforehand, through the stand-in. */
  async takePayments(kind: 'court' | 'consultation', terms: Partial<Terms> = {}): Promise<void> {
    const { businessId } = this.scope;
    const { prisma } = this.world.database;
    await prisma.service.updateMany({
      where: { businessId, kind },
      data: {
        paymentRule: terms.rule ?? 'full',
        ...(terms.deposit && { deposit: terms.deposit }),
        ...(terms.refund && { refundRule: terms.refund }),
      },
    });
    await transaction(this.world.database, (tx) => touchCatalog(tx, this.scope));
  }

  /** The clock moves; nothing else happens. */
  pass({ minutes = 0, seconds = 0 }: { minutes?: number; seconds?: number }): void {
    this.time.now = new Date(this.time.now.getTime() + (minutes * 60 + seconds) * 1000);
  }

  visitor(name: string, identity: CustomerIdentity = 'both'): ChatVisitor {
    const { control } = this.simulator;
    return new ChatVisitor(control, control.createCustomer({ name, identity }));
  }

  /** Types, and everything that follows from it is done. Gives our last message. */
  async say(visitor: ChatVisitor, body: string): Promise<string> {
    visitor.type(body);
    await this.settle();
    return visitor.body();
  }

  /** Taps an option of our last message, and everything that follows from it is done. Gives our last message. */
  async tap(visitor: ChatVisitor, which: string): Promise<string> {
    visitor.tap(which);
    await this.settle();
    return visitor.body();
  }

  /** One round of what happens by the clock. */
  async minute(): Promise<void> {
    await expireStaleHolds(this.world);
    await sweepForgotten(this.world);
    await sweepWaitlist(this.world);
    await sweepPayments(this.world);
    await this.settle();
  }

  /** Works until nothing is under way: no webhook, no job that is due. */
  async settle(): Promise<void> {
    for (;;) {
      for (const each of this.standIns) await each.control.settled();
      await this.razorpay.control.settled();
      for (const each of this.gateways) await each.settled();
      if ((await this.work()) === 0) return;
    }
  }

  /** Applies the statuses that have come in and runs the jobs that are due, queues side by side and each in order, as workers would. Gives their number. */
  async work(): Promise<number> {
    const statuses = await applyPendingStatuses(this.world);
    const jobs = [...(await this.callers()), ...(await this.takeJobs())];
    const queues = new Map<string, Job[]>();
    for (const job of jobs) queues.set(job.queue, [...(queues.get(job.queue) ?? []), job]);
    await Promise.all(
      [...queues.values()].map(async (queue) => {
        for (const job of queue) await this.run(job);
      }),
    );
    return jobs.length + statuses;
  }

  /** Loses the delivery statuses that wait to be applied, as if the provider had never sent them. */
  async loseStatuses(): Promise<void> {
    await this.world.database.pool.query(
      `UPDATE inbound_event SET status = 'ignored' WHERE kind = 'status' AND status = 'pending'`,
    );
  }

  /** Takes a message in and works out the answer, which is written but not sent yet. */
  async hear(visitor: ChatVisitor, body: string): Promise<void> {
    visitor.type(body);
    await this.simulator.control.settled();
    await this.work();
  }

  /** Whoever waits for an answer, as a worker is called for them. */
  private async callers(): Promise<Job[]> {
    const { rows } = await this.world.database.pool.query<{ payload: Jobs['handle-inbound'] }>(
      `SELECT DISTINCT jsonb_build_object('businessId', business_id, 'channelId', channel_id, 'senderKey', sender_key) AS payload
       FROM inbound_event WHERE status = 'pending' AND kind = 'message'`,
    );
    return rows.map(({ payload }) => ({ name: 'handle-inbound', payload, queue: `in:${payload.senderKey}` }));
  }

  /** A thread's outbox is due when it asked to be, by our clock; everything else at once. */
  private async takeJobs(): Promise<Job[]> {
    const { rows } = await this.world.database.pool.query<Job>(
      `WITH due AS (
         DELETE FROM graphile_worker._private_jobs
         WHERE run_at <= $1::timestamptz OR NOT coalesce(key, '') LIKE ANY ('{later:%,out:%}') RETURNING *
       )
       SELECT t.identifier AS name, due.payload, coalesce(due.job_queue_id, -due.id)::text AS queue
       FROM due JOIN graphile_worker._private_tasks t ON t.id = due.task_id ORDER BY due.id`,
      [this.time.now],
    );
    return rows;
  }

  private async run({ name, payload }: Job): Promise<void> {
    // Written by our own statements, typed by `Jobs`.
    switch (name) {
      case 'handle-inbound':
        return handleInbound(this.world, payload as Jobs['handle-inbound']);
      case 'deliver-thread':
        await deliverThread(this.world, payload as Jobs['deliver-thread']);
        return;
      case 'offer-places':
        return offerPlaces(this.world, payload as Jobs['offer-places']);
      case 'send-reset':
        return sendReset(this.world, payload as Jobs['send-reset']);
      case 'replan-reminders':
        return replanReminders(this.world, payload as Jobs['replan-reminders']);
      case 'handle-account-events':
        return handleAccountEvents(this.world, payload as Jobs['handle-account-events']);
      case 'check-channel':
        return checkChannelJob(this.world, payload as Jobs['check-channel']);
      case 'sync-templates':
        return syncTemplates(this.world, payload as Jobs['sync-templates']);
      default:
        return runMoneyJob(this.world, name, payload);
    }
  }

  close(): Promise<void> {
    return this.stop();
  }
}

const foundClub = (world: World): Promise<BusinessScope> =>
  transaction(world.database, (tx) => foundDemoClub(tx, world.clock.now()));

async function connectNumber(
  { database }: World,
  scope: BusinessScope,
  { at, key, sealed }: { at: DeskProvider; key: string; sealed: (plain: string) => string },
): Promise<Channel> {
  const { provider, phoneNumberId, credentials } = deskProviders[at];
  const { wabaId, displayPhone } = deskNumber;
  const connected = { key, provider, phoneNumberId, wabaId, displayPhone };
  const id = await transaction(database, (tx) =>
    connectChannel(tx, scope, { ...connected, credentials: sealed(JSON.stringify(credentials)) }),
  );
  await database.prisma.channel.updateMany({ data: { ratePerSecond: 10_000 } });
  return getChannel(database.prisma, scope, id);
}

type DeskOptions = { now?: Date; provider?: DeskProvider };
/** A further number of the club, and the phones that write to it. */
type ConnectedNumber = { channel: Channel; simulator: RunningSimulator };
type Receive = (body: Uint8Array, headers: Headers, address: URL) => Promise<{ kind: string }>;

/** Where the stand-in posts its webhooks: as the route does, without Next. */
async function startWebhookServer(): Promise<{ url: string; receive: Receive; close(): Promise<void> }> {
  const handed: { receive: Receive } = {
    receive: () => Promise.reject(new Error('The desk is not open yet.')),
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = new Headers(request.headers as Record<string, string>);
      const address = new URL(request.url ?? '/', 'http://localhost');
      handed.receive(Buffer.concat(chunks), headers, address).then(
        (outcome) => response.writeHead(outcome.kind === 'stored' ? 200 : 400).end(),
        () => response.writeHead(500).end(),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an AddressInfo; the type also allows pipes.
  const { port } = server.address() as AddressInfo;
  return Object.assign(handed, {
    url: `http://127.0.0.1:${String(port)}/`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  });
}
