import { expect, test } from 'vitest';
import enAgenda from './messages/en/agenda.json';
import enShell from './messages/en/shell.json';
import enSimulator from './messages/en/simulator.json';
import taAgenda from './messages/ta/agenda.json';
import taShell from './messages/ta/shell.json';
import taSimulator from './messages/ta/simulator.json';

const pairs: [string, Record<string, string>, Record<string, string>][] = [
  ['agenda', enAgenda, taAgenda],
  ['shell', enShell, taShell],
  ['simulator', enSimulator, taSimulator],
];

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? '').sort();

test.each(pairs)('%s texts have the same keys and placeholders in both languages', (_name, en, ta) => {
  expect(Object.keys(ta).sort()).toEqual(Object.keys(en).sort());
  const different = Object.keys(en).filter((key) => {
    const [left, right] = [placeholders(en[key] ?? ''), placeholders(ta[key] ?? '')];
    return (
      new Set([...left, ...right]).size !== new Set(left).size || new Set(left).size !== new Set(right).size
    );
  });
  expect(different).toEqual([]);
});
