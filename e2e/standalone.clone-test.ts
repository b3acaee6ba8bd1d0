import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { freePort } from '../lib/db/embedded/free-port';
import { startPostgres } from '../lib/db/embedded/start-postgres';
import { makeStandalone } from '../scripts/stack/standalone';

// What the image holds, run as the image runs it: another folder, another user, files it may only read.
const home = mkdtempSync(path.join(tmpdir(), 'neram-standalone-'));
const app = path.join(home, 'app');
/** Where the image points the data folder: seeding leaves a note there, the roles nothing. */
const scratch = path.join(home, 'scratch');
const running: ChildProcess[] = [];
let database: Awaited<ReturnType<typeof startPostgres>> | null = null;

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await database?.stop();
  await rm(home, { recursive: true, force: true });
}, 60_000);

const dockerfile = readFileSync('Dockerfile', 'utf8');
/** The user of the image, where we may become it. */
const uid = Number(/^USER (\d+)/m.exec(dockerfile)?.[1]);
const asUser = process.getuid?.() === 0 ? { uid, gid: uid } : {};

const settings = (port: number): NodeJS.ProcessEnv => ({
  PATH: path.dirname(process.execPath),
  NODE_ENV: 'production',
  NERAM_BUILD_DIR: 'dist/test/web',
  NERAM_SECRET: Buffer.alloc(32, 5).toString('base64'),
  NERAM_SIMULATOR: 'off',
  NERAM_DEMO_PASSWORD: 'court-doctor-2026',
  NERAM_DATA_DIR: scratch,
  DATABASE_URL: database?.url() ?? '',
  HOME: '/nonexistent',
  HOST: '127.0.0.1',
  PORT: String(port),
});

function run(args: string[], port: number) {
  const child = spawn(process.execPath, args, { cwd: app, env: settings(port), ...asUser });
  running.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (said += String(text)));
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return { child, ended, said: () => said };
}

test(
  'what the image holds runs as another user from files it may only read',
  { timeout: 300_000 },
  async () => {
    await makeStandalone('test', app);
    chmodSync(home, 0o755);
    mkdirSync(scratch);
    chmodSync(scratch, 0o777);
    for (const entry of readdirSync(app, { recursive: true, withFileTypes: true }))
      if (!entry.isSymbolicLink())
        chmodSync(path.join(entry.parentPath, entry.name), entry.isDirectory() ? 0o555 : 0o444);
    database = await startPostgres({ folder: path.join(home, 'postgres') });
    const port = await freePort();

    const migrated = run(['dist/test/migrate.mjs'], port);
    expect(await migrated.ended, migrated.said()).toBe(0);
    const seeded = run(['dist/test/seed.mjs'], port);
    expect(await seeded.ended, seeded.said()).toBe(0);
    const web = run(['dist/test/web.mjs'], port);
    const worker = run(['dist/test/worker.mjs'], port);
    const url = `http://127.0.0.1:${String(port)}`;
    const ready = () =>
      fetch(`${url}/api/health/ready`).then(
        (answer) => answer.status,
        () => 0,
      );
    await expect.poll(ready, { timeout: 60_000, message: web.said() + worker.said() }).toBe(200);

    const page = await fetch(`${url}/sign-in`);
    expect(page.status).toBe(200);
    const [, script] = /src="(\/_next\/static\/[^"]+\.js)"/.exec(await page.text()) ?? [];
    expect((await fetch(`${url}${String(script)}`)).status).toBe(200);

    const [, check] = /^HEALTHCHECK .*?CMD (\[.*\])$/m.exec(dockerfile.replaceAll('\\\n', ' ')) ?? [];
    const [node, ...args] = JSON.parse(check ?? '[]') as string[];
    expect(node).toBe('node');
    const health = run(args, port);
    expect(await health.ended, health.said()).toBe(0);
    const nobodyThere = run(args, await freePort());
    expect(await nobodyThere.ended).not.toBe(0);

    // Every command is there with what it imports: a checkup of all that runs, and the others as far as a refusal.
    const doctor = run(['dist/test/doctor.mjs', '--json'], port);
    await doctor.ended;
    expect(JSON.parse(doctor.said())).toMatchObject({ healthy: true });
    for (const name of ['templates', 'export', 'import', 'add-owner', 'reset-password']) {
      const refused = run([`dist/test/${name}.mjs`, '--nonsense'], port);
      expect(await refused.ended).toBe(1);
      // In words and without a stack.
      expect(refused.said()).toMatch(/^\n[^\n]+\n$/);
    }

    for (const { child, ended } of [worker, web]) {
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
    }
  },
);
