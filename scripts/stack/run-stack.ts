import { existsSync } from 'node:fs';
import { readEnv, type Env } from '../../lib/env';
import { bold, dim } from '../setup/progress.mjs';
import { killChildren } from '../setup/run-child.mjs';
import { tellOthers } from '../setup/start-lock.mjs';
import { isWelcomeOwed, settleWelcome } from './welcome';
import { startStack, type RunningStack, type StackKind } from './stack';

/** Runs the stack in the terminal until Ctrl-C (code 130), a termination signal, or a part that will not run. */
export async function runStack(kind: StackKind): Promise<never> {
  const began = performance.now();
  const env = readEnv();
  const aborter = new AbortController();
  let stack: RunningStack | undefined;
  let signals = 0;
  const onSignal = (signal: NodeJS.Signals): void => {
    signals += 1;
    if (signals > 1) return;
    process.stderr.write('\n  Stopping…\n');
    aborter.abort(new Stopped(signal));
    // A build or an installation under way.
    killChildren();
    if (stack)
      void stack.stop().then(() => {
        endAs(signal);
      });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  try {
    stack = await startStack(env, kind, aborter.signal);
  } catch (error) {
    if (aborter.signal.reason instanceof Stopped) endAs(aborter.signal.reason.signal);
    throw error;
  }
  if (aborter.signal.reason instanceof Stopped) {
    await stack.stop();
    endAs(aborter.signal.reason.signal);
  }
  const { publicUrl: url, simulatorUrl } = stack.settings;
  tellOthers({ url, databaseUrl: stack.databaseUrl, simulatorUrl });
  printSummary(env, stack, performance.now() - began);
  const reason = await stack.givenUp;
  process.stderr.write(`\n${reason}\n`);
  await stack.stop();
  process.exit(1);
}

class Stopped extends Error {
  constructor(readonly signal: NodeJS.Signals) {
    super('stopped');
  }
}

function endAs(signal: NodeJS.Signals): never {
  process.stderr.write('  Stopped. Your data is kept.\n');
  process.exit(signal === 'SIGINT' ? 130 : 143);
}

function printSummary(env: Env, stack: RunningStack, elapsedMs: number): void {
  const { publicUrl, simulatorUrl } = stack.settings;
  const line = (label: string, value: string) => `    ${label.padEnd(11)} ${value}`;
  const lines = [
    '',
    `  ${bold('Neram is running')} ${dim(`(${(elapsedMs / 1000).toFixed(1)} s)`)}`,
    '',
    line('Home', publicUrl),
    ...(simulatorUrl ? [line('Simulator', `${publicUrl}/simulator`)] : []),
    ...(existsSync('app/sign-in') ? [line('Dashboard', `${publicUrl}/sign-in`)] : []),
    ...(isWelcomeOwed(env.dataDir)
      ? [line('Demo staff', `owner@demo.test or staff@demo.test, password ${bold(stack.seeded.password)}`)]
      : []),
    '',
    dim('  Ctrl-C stops everything; your data is kept.'),
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  settleWelcome(env.dataDir);
}
