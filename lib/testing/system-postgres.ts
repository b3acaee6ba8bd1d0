import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { freePort } from '../db/embedded/free-port';
import { postgresUser } from '../db/embedded/system-user';

const programs = ['initdb', 'postgres', 'pg_dump', 'pg_restore', 'pg_basebackup', 'psql'];

/** The folder of a whole PostgreSQL of this machine, tools included, the newest; null where there is none. */
export function findSystemPostgres(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root) : [];
  const folders = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => path.join(root, version, 'bin'));
  return folders.find((folder) => programs.every((name) => existsSync(path.join(folder, name)))) ?? null;
}

export type SystemPostgres = {
  /** The database `neram` unless named. */
  url(database?: string): string;
  port: number;
  process: ChildProcess;
  stop(signal?: NodeJS.Signals): Promise<void>;
};

/** Runs one of its programs as who may run PostgreSQL. Answers what it printed; throws with what it complained of. */
export function runPostgresTool(bin: string, name: string, args: string[]): string {
  return execFileSync(path.join(bin, name), args, { encoding: 'utf8', stdio: 'pipe', ...postgresUser() });
}

/** An empty folder of whoever may run PostgreSQL. */
export function makeDataFolder(data: string): string {
  const user = postgresUser();
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (user) chownSync(data, user.uid, user.gid);
  return data;
}

/** Makes a cluster in the new folder `data`, open to this machine. */
export function makeCluster(bin: string, data: string): void {
  makeDataFolder(data);
  runPostgresTool(bin, 'initdb', [
    `--pgdata=${data}`,
    '--username=neram',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
  ]);
}

/** Starts a server on a cluster and resolves once it answers. `settings` are as in postgresql.conf. */
export async function startSystemPostgres(
  bin: string,
  data: string,
  settings: Record<string, string> = {},
  givenPort?: number,
): Promise<SystemPostgres> {
  const port = givenPort ?? (await freePort());
  const given = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    ...settings,
  };
  const args = Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(path.join(bin, 'postgres'), ['-D', data, ...args], {
    stdio: 'ignore',
    ...postgresUser(),
  });
  const ended = new Promise<void>((resolve) =>
    server.once('exit', () => {
      resolve();
    }),
  );
  const url = (database = 'neram') => `postgresql://neram@127.0.0.1:${String(port)}/${database}`;
  const stop = async (signal: NodeJS.Signals = 'SIGINT'): Promise<void> => {
    server.kill(signal);
    await ended;
  };
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString: url('postgres') });
    client.on('error', () => undefined);
    const answers = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (answers) return { url, port, process: server, stop };
    if (tries > 300 || server.exitCode !== null) {
      await stop('SIGKILL');
      throw new Error(`PostgreSQL on ${data} does not start.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
