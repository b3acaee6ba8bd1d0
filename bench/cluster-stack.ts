import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { freePort } from '../lib/db/embedded/free-port';
import { postgresUser } from '../lib/db/embedded/system-user';
import { openDatabase } from '../lib/db/client';
import { applyMigrations } from '../lib/db/migrate/apply-migrations';
import {
  makeCluster,
  makeDataFolder,
  runPostgresTool,
  startSystemPostgres,
  type SystemPostgres,
} from '../lib/testing/system-postgres';
import { seal } from '../lib/vault/seal';
import { seedDemo } from '../lib/workflows/seed-demo';
import { builtFile, webFolder } from '../scripts/stack/built';
import { benchNumber } from './bench-stack';

/** Programs of the operating system that this needs beside PostgreSQL. */
export const isInstalled = (program: string): boolean => {
  try {
    execFileSync('which', [program], { stdio: 'ignore', env: { ...PATH, NODE_ENV: 'production' } });
    return true;
  } catch {
    return false;
  }
};
const PATH = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' };

export type Part = `web ${number}` | `worker ${number}` | 'PgBouncer' | 'nginx' | 'PostgreSQL';

/**
 * Several machines' worth of processes on one: nginx before three web processes, three workers, PgBouncer before a primary that
 * a standby follows synchronously, so that nothing acknowledged is lost with it.
 */
