import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { variables } from './env-variables';

type Row = { name: string; meaning: string; byDefault: string; example: string };

const rows: Row[] = readFileSync('docs/configuration.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => {
    const [name = '', meaning = '', byDefault = '', example = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { name: name.replaceAll('`', ''), meaning, byDefault, example };
  });

const codeIn = (cell: string): string | undefined => /^`([^`]+)`/.exec(cell)?.[1];

test('the page lists every variable once, in words', () => {
  expect(rows.map((row) => row.name).sort()).toEqual(Object.keys(variables).sort());
  expect(rows.filter((row) => row.meaning === '' || row.byDefault === '' || row.example === '')).toEqual([]);
});

test.each(Object.entries(variables))(
  'the page gives the default of %s and an example it takes',
  (name, variable) => {
    const row = rows.find((one) => one.name === name);
    const unset = variable.safeParse(undefined);
    if (unset.data !== undefined) expect(codeIn(row?.byDefault ?? '')).toBe(String(unset.data));
    const example = codeIn(row?.example ?? '');
    expect(example).toBeDefined();
    expect(variable.safeParse(example).error?.issues).toBeUndefined();
  },
);
