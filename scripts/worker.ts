import { readOptions } from './setup/command-line.mjs';
import { buildFolder } from './stack/build';
import { runRole } from './stack/run-role';

readOptions('run worker', process.argv.slice(2));
await runRole(() => [`${buildFolder('start')}/worker.mjs`], {});
