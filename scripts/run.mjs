// The entrance of every npm command: plain JavaScript without packages, since there may be none yet.
// `node scripts/run.mjs <command> [arguments]` makes sure that the packages and the database client are there,
// then runs scripts/<command>.ts (or .mjs) in this process.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readOptions } from './setup/command-line.mjs';
import { explain } from './setup/explain.mjs';
import { ensureGenerated } from './setup/generate.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { requireNode } from './setup/node-version.mjs';
import { StopMessage } from './setup/stop-message.mjs';
import { endChildren } from './setup/run-child.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** What each command takes after `--`; the others take nothing. */
const optionsOf = {
  doctor: { json: 'flag' },
  templates: { business: 'value' },
  export: { business: 'value', to: 'value' },
  import: { from: 'value', slug: 'value' },
  tunnel: { business: 'value' },
  standalone: { to: 'value' },
  migrate: { create: 'value' },
  bench: { only: 'value' },
  understand: { now: 'value' },
  'reset-password': { email: 'value' },
  'add-owner': { email: 'value', name: 'value', language: 'value' },
};

/** What some commands can be asked to do. */
const actsOf = { templates: ['submit', 'list'] };

let ending = false;

async function main() {
  requireNode();
  process.chdir(root);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const [, , command = '', ...given] = process.argv;
  // What to do comes first and without dashes; the command reads it for itself.
  const args = actsOf[command]?.includes(given[0]) ? given.slice(1) : given;
  const file = ['ts', 'mjs']
    .map((kind) => path.join(root, 'scripts', `${command}.${kind}`))
    .find((name) => existsSync(name));
  if (!/^[a-z0-9-]+$/.test(command) || !file)
    throw new StopMessage(`There is no command ${JSON.stringify(command)}.`);
  // Refused before minutes are spent on installing; the command reads them again for itself.
  readOptions(
    command === 'start' || command === 'test' ? command : `run ${command}`,
    args,
    optionsOf[command],
  );
  const early = path.join(root, 'scripts', 'before', `${command}.mjs`);
  if (existsSync(early)) await (await import(pathToFileURL(early).href)).default(args);
  const stop = stopOnSignals();
  await ensureInstalled(root);
  await ensureGenerated(root);
  stop();
  process.argv.splice(1, 2, file);
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(file).href);
}

/** While packages are being installed: end npm, then ourselves. The next run finds the installation unfinished. */
function stopOnSignals() {
  const end = async (signal) => {
    if (ending) return;
    ending = true;
    await endChildren();
    process.stderr.write('\nStopped.\n');
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
  return () => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, end);
  };
}

main().catch((error) => {
  // What we ended ourselves has failed, of course.
  if (ending) return;
  process.stderr.write(`\n${explain(error)}\n`);
  process.exit(1);
});
