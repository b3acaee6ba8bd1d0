import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '../kernel/app-error';
import { newId } from '../db/new-id';
import { bareWorld } from '../testing/bare-world';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { makeBusiness } from '../testing/make-business';
import { metrics } from '../metrics/metrics';
import { startMetricsServer } from '../worker/metrics-server';
import { openDatabase } from '../db/client';
import { isNear, renderMetrics } from './metrics';
import { metricsAnswer } from './metrics-answer';

let db: TestDatabase;
let now = new Date('2026-11-27T06:00:00Z');
const world = () => bareWorld(db.database, () => now);
beforeAll(async () => {
  db = await createTestDatabase(3);
});
afterAll(() => db.drop());
// What was read before is old by now.
beforeEach(() => {
  now = new Date(now.getTime() + 60_000);
});

const valueOf = (body: string, series: string): number | undefined => {
  const line = body.split('\n').find((one) => one.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length));
};
const ago = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);

test('what waits and what went wrong is counted for the whole installation', async () => {
  const { scope, channelId } = await makeBusiness(db.database);
  const { businessId } = scope;
  const { prisma, pool } = db.database;
  const event = (status: string, kind: string, seconds: number) => ({
    businessId,
    id: newId(),
    channelId,
    eventKey: newId(),
    kind,
    senderKey: '1',
    payload: {},
    status,
    receivedAt: ago(seconds),
  });
  await prisma.inboundEvent.createMany({
    data: [
      event('pending', 'message', 90),
      event('pending', 'message', 10),
      event('pending', 'status', 5),
      event('done', 'message', 900),
    ],
  });
  await prisma.channel.updateMany({ where: { businessId }, data: { pausedReason: 'token expired' } });
  await pool.query(
    `SELECT graphile_worker.add_job('reconcile', run_at := $1), graphile_worker.add_job('reconcile', run_at := $2),
      graphile_worker.add_job('check-payment', run_at := $1, job_key := 'dead')`,
    [ago(120), new Date(now.getTime() + 60_000)],
  );
  await pool.query(`UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE key = 'dead'`);
  await prisma.workerProcess.create({ data: { id: newId(), startedAt: ago(60), seenAt: ago(5) } });
  const { body, contentType } = await renderMetrics(world());
  expect(contentType).toMatch(/^text\/plain; version=0\.0\.4/);
  const shown = (series: string) => valueOf(body, series);
  expect(shown('neram_database_up')).toBe(1);
  expect(shown('neram_waiting{of="messages_in"}')).toBe(2);
  expect(shown('neram_oldest_waiting_seconds{of="messages_in"}')).toBe(90);
  expect(shown('neram_waiting{of="statuses"}')).toBe(1);
  expect(shown('neram_jobs{state="ready"}')).toBe(1);
  expect(shown('neram_jobs{state="later"}')).toBe(1);
  expect(shown('neram_jobs{state="failed"}')).toBe(1);
  expect(shown('neram_failed_jobs{job="check-payment"}')).toBe(1);
  expect(shown('neram_oldest_job_seconds')).toBe(120);
  expect(shown('neram_workers')).toBe(1);
  expect(shown('neram_channels_paused')).toBe(1);
  expect(shown('neram_calendars{state="active"}')).toBe(0);
  expect(shown('neram_calendar_lag_seconds')).toBe(0);
  expect(shown('neram_holds{state="overdue"}')).toBe(0);
  expect(shown('neram_payments_unconfirmed{disposition="recorded"}')).toBe(0);
  // Whoever may read them learns nothing of anybody.
  expect(body).not.toContain(businessId);
});

test('many who ask at once are one question to the database, and the next seconds none', async () => {
  const asked = vi.spyOn(db.database.pool, 'query');
  await Promise.all([1, 2, 3].map(() => renderMetrics(world())));
  now = new Date(now.getTime() + 4_000);
  await renderMetrics(world());
  expect(asked).toHaveBeenCalledTimes(1);
  now = new Date(now.getTime() + 2_000);
  await renderMetrics(world());
  expect(asked).toHaveBeenCalledTimes(2);
  asked.mockRestore();
});

test('without a database the process still shows its own, and no figure of yesterday', async () => {
  const gone = openDatabase('postgresql://nobody@127.0.0.1:9/none', 1);
  const { body } = await renderMetrics(bareWorld(gone, () => now));
  await gone.close();
  expect(valueOf(body, 'neram_database_up')).toBe(0);
  expect(valueOf(body, 'neram_workers')).toBeUndefined();
  expect(body).toContain('neram_process_resident_memory_bytes');
});

describe('the metrics are for', () => {
  const ask = async (headers: Record<string, string>, token?: string): Promise<number | string> => {
    try {
      return (await metricsAnswer(world(), new Headers(headers), token)).status;
    } catch (error) {
      return error instanceof AppError ? error.code : String(error);
    }
  };
  const token = 'a-token-of-some-length';

  test.each([
    [{ authorization: `Bearer ${token}` }, 200],
    [{ authorization: 'Bearer another' }, 'unauthenticated'],
    [{ authorization: token }, 'unauthenticated'],
    [{ 'x-forwarded-for': '127.0.0.1' }, 'unauthenticated'],
  ])('who brings the token where there is one: %j', async (headers, outcome) => {
    expect(await ask(headers, token)).toBe(outcome);
  });

  test.each([
    ['127.0.0.1', 200],
    ['::1', 200],
    ['::ffff:10.1.2.3', 200],
    ['192.168.4.5, 10.0.0.2', 200],
    ['203.0.113.7', 'forbidden'],
    ['127.0.0.1, 203.0.113.7', 'forbidden'],
    ['2001:db8::1', 'forbidden'],
    ['', 'forbidden'],
    ['localhost', 'forbidden'],
  ])('and where there is none, the private network: %s', async (address, outcome) => {
    expect(await ask({ 'x-forwarded-for': address })).toBe(outcome);
  });

  test('an address that is none is nobody’s', () => {
    expect(['', 'unknown', '10.0.0', '127.0.0.1:80'].map(isNear)).toEqual([false, false, false, false]);
  });
});

test('a worker shows its own at /metrics, with the token', async () => {
  metrics.sent.inc({ provider: 'simulator' });
  const server = await startMetricsServer({ host: '127.0.0.1', port: 0, token: 'the-token-of-it' });
  const address = `http://127.0.0.1:${String(server.port)}`;
  const authorization = 'Bearer the-token-of-it';
  const answers = await Promise.all([
    fetch(`${address}/metrics`),
    fetch(`${address}/`),
    fetch(`${address}/metrics`, { headers: { authorization } }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([401, 404, 200]);
  expect(await answers[2].text()).toContain('neram_messages_sent_total{provider="simulator"}');
  await server.close();
});
