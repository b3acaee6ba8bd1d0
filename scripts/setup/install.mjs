import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { step } from './progress.mjs';
import { runChild } from './run-child.mjs';

const hidden = (root) => path.join(root, 'node_modules/.package-lock.json');
const stampOf = (root) => path.join(root, 'node_modules/.neram-installed');

/** Installs the packages unless exactly those of the lock file are there, complete. */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return;
  await withLock(path.join(root, '.neram-install.lock'), async (lock) => {
    if (isInstalled(root)) return;
    await step('install packages', async () => {
      // No package's install script is needed: links and binaries are put right where they are used, and one of
      // them (Prisma's engines) would download what Neram does not use.
      const args = [
        'ci',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--include=dev',
        '--include=optional',
      ];
      await runChild('npm', args, {
        cwd: root,
        name: 'npm ci',
        onStart: (child) => lock.update({ child }),
        env: { NODE_ENV: 'development' },
      });
      writeFileSync(stampOf(root), fingerprint(root));
    });
  });
}

function isInstalled(root) {
  if (!existsSync(path.join(root, 'node_modules')) || !isPresent(root)) return false;
  const wanted = fingerprint(root);
  if (existsSync(stampOf(root)) && readFileSync(stampOf(root), 'utf8') === wanted) return true;
  if (!isComplete(root)) return false;
  writeFileSync(stampOf(root), wanted);
  return true;
}

/** Every package has its folder: a removal broken off half-way leaves the stamp behind. */
function isPresent(root) {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).every(
    ([name, entry]) => name === '' || entry.optional || existsSync(path.join(root, name, 'package.json')),
  );
}

function fingerprint(root) {
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}`;
}

/** Somebody ran npm by hand: it writes its own record last, so that one speaks for a finished installation. */
function isComplete(root) {
  try {
    const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
    const have = read(hidden(root));
    const want = read(path.join(root, 'package-lock.json'));
    return Object.entries(want).every(
      ([name, entry]) => name === '' || entry.optional || have[name]?.version === entry.version,
    );
  } catch {
    return false;
  }
}
