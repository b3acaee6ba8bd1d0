import { readOptions } from './setup/command-line.mjs';
import { readCode, vitest } from './stack/checks';

// The floors test is one of the unit tests.
readOptions('run check', process.argv.slice(2));
await readCode();
await vitest('unit tests', ['--project', 'unit', '--project', 'unit-new-york']);
