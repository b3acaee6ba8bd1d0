import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const sources = ['lib', 'app', 'scripts', 'prisma/migrations'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter(
      (file) => /\.(ts|tsx|sql)$/.test(file) && !file.includes('generated') && !file.includes('.test.'),
    ),
);

const changes = [
  /ledgerEntry\s*\.\s*(update|delete|upsert)/,
  /(update|delete\s+from)\s+"?ledger_entry/i,
  /truncate\s+"?ledger_entry/i,
];

it('no statement changes or deletes a line of the ledger', () => {
  const broken = sources.filter((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    return changes.some((change) => change.test(text));
  });
  expect(broken).toEqual([]);
});

it('would find one', () => {
  expect(changes.some((change) => change.test('tx.ledgerEntry.update({})'))).toBe(true);
  expect(changes.some((change) => change.test('UPDATE ledger_entry SET amount_paise = 0'))).toBe(true);
});