export class Cluster {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'neram-cluster-'));
  private readonly processes = new Map<Part, ChildProcess>();
  private readonly secret = randomBytes(32).toString('base64');
  private primary: SystemPostgres | null = null;
  private standby: SystemPostgres | null = null;
  private ports = { nginx: 0, pgbouncer: 0, web: [0, 0, 0] };

  constructor(private readonly bin: string) {}

  /** Where the provider's API is. */
  apiUrl = '';

  /** Of the load balancer. */
  get webhookUrl(): string {
    return `http://127.0.0.1:${String(this.ports.nginx)}/api/webhooks/whatsapp/demo`;
  }

  async choosePorts(): Promise<void> {
    this.ports = {
      nginx: await freePort(),
      pgbouncer: await freePort(),
      web: [await freePort(), await freePort(), await freePort()],
    };
  }

  async start(): Promise<void> {
    chmodSync(this.folder, 0o755);
    await this.startDatabases();
    await this.fill();
    this.startPooler();
    this.startBalancer();
    for (const part of this.roles()) this.startRole(part);
    await until(async () => (await fetch(this.webhookUrl.replace(/webhooks.*/, 'health/ready'))).ok);
  }

  private roles = (): Part[] => [0, 1, 2].flatMap((place): Part[] => [`web ${place}`, `worker ${place}`]);

  private async startDatabases(): Promise<void> {
    const data = path.join(this.folder, 'primary');
    makeCluster(this.bin, data);
    this.primary = await startSystemPostgres(this.bin, data, {
      max_connections: '200',
      synchronous_standby_names: '*',
      // Until the standby is there, nobody would ever acknowledge.
      synchronous_commit: 'local',
    });
    const copy = makeDataFolder(path.join(this.folder, 'standby'));
    runPostgresTool(this.bin, 'pg_basebackup', [
      `--dbname=${this.primary.url('postgres')}`,
      `--pgdata=${copy}`,
      '--write-recovery-conf',
      '--checkpoint=fast',
    ]);
    this.standby = await startSystemPostgres(this.bin, copy, { max_connections: '200' });
    await ask(this.primary.url('postgres'), 'CREATE DATABASE neram');
  }

  private async fill(): Promise<void> {
    const url = this.primary?.url() ?? '';
    await applyMigrations(url);
    const database = openDatabase(url);
    await seedDemo(database, {
      env: { demoPassword: 'not-used-here', whatsapp: benchNumber, simulator: benchNumber, payments: null },
      now: new Date(),
      seal: (plain) => seal(plain, this.secret),
    });
    await database.prisma.channel.updateMany({ data: { ratePerSecond: 10_000 } });
    await database.close();
    // The command line's setting won until now; from here a commit waits for the standby.
    await ask(url, 'ALTER DATABASE neram SET synchronous_commit = on');
  }

  private writePoolerConfig(port: number): string {
    const file = path.join(this.folder, 'pgbouncer.ini');
    const server = `host=127.0.0.1 port=${String(port)} dbname=neram user=neram`;
    writeFileSync(path.join(this.folder, 'users.txt'), '"neram" ""\n', { mode: 0o644 });
    writeFileSync(
      file,
      [
        '[databases]',
        `neram = ${server} pool_mode=transaction pool_size=30`,
        // For those who listen and hold locks of a session: still one place that knows where the primary is.
        `neram_direct = ${server} pool_mode=session pool_size=120`,
        '[pgbouncer]',
        'listen_addr = 127.0.0.1',
        `listen_port = ${String(this.ports.pgbouncer)}`,
        'unix_socket_dir =',
        'auth_type = trust',
        `auth_file = ${path.join(this.folder, 'users.txt')}`,
        'admin_users = neram',
        'ignore_startup_parameters = options,extra_float_digits',
        'max_client_conn = 400',
        'server_login_retry = 1',
        'server_connect_timeout = 3',
        'query_wait_timeout = 30',
        'logfile = /dev/null',
        '',
      ].join('\n'),
      { mode: 0o644 },
    );
    return file;
  }

  private startPooler(): void {
    const file = this.writePoolerConfig(this.primary?.port ?? 0);
    this.launch('PgBouncer', 'pgbouncer', ['-q', file], PATH, postgresUser() ?? {});
  }

  private startBalancer(): void {
    const home = path.join(this.folder, 'nginx');
    mkdirSync(home, { recursive: true });
    const servers = this.ports.web.map(
      (port) => `server 127.0.0.1:${String(port)} max_fails=1 fail_timeout=2s;`,
    );
    const config = path.join(home, 'nginx.conf');
    writeFileSync(
      config,
      `daemon off; pid ${home}/pid; error_log /dev/null; worker_processes 1; events { worker_connections 512; }
http {
  access_log ${home}/access.log; client_max_body_size 4m; client_body_temp_path ${home}/body; proxy_temp_path ${home}/proxy;
  fastcgi_temp_path ${home}/f; uwsgi_temp_path ${home}/u; scgi_temp_path ${home}/s;
  upstream neram { ${servers.join(' ')} keepalive 16; }
  server {
    listen 127.0.0.1:${String(this.ports.nginx)};
    location / {
      proxy_pass http://neram; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host $host;
      proxy_connect_timeout 1s; proxy_read_timeout 20s;
      # A webhook is stored once however often it comes, so it may be given to the next one.
      proxy_next_upstream error timeout http_502 http_503 non_idempotent; proxy_buffering off;
    }
  }
}
`,
    );
    this.launch('nginx', 'nginx', ['-p', home, '-c', config], PATH);
  }

  private startRole(part: Part): void {
    const [role, place] = part.split(' ') as ['web' | 'worker', string];
    const pooler = `postgresql://neram@127.0.0.1:${String(this.ports.pgbouncer)}`;
    this.launch(part, process.execPath, [builtFile('start', role)], {
      NODE_ENV: 'production',
      PORT: String(this.ports.web[Number(place)]),
      DATABASE_URL: `${pooler}/neram?pgbouncer=true`,
      DATABASE_DIRECT_URL: `${pooler}/neram_direct`,
      NERAM_SECRET: this.secret,
      WHATSAPP_API_URL: this.apiUrl,
      NERAM_SIMULATOR: 'off',
      NERAM_BUILD_DIR: webFolder('start'),
      LOG_LEVEL: 'fatal',
      NEXT_TELEMETRY_DISABLED: '1',
    });
  }

  private launch(
    part: Part,
    file: string,
    args: string[],
    env: Record<string, string>,
    as: object = {},
  ): void {
    // A group of its own: nginx's own workers would go on listening without their master.
    const child = spawn(file, args, {
      stdio: 'ignore',
      detached: true,
      env: { NODE_ENV: 'production', ...env },
      ...as,
    });
    this.processes.set(part, child);
  }

  /** Without farewell. */
  async kill(part: Part): Promise<void> {
    if (part === 'PostgreSQL') {
      await this.primary?.stop('SIGQUIT');
      return;
    }
    const child = this.processes.get(part);
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    if (child) killGroup(child);
    await ended;
  }

  /** As whoever watches over processes would: the same part again; the standby takes a lost primary's place. */
  async bringBack(part: Part): Promise<void> {
    if (part === 'PgBouncer') {
      this.launch(
        'PgBouncer',
        'pgbouncer',
        ['-q', path.join(this.folder, 'pgbouncer.ini')],
        PATH,
        postgresUser() ?? {},
      );
    } else if (part === 'nginx') {
      this.startBalancer();
    } else if (part === 'PostgreSQL') {
      await ask(this.standby?.url('postgres') ?? '', 'SELECT pg_promote()');
      // Nobody follows the new one yet, and it waits for nobody: the names of standbys were the old one's own setting.
      this.writePoolerConfig(this.standby?.port ?? 0);
      this.processes.get('PgBouncer')?.kill('SIGHUP');
    } else this.startRole(part);
  }

  /** A statement on whatever is the primary now. */
  ask = (sql: string): Promise<Record<string, unknown>[]> =>
    ask(`postgresql://neram@127.0.0.1:${String(this.ports.pgbouncer)}/neram_direct`, sql);

  async stop(): Promise<void> {
    for (const child of this.processes.values()) killGroup(child);
    await this.standby?.stop('SIGQUIT').catch(() => undefined);
    if (this.primary?.process.exitCode === null) await this.primary.stop('SIGQUIT');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function killGroup(child: ChildProcess): void {
  try {
    process.kill(-(child.pid ?? 0), 'SIGKILL');
  } catch {
    // It has ended.
  }
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await holds().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The cluster does not come up within a minute.');
}
