import { readOptions } from './setup/command-line.mjs';
import { builtFile } from './stack/built';
import { runRole } from './stack/run-role';

readOptions('run worker', process.argv.slice(2));
await runRole(builtFile('start', 'worker'), {});
