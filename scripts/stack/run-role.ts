import { spawn } from 'node:child_process';
import { EnvError, readEnv } from '../../lib/env';
import { step } from '../setup/progress.mjs';
import { buildAll } from './build';
import { isBuilt } from './built';
import { limitedHeap } from './heap-limit';

/**
 * Runs one built role in the foreground against the given database; its log goes to standard output.
 * Ends with the role's own exit code. Signals are passed on, so that it finishes what it has in hand.
 */
export async function runRole(file: string, childEnv: Record<string, string>): Promise<never> {
  Object.assign(process.env, { NODE_ENV: 'production' });
  const env = readEnv();
  if (!env.DATABASE_URL) {
    throw new EnvError([
      'DATABASE_URL: is required to run one role alone. `npm start` runs everything on a database of its own.',
    ]);
  }
  if (!isBuilt('start')) await step('build (once; a minute or two)', () => buildAll('start'));
  const child = spawn(process.execPath, ['--enable-source-maps', file], {
    stdio: 'inherit',
    env: { ...process.env, ...limitedHeap(process.env['NODE_OPTIONS']), ...childEnv },
    detached: true,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (exitCode, signal) => {
      resolve(exitCode ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
  process.exit(code);
}
