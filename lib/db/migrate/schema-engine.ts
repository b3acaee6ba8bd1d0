import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { ConstructorOptions, SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { catalogueAdapter } from './catalogue-adapter';

/** What the package's glue file exports besides its documented classes. */
type Glue = {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
  SchemaEngine: {
    new: (options: ConstructorOptions, log: (line: string) => void, adapter: object) => Promise<SchemaEngine>;
  };
};

let loaded: Promise<Glue> | undefined;

/**
 * Prisma's own schema engine, as WebAssembly: nothing is downloaded and no native binary is run.
 * The package's entrance imports the `.wasm` file as a module, which Node 20 does not do, so it is
 * instantiated here by hand. Source: the generated `schema_engine.js` of @prisma/schema-engine-wasm 7.10.
 */
async function glue(): Promise<Glue> {
  const require = createRequire(path.join(process.cwd(), 'package.json'));
  const gluePath = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  // The glue's shape is private to the package; the two members above are all that is used of it.
  const module = (await import(/* webpackIgnore: true */ pathToFileURL(gluePath).href)) as Glue &
    WebAssembly.ModuleImports;
  const bytes = await readFile(path.join(path.dirname(gluePath), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': module });
  module.__wbg_set_wasm(instance.exports);
  const start = instance.exports['__wbindgen_start'];
  // WebAssembly's own types know exported functions only as Function.
  if (typeof start === 'function') (start as () => void)();
  return module;
}

/**
 * Opens the engine on one database, runs `work` and releases both.
 */
export async function withSchemaEngine<T>(
  url: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loaded ??= glue();
  const { SchemaEngine: Engine } = await loaded;
  // The engine never closes what its factory opens, so the pool is ours.
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on('error', () => undefined);
  try {
    const factory = bindMigrationAwareSqlAdapterFactory(catalogueAdapter(pool));
    const engine = await Engine.new({ datamodels: undefined }, () => undefined, factory);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}
