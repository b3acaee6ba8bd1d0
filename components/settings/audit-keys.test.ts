import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { actionKeys } from './audit-keys';

/** Every action that is written out in the code, as `'noun.verb'` after `action` or `note(`. */
const written = (): string[] =>
  readdirSync('lib/workflows', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.includes('test'))
    .flatMap((entry) => {
      const lines = readFileSync(path.join(entry.parentPath, entry.name), 'utf8').split('\n');
      return lines
        .filter((line) => /\baction\b.*[:=]|\bnote\(world/.test(line))
        .flatMap((line) => [...line.matchAll(/'([a-z-]+\.[a-z][a-z-]*)'/g)].map((found) => found[1] ?? ''));
    });

test('every act that is written down has words for the log', () => {
  const actions = written();
  expect(actions.length).toBeGreaterThan(20);
  expect(actions.filter((action) => !actionKeys[action])).toEqual([]);
});
