import { readOptions } from './setup/command-line.mjs';
import { findOrInstallBrowser } from './setup/find-browser.mjs';
import { step } from './setup/progress.mjs';
import { runChild } from './setup/run-child.mjs';
import { buildAll } from './stack/build';

// Takes the pictures of the documents anew, from the demo business on a stack of its own.
readOptions('run pictures', process.argv.slice(2));
const browser = await step('find a browser', findOrInstallBrowser);
await step('production build', () => buildAll('test'));
await step('take the pictures', () =>
  runChild(
    process.execPath,
    ['node_modules/playwright/cli.js', 'test', '--config', 'playwright.pictures.config.ts'],
    {
      name: 'playwright',
      env: { PLAYWRIGHT_CHROMIUM: browser },
    },
  ),
);
process.exit(0);
