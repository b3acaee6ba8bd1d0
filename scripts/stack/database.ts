import path from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { EnvError, type Env } from '../../lib/env';
import { startPostgres } from '../../lib/db/embedded/start-postgres';
import { livingHolder } from '../setup/lock.mjs';

export type StackDatabase = { url: string; embedded: boolean; stop(): Promise<void> };
/** `simulatorUrl`: where the running one's stand-in of WhatsApp is, which takes any free port; null without one. */
export type VisitedDatabase = StackDatabase & { simulatorUrl: string | null };

/** The database given by DATABASE_URL, or our own in the data folder, started. */
export async function openStackDatabase(env: Env): Promise<StackDatabase> {
  if (env.DATABASE_URL) {
    if (env.DATABASE_DIRECT_URL) await requireAnswer('DATABASE_URL', env.DATABASE_URL);
    // Migrations and all that is done by hand take locks of a session.
    const url = env.DATABASE_DIRECT_URL ?? env.DATABASE_URL;
    await requireAnswer(env.DATABASE_DIRECT_URL ? 'DATABASE_DIRECT_URL' : 'DATABASE_URL', url);
    return { url, embedded: false, stop: () => Promise.resolve() };
  }
  const server = await startPostgres({ folder: path.join(env.dataDir, 'postgres') });
  return { url: server.url(), embedded: true, stop: () => server.stop() };
}

const runningNote = z.object({ databaseUrl: z.string(), simulatorUrl: z.string().nullish() });

/** For commands that only visit: the database of a running `npm start` of this folder, or started for the visit. */
export async function visitDatabase(env: Env): Promise<VisitedDatabase> {
  const running = env.DATABASE_URL
    ? null
    : runningNote.safeParse(livingHolder(path.join(env.dataDir, 'running.json'))).data;
  if (!running) return { ...(await openStackDatabase(env)), simulatorUrl: null };
  const { databaseUrl, simulatorUrl = null } = running;
  return { url: databaseUrl, embedded: true, stop: () => Promise.resolve(), simulatorUrl };
}

async function requireAnswer(name: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const { hostname, port } = new URL(url);
    throw new EnvError([
      `${name}: PostgreSQL at ${hostname}:${port || '5432'} does not let us in (${reason})`,
    ]);
  } finally {
    await client.end().catch(() => undefined);
  }
}
