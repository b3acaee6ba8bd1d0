import { readOptions } from './setup/command-line.mjs';
import { findOrInstallBrowser } from './setup/find-browser.mjs';
import { step } from './setup/progress.mjs';
import { endChildren } from './setup/run-child.mjs';
import { buildAll } from './stack/build';
import { browserTests, count, failedIn, quickProjects, readCode, vitest } from './stack/checks';

// Everything that must hold, in the order in which it is cheap to find out. Nothing is shared with `npm start`.
readOptions('test', process.argv.slice(2));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    void endChildren().then(() => {
      process.stderr.write('\n  Stopped.\n');
      process.exit(signal === 'SIGINT' ? 130 : 143);
    });
  });
}

const total = { passed: 0, failed: 0 };
/** A step without a count of its own counts as one. */
const one = async (work: Promise<unknown>): Promise<void> => {
  await work;
  total.passed += 1;
};

try {
  const browser = await step('find a browser', findOrInstallBrowser);
  total.passed += await readCode();
  total.passed += count(await vitest('unit and integration tests', quickProjects));
  await one(step('production build', () => buildAll('test')));
  total.passed += count(await browserTests(browser));
  total.passed += count(await vitest('a fresh clone to its first booking', ['--project', 'clean-machine']));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`\n${message}\n`);
  const { passed, failed } = failedIn(message);
  total.passed += passed;
  total.failed += failed;
}
console.log(`\n${String(total.passed)} passed, ${String(total.failed)} failed`);
process.exit(total.failed > 0 ? 1 : 0);
