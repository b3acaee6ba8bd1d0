import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Block = { file: string; line: number; script: string };

/** The shell blocks of a document that are marked to be run as they stand: ```sh runnable. */
export function runnableBlocks(file: string, text: string): Block[] {
  return [...text.matchAll(/^( *)```sh runnable\n([\s\S]*?)^ *```/gm)].map(
    ({ index, 1: indent, 2: body }) => ({
      file,
      line: text.slice(0, index).split('\n').length,
      script: (body ?? '').replaceAll(new RegExp(`^${indent ?? ''}`, 'gm'), ''),
    }),
  );
}

/** Those of all documents in a checkout, in the order of their files. */
export function allRunnableBlocks(root: string): Block[] {
  const inDocs = readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' });
  return [...readdirSync(root), ...inDocs.map((name) => path.join('docs', name))]
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((file) => runnableBlocks(file, readFileSync(path.join(root, file), 'utf8')));
}
