import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { MigrationList, SchemasContainer } from '@prisma/schema-engine-wasm';

export type MigrationFile = { name: string; sql: string; checksum: string };

/** Every process of Neram runs in the repository's folder. */
const prismaFolder = () => path.join(process.cwd(), 'prisma');
export const migrationsFolder = () => path.join(prismaFolder(), 'migrations');

/** The migrations on disk in the order they apply: by name, which starts with a timestamp. */
export function readMigrations(): MigrationFile[] {
  const folder = migrationsFolder();
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/** The same list in the shape the schema engine wants. */
export function migrationList(): MigrationList {
  const lock = path.join(migrationsFolder(), 'migration_lock.toml');
  return {
    baseDir: migrationsFolder(),
    lockfile: { path: 'migration_lock.toml', content: existsSync(lock) ? readFileSync(lock, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: readMigrations().map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}

/** The Prisma schema, all its files. */
export function readSchema(): SchemasContainer {
  const folder = prismaFolder();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.prisma'),
  );
  return {
    files: files.sort().map((file) => ({
      path: path.join(folder, file),
      content: readFileSync(path.join(folder, file), 'utf8'),
    })),
  };
}
