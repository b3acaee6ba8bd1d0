import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { postgresBinaries } from './binaries';
import { freePort } from './free-port';
import { endStalePostmaster } from './stale-postmaster';
import { commandAs, postgresUser, type SystemUser } from './system-user';

export type EmbeddedPostgres = {
  /** Address of a database of this server, `postgres` unless named. */
  url(database?: string): string;
  /** Ends every session and stops the server; the data stays. Safe to repeat. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  /** Holds the cluster, its password and its log. Made if missing. */
  folder: string;
  /** No waiting for the disk: for data that is thrown away. */
  fragile?: boolean;
};

/**
 * Starts a PostgreSQL of our own on a free loopback port and resolves once it answers.
 * The first start makes the cluster; one that was broken off half-way is made anew. A server that a killed run
 * left behind on the same folder is stopped first. It runs in its own process group, so that Ctrl-C in a
 * terminal does not reach it before its clients have finished, and ends by itself when this process dies.
 */
export async function startPostgres({ folder, fragile = false }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const user = postgresUser();
  mkdirSync(folder, { recursive: true });
  const cluster = path.join(folder, 'cluster');
  await endStalePostmaster(cluster);
  const password = readOrMakePassword(folder);
  if (!existsSync(cluster)) await makeCluster({ folder, cluster, user });
  const port = await freePort();
  const server = launch({ cluster, folder, user, port, fragile });
  const url = (database = 'postgres') =>
    `postgresql://neram:${password}@127.0.0.1:${String(port)}/${encodeURIComponent(database)}`;
  try {
    await untilReady(url(), server.process, path.join(folder, 'postgres.log'));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url, stop: () => server.stop() };
}

function readOrMakePassword(folder: string): string {
  const file = path.join(folder, 'postgres-password');
  if (!existsSync(file)) {
    writeFileSync(`${file}.part`, randomBytes(24).toString('base64url'), { mode: 0o600 });
    renameSync(`${file}.part`, file);
  }
  return readFileSync(file, 'utf8').trim();
}

/** initdb into a folder beside, moved into place when complete: a broken-off one is never mistaken for a cluster. */
async function makeCluster(o: { folder: string; cluster: string; user: SystemUser }): Promise<void> {
  const part = `${o.cluster}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { mode: 0o700 });
  const passwordFile = path.join(o.folder, 'initdb-password');
  writeFileSync(passwordFile, readFileSync(path.join(o.folder, 'postgres-password')), { mode: 0o600 });
  if (o.user) {
    chownSync(part, o.user.uid, o.user.gid);
    chownSync(passwordFile, o.user.uid, o.user.gid);
  }
  const { initdb } = postgresBinaries();
  const args = [`--pgdata=${part}`, '--username=neram', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const command = commandAs(
    o.user,
    initdb,
    [...args, '--encoding=UTF8', '--locale=C', '--no-sync'],
    [initdb, path.join(part, 'PG_VERSION')],
  );
  const child = spawn(command.file, command.args, {
    ...command.options,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  );
  rmSync(passwordFile, { force: true });
  if (code !== 0)
    throw new Error(`The embedded PostgreSQL could not be set up in ${o.folder}:\n${said.trim()}`);
  renameSync(part, o.cluster);
}

type Launch = { cluster: string; folder: string; user: SystemUser; port: number; fragile: boolean };

function launch({ cluster, folder, user, port, fragile }: Launch) {
  const { postgres } = postgresBinaries();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '300',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(fragile ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const flags = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const args = ['-D', cluster, '-p', String(port), ...flags];
  const command = commandAs(user, postgres, args, [postgres, path.join(cluster, 'PG_VERSION')]);
  const log = openSync(path.join(folder, 'postgres.log'), 'w');
  const child = spawn(command.file, command.args, {
    ...command.options,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const ended = new Promise<void>((resolve) =>
    child
      .on('error', () => {
        resolve();
      })
      .on('exit', () => {
        resolve();
      }),
  );
  const watchman = watchOver(child);
  void ended.then(() => watchman?.kill('SIGKILL'));
  return {
    process: child,
    async stop() {
      child.ref();
      // SIGINT is PostgreSQL's fast shutdown: sessions are ended, data is written.
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
      await ended;
    },
  };
}

/** A shell that sleeps on a pipe from us; when we die, however, the pipe closes and it stops the server. */
function watchOver(server: ChildProcess): ChildProcess | null {
  if (server.pid === undefined) return null;
  const script = 'cat >/dev/null; kill -INT "$0"';
  const shell = spawn('sh', ['-c', script, String(server.pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.on('error', () => undefined);
  shell.unref();
  server.unref();
  // A pipe to a child is a socket underneath, which keeps us running unless it is let go.
  if (shell.stdin instanceof Socket) shell.stdin.unref();
  return shell;
}

async function untilReady(url: string, server: ChildProcess, log: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) break;
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  const tail = readFileSync(log, 'utf8').trim().split('\n').slice(-12).join('\n');
  throw new Error(`The embedded PostgreSQL did not start:\n${tail}`);
}
