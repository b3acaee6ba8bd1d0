import { runChild } from '../setup/run-child.mjs';
import { step } from '../setup/progress.mjs';

const node = (name: string, script: string, args: string[] = [], env: Record<string, string> = {}) =>
  runChild(process.execPath, [script, ...args], { name, env });

/** What is found out without running anything: types, lint, formatting, unused code and packages. Gives their number. */
export async function readCode(): Promise<number> {
  await step('types, lint, formatting, unused code', async () => {
    // Each uses one core and the smallest machine has two: lint takes as long as the three others after each other.
    await Promise.all([
      node('eslint', 'node_modules/eslint/bin/eslint.js', ['.', '--max-warnings=0']),
      (async () => {
        await node('tsc', 'node_modules/typescript/bin/tsc', ['--noEmit', '-p', '.']);
        await node('prettier', 'node_modules/prettier/bin/prettier.cjs', [
          '--check',
          '--log-level=warn',
          '.',
        ]);
        await node('knip', 'node_modules/knip/bin/knip.js', ['--no-progress']);
      })(),
    ]);
  });
  return 4;
}

/** Runs vitest and returns how many tests passed; failures are thrown with their report. */
export const vitest = (title: string, args: string[]) =>
  step(title, async () => {
    const said = await node('vitest', 'node_modules/vitest/vitest.mjs', ['run', '--reporter=dot', ...args], {
      NO_COLOR: '1',
    });
    return passedIn(said, /^\s*Tests\s.*?(\d+) passed/m);
  });

/** The tests that need neither a browser nor a build. */
export const quickProjects = ['unit', 'unit-new-york', 'integration'].flatMap((name) => ['--project', name]);

/** Runs the browser tests and returns how many passed. */
export const browserTests = (browser: string) =>
  step('browser tests', async () => {
    const env = { PLAYWRIGHT_CHROMIUM: browser, NO_COLOR: '1', FORCE_COLOR: '0' };
    const said = await node('playwright', 'node_modules/playwright/cli.js', ['test'], env);
    return passedIn(said, /^\s*(\d+) passed/m);
  });

const passedIn = (said: string, pattern: RegExp): string => `${pattern.exec(said)?.[1] ?? '0'} passed`;

/** The number in "12 passed". */
export const count = (passed: string): number => Number.parseInt(passed, 10);

/** How many tests a failed runner says have failed; at least one. */
export function failedIn(message: string): { passed: number; failed: number } {
  const number = (pattern: RegExp) => Number(pattern.exec(message)?.[1] ?? 0);
  return {
    passed: number(/(?:Tests.*?|^\s*)(\d+) passed/m),
    failed: Math.max(1, number(/(?:Tests.*?|^\s*)(\d+) failed/m)),
  };
}
