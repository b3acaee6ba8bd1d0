import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '..');

const inside = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name));

const atTheTop = readdirSync(root).filter((name) => name.endsWith('.md'));
const documents = [...atTheTop, ...inside('docs'), ...inside('lib')];
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Where the links and images of a document lead, other sites and its own headings aside. */
const targetsOf = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)[^)]*\)/g)]
    .map((match) => (match[1] ?? '').replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target));

const commandsOf = (text: string): string[] =>
  [...text.matchAll(/npm run (?:--silent )?([a-z][a-z-]*)/g)].map((match) => match[1] ?? '');

test.each(documents)('the links and images of %s lead to files that exist', (file) => {
  const missing = targetsOf(read(file)).filter(
    (target) => !existsSync(path.resolve(root, path.dirname(file), target)),
  );
  expect(missing).toEqual([]);
});

test('the commands that the documents name exist', () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(read('package.json')));
  const unknown = documents.flatMap((file) => commandsOf(read(file)).filter((name) => !(name in scripts)));
  expect(unknown).toEqual([]);
});

test('links and commands are recognised', () => {
  const text =
    '![a](images/a.png "A") [b](b.md#top) [c](#here) [d](https://e.in) `npm run --silent understand`';
  expect(targetsOf(text)).toEqual(['images/a.png', 'b.md']);
  expect(commandsOf(text)).toEqual(['understand']);
});
