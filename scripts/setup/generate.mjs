import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { step } from './progress.mjs';
import { runChild } from './run-child.mjs';

/** Writes the Prisma client into lib/db/generated unless it is there for exactly this schema. */
export async function ensureGenerated(root) {
  const folder = path.join(root, 'lib/db/generated');
  const stamp = path.join(folder, '.schema-hash');
  const wanted = schemaHash(root);
  const isFresh = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isFresh()) return;
  await withLock(path.join(root, '.neram-install.lock'), async () => {
    if (isFresh()) return;
    await step('generate the database client', async () => {
      const prisma = path.join(root, 'node_modules/prisma/build/index.js');
      // Prisma looks for a native schema engine although generating needs none, and would download it.
      const env = {
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      };
      await runChild(process.execPath, [prisma, 'generate'], { cwd: root, env, name: 'prisma generate' });
      writeFileSync(stamp, wanted);
    });
  });
}

function schemaHash(root) {
  const hash = createHash('sha256');
  const folder = path.join(root, 'prisma');
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.prisma'));
  for (const file of files.sort()) hash.update(file).update(readFileSync(path.join(folder, file)));
  const version = JSON.parse(
    readFileSync(path.join(root, 'node_modules/prisma/package.json'), 'utf8'),
  ).version;
  return hash.update(version).digest('hex');
}
