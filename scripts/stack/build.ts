import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build as bundle } from 'esbuild';
import { withLock } from '../setup/lock.mjs';
import { runChild } from '../setup/run-child.mjs';
import { compressFolder } from './compress';

/** `npm start` and `npm test` build into different folders, so that neither pulls the ground from under the other. */
export type BuildKind = 'start' | 'test';

/** Where the processes of a build lie. */
export const roleFolder = (kind: BuildKind): string => `dist/${kind}`;
export const webFolder = (kind: BuildKind): string => `${roleFolder(kind)}/web`;

/** What runs one built role. */
export const builtFile = (
  kind: BuildKind,
  role: 'web' | 'worker' | 'simulator' | 'payment-stand-in',
): string => `${roleFolder(kind)}/${role}.mjs`;

const stampOf = (kind: BuildKind): string => path.join(roleFolder(kind), 'complete');

/** True when the built files are complete and were made from the sources as they are now. */
export function isBuilt(kind: BuildKind): boolean {
  return existsSync(stampOf(kind)) && readFileSync(stampOf(kind), 'utf8') === sourceHash();
}

/**
 * Builds the web application and bundles the four processes. The stamp goes first and comes last, so a build that
 * was broken off is known as such and made again.
 */
export async function buildAll(kind: BuildKind): Promise<void> {
  await withLock(`${roleFolder(kind)}.lock`, async () => {
    if (isBuilt(kind)) return;
    const wanted = sourceHash();
    rmSync(stampOf(kind), { force: true });
    mkdirSync(roleFolder(kind), { recursive: true });
    await bundleProcesses(kind);
    await runChild(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
      name: 'next build',
      env: { NODE_ENV: 'production', NERAM_BUILD_DIR: webFolder(kind), NEXT_TELEMETRY_DISABLED: '1' },
    });
    if (!existsSync(path.join(webFolder(kind), 'BUILD_ID')))
      throw new Error('next build ended without a build');
    await compressFolder(path.join(webFolder(kind), 'static'));
    writeFileSync(stampOf(kind), wanted);
  });
}

/** How a process is bundled: our own code in one file, the packages beside it. */
export const bundling = {
  outExtension: { '.js': '.mjs' },
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: true,
  logLevel: 'silent',
} as const;

async function bundleProcesses(kind: BuildKind): Promise<void> {
  await bundle({
    ...bundling,
    entryPoints: {
      web: 'lib/web/main.ts',
      worker: 'lib/worker/main.ts',
      simulator: 'scripts/simulator.ts',
      'payment-stand-in': 'scripts/payment-stand-in.ts',
    },
    outdir: roleFolder(kind),
  });
}

const sourceFolders = ['app', 'components', 'lib', 'public', 'prisma'];
const sourceFiles = [
  'package-lock.json',
  'next.config.js',
  'postcss.config.mjs',
  'tailwind.config.ts',
  'tsconfig.json',
  'scripts/simulator.ts',
  'scripts/payment-stand-in.ts',
  'scripts/stack/reachable-host.ts',
  'scripts/stack/build.ts',
  'scripts/stack/compress.ts',
];

function sourceHash(): string {
  const hash = createHash('sha256').update(process.version);
  const inside = sourceFolders.flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
          .map((entry) => path.join(entry.parentPath, entry.name))
      : [],
  );
  for (const file of [...sourceFiles.filter((name) => existsSync(name)), ...inside].sort()) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}
