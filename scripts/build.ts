import { readOptions } from './setup/command-line.mjs';
import { step } from './setup/progress.mjs';
import { buildAll } from './stack/build';
import { isBuilt } from './stack/built';

readOptions('run build', process.argv.slice(2));
if (isBuilt('start')) console.log('The build is up to date.');
else await step('build (once; a minute or two)', () => buildAll('start'));
