import { readOptions } from './setup/command-line.mjs';
import { format, lint, typeCheck, unused, vitest } from './stack/checks';

// The floors test is one of the unit tests.
readOptions('run check', process.argv.slice(2));
await typeCheck();
await lint();
await format();
await unused();
await vitest('unit tests', ['--project', 'unit', '--project', 'unit-new-york']);
