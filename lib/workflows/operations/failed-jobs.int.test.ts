import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '../../db/new-id';
import { listFailedJobs } from '../../operations/queries';
import type { BusinessScope, StaffActor } from '../../tenancy/types';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { makeBusiness } from '../../testing/make-business';
import { actOnJob } from './act-on-job';

let db: TestDatabase;
let scope: BusinessScope;
const now = new Date('2026-11-27T06:00:00Z');
const actor: StaffActor = { userId: newId(), name: 'Meena', role: 'owner', address: '::1', agent: 'test' };
const world = () => ({ database: db.database, clock: { now: () => now } });

beforeAll(async () => {
  db = await createTestDatabase(4);
});
afterAll(() => db.drop());
beforeEach(async () => {
  ({ scope } = await makeBusiness(db.database));
});

/** A job as the queue leaves it after `tries` that ended with `error`. */
async function failJob(
  payload: object,
  { name = 'deliver-thread', tries = 3, error = 'connect ECONNREFUSED 10.0.0.9:443', locked = false } = {},
): Promise<string> {
  const { rows } = await db.database.pool.query<{ id: string }>(
    `SELECT id::text FROM graphile_worker.add_job($1, $2::json, run_at := $3)`,
    [name, JSON.stringify(payload), new Date(now.getTime() + 60_000)],
  );
  const id = rows[0]?.id ?? '';
  await db.database.pool.query(
    `UPDATE graphile_worker._private_jobs SET attempts = $2, last_error = $3,
       locked_at = CASE WHEN $4 THEN now() END, locked_by = CASE WHEN $4 THEN 'w' END WHERE id = $1::bigint`,
    [id, tries, error, locked],
  );
  return id;
}
const mine = (more: object = {}) => ({ businessId: scope.businessId, ...more });
const listed = () => listFailedJobs(db.database.prisma, scope);

test('a business sees its own failed tasks, given-up ones first, and nobody’s name or number', async () => {
  const { scope: other } = await makeBusiness(db.database);
  await failJob({ businessId: other.businessId });
  await failJob({ email: 'meena@example.com' }, { name: 'send-reset' });
  await failJob(mine(), { locked: true });
  const trying = await failJob(mine({ senderKey: '919876543210', channelId: newId() }), {
    name: 'handle-inbound',
    error: 'The number +91 98765 43210 of "Meena" was refused: 401',
  });
  const gone = await failJob(mine(), { tries: 25 });
  const jobs = await listed();
  expect(jobs.map(({ id, state, tries, nextAt }) => [id, state, tries, nextAt !== null])).toEqual([
    [gone, 'given-up', 25, false],
    [trying, 'retrying', 3, true],
  ]);
  expect(jobs.map(({ why }) => why)).toEqual(['unreachable', 'refused']);
  expect(JSON.stringify(jobs)).not.toMatch(/98765|Meena/);
  expect(jobs[1]?.about).toContainEqual({ field: 'senderKey', value: '…3210' });
});

test('a task is tried again at once, as if for the first time', async () => {
  const id = await failJob(mine(), { tries: 25 });
  await actOnJob(world(), scope, { actor, job: id, act: 'retry' });
  const { rows } = await db.database.pool.query(
    'SELECT attempts, run_at FROM graphile_worker.jobs WHERE id = $1::bigint',
    [id],
  );
  expect(rows).toEqual([{ attempts: 0, run_at: now }]);
  expect(await listed()).toEqual([]);
});

test('a task that is discarded is gone, and the log says who did it', async () => {
  const id = await failJob(mine());
  await actOnJob(world(), scope, { actor, job: id, act: 'discard' });
  const { rows } = await db.database.pool.query('SELECT id FROM graphile_worker.jobs WHERE id = $1::bigint', [
    id,
  ]);
  expect(rows).toEqual([]);
  const log = await db.database.prisma.auditEntry.findMany({ where: { businessId: scope.businessId } });
  expect(log.map(({ action, subject }) => [action, subject])).toEqual([
    ['job.discard', { kind: 'job', id, label: 'deliver-thread' }],
  ]);
});

test('nobody reaches the tasks of another business, a running one, or one that has not failed', async () => {
  const { scope: other } = await makeBusiness(db.database);
  const jobs = [
    await failJob({ businessId: other.businessId }),
    await failJob(mine(), { locked: true }),
    await failJob(mine(), { tries: 0 }),
    '123456789',
  ];
  for (const job of jobs)
    await expect(actOnJob(world(), scope, { actor, job, act: 'discard' })).rejects.toMatchObject({
      code: 'not-found',
    });
  const { rows } = await db.database.pool.query('SELECT id::text FROM graphile_worker.jobs');
  expect(rows.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(jobs.slice(0, 3)));
});
