import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startPostgres } from './start-postgres';

let folder: string;
beforeEach(() => {
  // A clone may live in a path with spaces.
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'neram-embedded-')), 'my data');
});
afterEach(() => {
  rmSync(path.dirname(folder), { recursive: true, force: true });
});

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('data stays from one start to the next, in a path with spaces', async () => {
  const first = await startPostgres({ folder, fragile: true });
  await ask(first.url(), 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)');
  await first.stop();
  const second = await startPostgres({ folder, fragile: true });
  expect(await ask(second.url(), 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  await second.stop();
});

test('a cluster broken off while it was made is made anew', async () => {
  mkdirSync(path.join(folder, 'cluster.part/base'), { recursive: true });
  writeFileSync(path.join(folder, 'cluster.part/PG_VERSION'), '18\n');
  const server = await startPostgres({ folder, fragile: true });
  expect(await ask(server.url(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await server.stop();
});

test('a lock file left behind by a crash does not stand in the way', async () => {
  const server = await startPostgres({ folder, fragile: true });
  await server.stop();
  writeFileSync(path.join(folder, 'cluster/postmaster.pid'), `${String(process.pid)}\n${folder}\n`);
  const again = await startPostgres({ folder, fragile: true });
  expect(await ask(again.url(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await again.stop();
});

test('the server ends when the process that started it is killed outright', async () => {
  const script = `import { startPostgres } from ${JSON.stringify(path.resolve('lib/db/embedded/start-postgres.ts'))};
    const server = await startPostgres({ folder: ${JSON.stringify(folder)}, fragile: true });
    console.log(server.url()); setInterval(() => {}, 1000);`;
  const file = path.join(path.dirname(folder), 'start.mts');
  writeFileSync(file, script);
  const child = spawn(process.execPath, ['--import', 'tsx', file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve) =>
    child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim())),
  );
  expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  child.kill('SIGKILL');
  const lock = path.join(folder, 'cluster/postmaster.pid');
  await expect.poll(() => existsSync(lock), { timeout: 15_000 }).toBe(false);
});
