import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runChild } from './run-child.mjs';
import { StopMessage } from './stop-message.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const isRunnable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** A Chromium of this machine, one that Playwright brings, or one from the system's packages, in this order. */
export async function findOrInstallBrowser() {
  const given = process.env.PLAYWRIGHT_CHROMIUM;
  if (given) {
    if (isRunnable(given)) return given;
    throw new StopMessage(`PLAYWRIGHT_CHROMIUM: ${given} is not a program that can be run.`);
  }
  const installed = onPath() ?? (await fromPlaywright());
  if (installed) return installed;
  const failures = [];
  const install = async (name, command, args) => {
    try {
      await runChild(command, args, { name });
    } catch (error) {
      failures.push(error.message.slice(-600));
    }
  };
  await install('playwright install', process.execPath, [
    'node_modules/playwright/cli.js',
    'install',
    'chromium',
  ]);
  const downloaded = await fromPlaywright();
  if (downloaded) return downloaded;
  if (process.getuid?.() === 0) {
    await install('apt-get update', 'apt-get', ['update', '-q']);
    await install('apt-get install', 'apt-get', [
      'install',
      '-y',
      '-q',
      '--no-install-recommends',
      'chromium',
    ]);
    const packaged = onPath();
    if (packaged) return packaged;
  }
  throw new StopMessage(
    `No Chromium was found and none could be installed.\n${failures.join('\n')}\n` +
      'Install Chromium or Chrome, or point PLAYWRIGHT_CHROMIUM at one.',
  );
}

function onPath() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'];
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  const files = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), mac];
  return files.find((file) => isRunnable(file)) ?? null;
}

async function fromPlaywright() {
  const { chromium } = await import('playwright');
  const file = chromium.executablePath();
  return isRunnable(file) ? file : null;
}
