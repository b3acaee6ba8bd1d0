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

/** What a guide writes in bold are words of the pages: a label, or a way of labels with arrows between. */
const guides = { en: ['staff', 'set-up-a-club', 'set-up-a-clinic'], ta: ['staff.ta'] };

const wordsOf = (catalogue: object): string[] =>
  Object.values(catalogue).flatMap((word: unknown) =>
    typeof word === 'string' ? [word] : wordsOf(word as object),
  );

test.each(
  Object.entries(guides).flatMap(([language, names]) => names.map((name) => [language, name] as const)),
)('the labels (%s) that docs/%s.md names are on the pages', (language, name) => {
  const folder = path.join(root, 'lib/i18n/messages', language);
  const known = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => wordsOf(JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as object));
  const named = [...read(`docs/${name}.md`).matchAll(/\*\*([^*]+)\*\*/g)].flatMap(([, label]) =>
    (label ?? '').split('→').map((part) => part.trim()),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((label) => !known.includes(label))).toEqual([]);
});

test('a shell block is either there to read or marked runnable', () => {
  const kinds = documents.flatMap((file) =>
    [...read(file).matchAll(/^ *```(sh\b.*)$/gm)].map((match) => match[1] ?? ''),
  );
  expect([...new Set(kinds)].sort()).toEqual(['sh', 'sh runnable']);
});
