import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { freePort } from '../lib/db/embedded/free-port';
import type { BenchRow } from './bench-row';
import { benchNumber, stopped, withBenchStack } from './bench-stack';
import { during, median, percentile } from './figures';

const lanes = 32;
const roundMs = 4_000;
const rounds = 3;

/** Webhooks a second, durable insert included, against a bare server with the same insert; no worker runs. */
export async function run(): Promise<BenchRow[]> {
  return withBenchStack('http://127.0.0.1:9', async (stack) => {
    await stack.startWeb();
    const channel = await stack.database.prisma.channel.findFirstOrThrow();
    const port = await freePort();
    const bare = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        'bench/bare-server.ts',
        String(port),
        stack.databaseUrl,
        channel.businessId,
        channel.id,
        benchNumber.appSecret,
      ],
      { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    );
    await new Promise((resolve) => bare.once('message', resolve));
    try {
      const agent = new Agent({ keepAlive: true, maxSockets: lanes });
      const bareUrl = `http://127.0.0.1:${String(port)}/`;
      await measure(agent, stack.webhookUrl, 1_000);
      await measure(agent, bareUrl, 1_000);
      const ours: number[][] = [];
      const theirs: number[][] = [];
      for (let round = 0; round < rounds; round += 1) {
        ours.push(await measure(agent, stack.webhookUrl, roundMs));
        theirs.push(await measure(agent, bareUrl, roundMs));
      }
      agent.destroy();
      return rows(ours, theirs);
    } finally {
      await stopped(bare);
    }
  });
}

function rows(ours: number[][], theirs: number[][]): BenchRow[] {
  const perSecond = (runs: number[][]): number => median(runs.map((run) => (run.length * 1000) / roundMs));
  const comparedWith = 'a bare Node server: signature, JSON.parse, the same insert';
  const all = { ours: ours.flat(), theirs: theirs.flat() };
  const latency = (name: string, share: number): BenchRow => ({
    what: `webhook acknowledgement, ${name} of ${String(lanes)} at once`,
    value: percentile(all.ours, share),
    unit: 'ms',
    comparedWith,
    ratio: percentile(all.ours, share) / percentile(all.theirs, share),
    reach: 'shown only',
  });
  return [
    {
      what: 'webhooks acknowledged per second',
      value: perSecond(ours),
      unit: '/s',
      comparedWith,
      ratio: perSecond(ours) / perSecond(theirs),
      reach: 'at least 0.5',
    },
    latency('p50', 0.5),
    latency('p99', 0.99),
  ];
}

let count = 0;

function measure(agent: Agent, url: string, forMs: number): Promise<number[]> {
  return during(forMs, lanes, () => {
    count += 1;
    return post(agent, url, Buffer.from(message(count)));
  });
}

function message(id: number): string {
  const from = `9198${String(10_000_000 + (id % 500))}`;
  return JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: benchNumber.wabaId,
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '914400000009', phone_number_id: benchNumber.phoneNumberId },
              contacts: [{ profile: { name: 'Anbu Selvan' }, wa_id: from, user_id: `IN.${from}` }],
              messages: [
                {
                  from,
                  from_user_id: `IN.${from}`,
                  id: `wamid.${String(process.pid)}.${String(id)}`,
                  timestamp: String(Math.floor(Date.now() / 1000)),
                  type: 'text',
                  text: { body: 'நாளை மாலை 6 மணிக்கு கோர்ட் வேண்டும்' },
                },
              ],
            },
          },
        ],
      },
    ],
  });
}

function post(agent: Agent, url: string, body: Buffer): Promise<void> {
  const signature = `sha256=${createHmac('sha256', benchNumber.appSecret).update(body).digest('hex')}`;
  const headers = {
    'content-type': 'application/json',
    'content-length': body.length,
    'x-hub-signature-256': signature,
  };
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`${url} answered ${String(response.statusCode)}`));
      });
    });
    call.on('error', reject);
    call.end(body);
  });
}
