import { readOptions } from './setup/command-line.mjs';
import { builtFile, webFolder } from './stack/built';
import { runRole } from './stack/run-role';

readOptions('run web', process.argv.slice(2));
await runRole(builtFile('start', 'web'), {
  NERAM_BUILD_DIR: webFolder('start'),
  NEXT_TELEMETRY_DISABLED: '1',
});
