import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../lib/db/client';
import { applyMigrations } from '../lib/db/migrate/apply-migrations';
import {
  findSystemPostgres,
  makeCluster,
  startSystemPostgres,
  type SystemPostgres,
} from '../lib/testing/system-postgres';
import { simulatorCredentials } from '../lib/simulator/credentials';
import { seedDemo } from '../lib/workflows/seed-demo';

// The drill: back up, lose everything, restore. It takes a PostgreSQL with its tools, which the embedded one has not.
const bin = findSystemPostgres();
const home = mkdtempSync(path.join(tmpdir(), 'neram-backup-'));
const folder = path.join(home, 'backups');
let server: SystemPostgres;

const script = (name: string, args: string[], env: Record<string, string> = {}) => {
  const done = spawnSync('sh', [`deploy/${name}.sh`, ...args], {
    encoding: 'utf8',
    env: { NODE_ENV: 'test', PATH: `${bin ?? ''}:/usr/bin:/bin`, BACKUP_DIR: folder, ...env },
  });
  return { code: done.status, said: done.stdout + done.stderr };
};

const ask = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

/** How many rows each table has, and what the bookings are. */
const contents = async (url: string) => ({
  tables: await ask(
    url,
    `SELECT relname, (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM public.%I', relname),
      false, true, '')))[1]::text AS rows FROM pg_stat_user_tables WHERE schemaname = 'public' ORDER BY relname`,
  ),
  bookings: await ask(url, 'SELECT * FROM booking ORDER BY business_id, id'),
});

describe.skipIf(bin === null)('a database that was backed up', () => {
  beforeAll(async () => {
    chmodSync(home, 0o755);
    makeCluster(bin ?? '', path.join(home, 'cluster'));
    server = await startSystemPostgres(bin ?? '', path.join(home, 'cluster'), { fsync: 'off' });
    await ask(server.url('postgres'), 'CREATE DATABASE neram');
    await applyMigrations(server.url());
    const database = openDatabase(server.url());
    await seedDemo(database, {
      env: {
        demoPassword: 'not-used-here',
        whatsapp: null,
        simulator: simulatorCredentials('x'.repeat(32)),
        payments: null,
      },
      now: new Date('2026-11-26T10:00:00Z'),
      seal: (plain) => plain,
    });
    await database.close();
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  });

  test('is there again after everything was lost, with the law that keeps a court from being given twice', async () => {
    const before = await contents(server.url());
    expect(before.bookings.length).toBeGreaterThan(20);
    const saved = script('backup', [], { DATABASE_URL: server.url() });
    expect(saved, saved.said).toMatchObject({ code: 0 });
    const [file = ''] = readdirSync(folder);
    await ask(server.url('postgres'), 'DROP DATABASE neram WITH (FORCE)');
    await ask(server.url('postgres'), 'CREATE DATABASE neram');
    const back = script('restore', [path.join(folder, file), server.url()]);
    expect(back, back.said).toMatchObject({ code: 0 });
    expect(await applyMigrations(server.url())).toEqual([]);
    expect(await contents(server.url())).toEqual(before);
    await expect(
      ask(
        server.url(),
        `INSERT INTO occupancy (business_id, id, resource_id, unit, kind, during, active, reason, created_at)
         SELECT business_id, gen_random_uuid(), resource_id, unit, 'block', during, true, 'x', now()
         FROM occupancy WHERE active LIMIT 1`,
      ),
    ).rejects.toMatchObject({ code: '23P01' });
  });

  test('is never restored over what is there', () => {
    const [file = ''] = readdirSync(folder);
    const refused = script('restore', [path.join(folder, file), server.url()]);
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('Nothing was changed');
  });

  test('keeps its backups for so many days, and the newest for good', () => {
    const old = new Date(Date.now() - 40 * 86_400_000);
    mkdirSync(folder, { recursive: true });
    const stale = path.join(folder, 'neram-20200101T000000Z.dump');
    const foreign = path.join(folder, 'notes.txt');
    for (const file of [stale, foreign]) {
      writeFileSync(file, '');
      utimesSync(file, old, old);
    }
    expect(script('backup', [], { DATABASE_URL: server.url(), BACKUP_KEEP_DAYS: '14' }).code).toBe(0);
    expect([stale, foreign].map((file) => existsSync(file))).toEqual([false, true]);
    // A failed one leaves what is there.
    const kept = readdirSync(folder);
    const failed = script('backup', [], { DATABASE_URL: server.url('postgres') });
    expect(failed.code).not.toBe(0);
    expect(failed.said).toContain('holds no bookings');
    expect(readdirSync(folder)).toEqual(kept);
  });

  test('says what is wrong with a wrong call', () => {
    expect(script('backup', []).said).toContain('DATABASE_URL');
    expect(script('backup', ['--daily', '25:00'], { DATABASE_URL: server.url() }).said).toContain('03:15');
    expect(script('restore', []).said).toContain('Usage');
    expect(script('restore', ['nowhere.dump', server.url()]).said).toContain('cannot be read');
  });
});
