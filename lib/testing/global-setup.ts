import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../db/embedded/start-postgres';
import { applyMigrations } from '../db/migrate/apply-migrations';

declare module 'vitest' {
  // Vitest types what a global set-up hands to its tests through this interface.
  interface ProvidedContext {
    testServerUrl: string;
  }
}

const prefix = 'neram-test-';
export const templateDatabase = 'neram_template';

/** One throw-away PostgreSQL for the whole run, with a migrated database that each test file copies. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  removeLeftovers();
  const folder = mkdtempSync(path.join(tmpdir(), prefix));
  writeFileSync(path.join(folder, 'owner'), String(process.pid));
  const server = await startPostgres({ folder, fragile: true });
  const admin = new pg.Client({ connectionString: server.url() });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${templateDatabase}`);
  await admin.end();
  await applyMigrations(server.url(templateDatabase));
  project.provide('testServerUrl', server.url());
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Folders of runs that were killed; their servers ended by themselves when the run did. */
function removeLeftovers(): void {
  for (const entry of readdirSync(tmpdir()).filter((name) => name.startsWith(prefix))) {
    const owner = path.join(tmpdir(), entry, 'owner');
    if (!existsSync(owner) || isAlive(Number(readFileSync(owner, 'utf8')))) continue;
    rmSync(path.join(tmpdir(), entry), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not ours to signal, but there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
