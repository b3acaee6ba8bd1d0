import { readOptions } from './setup/command-line.mjs';
import { webFolder } from './stack/build';
import { runRole } from './stack/run-role';

readOptions('run web', process.argv.slice(2));
await runRole((env) => ['node_modules/next/dist/bin/next', 'start', '-p', String(env.PORT), '-H', env.HOST], {
  NERAM_BUILD_DIR: webFolder('start'),
  NEXT_TELEMETRY_DISABLED: '1',
});
