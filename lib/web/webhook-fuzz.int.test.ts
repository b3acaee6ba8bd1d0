import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChatStack, type ChatStack } from '../testing/chat-stack';
import { cloudApiFixtures } from '../testing/cloud-api-fixtures';
import { mutateJson } from '../testing/mutate-json';

const mutations = 10_000;

let stack: ChatStack;
const rejections: unknown[] = [];
const onRejection = (reason: unknown): void => {
  rejections.push(reason);
};

beforeAll(async () => {
  process.on('unhandledRejection', onRejection);
  stack = await startChatStack({ anyRecipient: true });
}, 60_000);
afterAll(async () => {
  process.off('unhandledRejection', onRejection);
  await stack.close();
});

async function post(body: Uint8Array): Promise<number> {
  const signature = `sha256=${createHmac('sha256', stack.appSecret).update(body).digest('hex')}`;
  const answer = await fetch(stack.webhookUrl, {
    method: 'POST',
    headers: { 'x-hub-signature-256': signature },
    body: Buffer.from(body),
  });
  await answer.arrayBuffer();
  return answer.status;
}

async function count(sql: string): Promise<number> {
  const { rows } = await stack.db.database.pool.query<{ n: number }>(sql);
  return rows[0]?.n ?? 0;
}

test(`${mutations} spoilt webhooks: never a 5xx, an unhandled rejection or a job that hangs`, async () => {
  const bodies = [...cloudApiFixtures.values()];
  const statuses = new Map<number, number>();
  for (let seed = 0; seed < mutations; seed += 50) {
    const batch = Array.from({ length: 50 }, (_, index) => {
      const source = bodies[(seed + index) % bodies.length] ?? '{}';
      // Fixtures name another number than this channel's: half of them are made to speak to ours.
      const ours =
        index % 2 === 0
          ? source.replaceAll(/"phone_number_id":\s*"\d+"/g, '"phone_number_id":"100000000000009"')
          : source;
      return post(mutateJson(ours, seed + index));
    });
    for (const status of await Promise.all(batch)) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect([...statuses.keys()].filter((status) => ![200, 400].includes(status))).toEqual([]);
  expect(statuses.get(200)).toBeGreaterThan(1_000);

  await stack.startWorker();
  const pending = `SELECT count(*)::int AS n FROM inbound_event WHERE status = 'pending'`;
  for (let wait = 0; wait < 240 && (await count(pending)) > 0; wait += 1) await sleep(500);
  expect(await count(pending)).toBe(0);
  expect(await count(`SELECT count(*)::int AS n FROM inbound_event WHERE status = 'failed'`)).toBe(0);
  expect(
    await count(
      `SELECT count(*)::int AS n FROM graphile_worker._private_jobs WHERE attempts >= max_attempts`,
    ),
  ).toBe(0);
  expect(rejections).toEqual([]);
}, 300_000);
