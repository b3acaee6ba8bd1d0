import { existsSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { EnvError, readEnv, type Env } from '../../lib/env';
import { migrationAdvice, migrationState } from '../../lib/db/migrate/migration-state';
import { isBuilt } from '../stack/built';
import { visitDatabase, type StackDatabase } from '../stack/database';
import { secretOf, visitingWorld } from '../stack/visiting-world';
import { checkAddress, checkTls } from './address';
import { checkCalendars } from './calendars';
import { checkChannels } from './channels';
import { checkDatabaseClock, checkProviderClock } from './clock';
import { checkDisk } from './disk';
import { checkGateways } from './gateways';
import { print, well, wrong, type Finding } from './finding';
import { checkJobs, checkWeb, checkWorker } from './processes';

/**
 * Looks at the installation and each connected provider, a line each, or all of them as one line of JSON. Returns the exit
 * code: 1 if anything is wrong.
 */
export async function runCheckup({ json = false } = {}): Promise<number> {
  const findings: Finding[] = [];
  const say = (finding: Finding): void => {
    findings.push(finding);
    if (!json) print(finding);
  };
  say(well('Node.js', process.versions.node));
  // An image holds what was built, and nothing to build from.
  const hasSources = existsSync('package-lock.json');
  if (hasSources) say(well('Packages', 'as package-lock.json says'));
  const env = configuration(say);
  if (env) {
    if (!hasSources) say(well('Build', 'as it was delivered'));
    else if (isBuilt('start')) say(well('Build', 'up to date'));
    else say(well('Build', 'will be made at the next npm start'));
    say(checkDisk(env.dataDir));
    await checkDatabase(env, say);
    say(await checkWeb(env));
  }
  const healthy = findings.every((finding) => finding.ok);
  if (json) console.log(JSON.stringify({ healthy, findings }));
  else console.log(healthy ? '\nAll is well.' : '\nSomething needs mending; see the arrows above.');
  return healthy ? 0 : 1;
}

function configuration(say: (finding: Finding) => void): Env | null {
  try {
    const env = readEnv();
    say(well('Configuration', existsSync('.env') ? 'environment and .env are valid' : 'valid'));
    return env;
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    for (const problem of error.problems)
      say(wrong('Configuration', problem, 'Set it in the environment or in .env.'));
    return null;
  }
}

async function checkDatabase(env: Env, say: (finding: Finding) => void): Promise<void> {
  if (!env.DATABASE_URL && !existsSync(path.join(env.dataDir, 'postgres/cluster'))) {
    say(wrong('Database', 'none yet', 'Run: npm start'));
    return;
  }
  let database: StackDatabase | undefined;
  let client: pg.Client | undefined;
  try {
    database = await visitDatabase(env);
    client = new pg.Client({ connectionString: database.url, connectionTimeoutMillis: 5_000 });
    // The query under way tells of a lost connection; without a listener it would end the process as well.
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      "SELECT current_setting('server_version') AS version",
    );
    say(well('Database', `PostgreSQL ${rows[0]?.version ?? ''} answers`));
    const advice = migrationAdvice(await migrationState(client));
    if (advice) {
      say(wrong('Migrations', 'not as this copy of Neram needs them', advice));
      return;
    }
    say(well('Migrations', 'up to date'));
    say(await checkDatabaseClock(client));
    say(await checkWorker(client));
    say(await checkJobs(client));
    await checkOutside(env, database, client, say);
  } catch (error) {
    say(unreachable(env, error));
  } finally {
    await client?.end().catch(() => undefined);
    await database?.stop();
  }
}

/** What others see of this installation, and what it sees of them. */
async function checkOutside(
  env: Env,
  database: StackDatabase,
  client: pg.Client,
  say: (finding: Finding) => void,
): Promise<void> {
  const { rows } = await client.query("SELECT 1 FROM channel WHERE provider <> 'simulator' LIMIT 1");
  const connected = rows.length > 0;
  if (connected) say(await checkProviderClock(env.WHATSAPP_API_URL));
  say(await checkAddress(env.publicUrl, connected));
  const tls = await checkTls(env.publicUrl, new Date());
  if (tls) say(tls);
  const secret = secretOf(env);
  if (!secret) {
    say(wrong('Secret', 'none: stored credentials cannot be opened', 'Set NERAM_SECRET.'));
    return;
  }
  const world = visitingWorld(env, { url: database.url, secret });
  try {
    for (const finding of await checkChannels(client, world, env)) say(finding);
    for (const finding of await checkGateways(world)) say(finding);
    for (const finding of await checkCalendars(client)) say(finding);
  } finally {
    await world.database.close();
  }
}

function unreachable(env: Env, error: unknown): Finding {
  const reason =
    error instanceof EnvError
      ? error.problems.join('; ')
      : error instanceof Error
        ? error.message
        : String(error);
  const mend = env.DATABASE_URL
    ? 'Check that the server runs and that DATABASE_URL is right.'
    : `Read ${path.join(env.dataDir, 'postgres/postgres.log')}`;
  return wrong('Database', reason.replace(/^DATABASE_URL: /, ''), mend);
}
