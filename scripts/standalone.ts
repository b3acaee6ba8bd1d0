import { existsSync, readdirSync } from 'node:fs';
import { readOptions } from './setup/command-line.mjs';
import { step } from './setup/progress.mjs';
import { StopMessage } from './setup/stop-message.mjs';
import { makeStandalone } from './stack/standalone';

// Everything that a server needs, in one folder without sources or development packages: what the image is made of.
const options = readOptions('run standalone', process.argv.slice(2), { to: 'value' });
const to = typeof options['to'] === 'string' ? options['to'] : 'dist/standalone';
if (to !== 'dist/standalone' && existsSync(to) && readdirSync(to).length > 0)
  throw new StopMessage(`--to: ${to} is not empty. Name a folder that is not there yet.`);
await step(`lay out ${to}`, () => makeStandalone('start', to));
