import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

// What is known of a build without a compiler at hand: a server that was handed its build has none.

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

/** The file that says of which sources a build was made. */
export const stampOf = (kind: BuildKind): string => path.join(roleFolder(kind), 'complete');

/** True when the built files are complete and were made from the sources as they are now. */
export function isBuilt(kind: BuildKind): boolean {
  return existsSync(stampOf(kind)) && readFileSync(stampOf(kind), 'utf8') === sourceHash();
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
  'scripts/stack/built.ts',
  'scripts/stack/compress.ts',
];

/** Of all that a build is made from. */
export function sourceHash(): string {
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
