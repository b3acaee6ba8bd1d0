import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build as bundle } from 'esbuild';
import { withLock } from '../setup/lock.mjs';
import { runChild } from '../setup/run-child.mjs';
import { isBuilt, roleFolder, sourceHash, stampOf, webFolder, type BuildKind } from './built';
import { compressFolder } from './compress';

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
