import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The master key of this data folder, made once, readable by its owner alone. */
export const ownSecret = (dataDir: string): string =>
  keepOnce(dataDir, 'secret', () => randomBytes(32).toString('base64'));

/** The demo password of this data folder: three groups that can be read out on the phone. */
export const ownDemoPassword = (dataDir: string): string =>
  keepOnce(dataDir, 'demo-password', () => {
    const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
    const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
    return [group(), group(), group()].join('-');
  });

function keepOnce(dataDir: string, name: string, make: () => string): string {
  const file = path.join(dataDir, name);
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    // Written beside and moved: a start broken off here must not leave half a secret.
    writeFileSync(`${file}.part`, `${make()}\n`, { mode: 0o600 });
    renameSync(`${file}.part`, file);
  }
  return readFileSync(file, 'utf8').trim();
}
