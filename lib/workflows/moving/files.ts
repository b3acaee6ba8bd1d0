import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { manifestSchema, type ExportSink, type ExportSource } from './manifest';

/** Whether an export at this place is one packed file; otherwise it is a folder. */
const isFile = (place: string): boolean => place.endsWith('.gz');

const manifestName = 'manifest.json';

/** Waits where the disk is slower than the database. */
async function put(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

/**
 * An export in a new folder (manifest.json and one file of JSON lines for each table), or as one file where the name ends in
 * `.gz`. The manifest is written last: what has none broke off half-way. Throws where something is there already.
 */
export function exportTo(place: string): ExportSink {
  if (existsSync(place) && (!statSync(place).isDirectory() || readdirSync(place).length > 0))
    throw new Error(`${place} is there already. Name a new place.`);
  return isFile(place) ? toFile(place) : toFolder(place);
}

function toFolder(folder: string): ExportSink {
  // Customers' data: for who made them only.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let open: { table: string; stream: Writable } | null = null;
  const close = async (): Promise<void> => {
    if (!open) return;
    open.stream.end();
    await finished(open.stream);
  };
  return {
    async write(table, line) {
      if (open?.table !== table) {
        await close();
        const file = path.join(folder, `${table}.jsonl`);
        open = { table, stream: createWriteStream(file, { mode: 0o600 }) };
      }
      await put(open.stream, `${line}\n`);
    },
    async finish(manifest) {
      await close();
      const text = `${JSON.stringify(manifest, null, 2)}\n`;
      await writeFile(path.join(folder, manifestName), text, { mode: 0o600 });
    },
  };
}

/** Each line is `["table",row]`, the last `["manifest",…]`. */
function toFile(file: string): ExportSink {
  const part = `${file}.part`;
  const packed = createGzip();
  const onDisk = createWriteStream(part, { mode: 0o600 });
  packed.pipe(onDisk);
  return {
    write: (table, line) => put(packed, `[${JSON.stringify(table)},${line}]\n`),
    async finish(manifest) {
      packed.end(`["manifest",${JSON.stringify(manifest)}]\n`);
      await finished(onDisk);
      await rename(part, file);
    },
  };
}

/** Reads what `exportTo` has written. Throws where there is nothing to read. */
export function importFrom(place: string): ExportSource {
  if (!existsSync(isFile(place) ? place : path.join(place, manifestName)))
    throw new Error(`There is no whole export at ${place}.`);
  return isFile(place) ? fromFile(place) : fromFolder(place);
}

/** Lines end with a line feed and nothing else: Node's readline takes U+2028 for an end, which customers may write. */
async function* linesOf(stream: Readable): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of stream.setEncoding('utf8') as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function fromFolder(folder: string): ExportSource {
  const readManifest = async (): Promise<unknown> =>
    JSON.parse(await readFile(path.join(folder, manifestName), 'utf8')) as unknown;
  return {
    readManifest,
    async *lines() {
      for (const { name } of manifestSchema.parse(await readManifest()).tables) {
        const file = path.join(folder, `${name}.jsonl`);
        // A table without rows has no file.
        if (!existsSync(file)) continue;
        for await (const line of linesOf(createReadStream(file))) yield { table: name, line };
      }
    },
  };
}

const packedLine = z.string().regex(/^\["[a-z_]+",.*\]$/s);

function fromFile(file: string): ExportSource {
  async function* all(): AsyncGenerator<{ table: string; line: string }> {
    for await (const text of linesOf(createReadStream(file).pipe(createGunzip()))) {
      const whole = packedLine.parse(text);
      const comma = whole.indexOf(',');
      yield { table: whole.slice(2, comma - 1), line: whole.slice(comma + 1, -1) };
    }
  }
  return {
    async readManifest() {
      let last: unknown = null;
      for await (const { table, line } of all()) if (table === 'manifest') last = JSON.parse(line) as unknown;
      return last;
    },
    async *lines() {
      for await (const one of all()) if (one.table !== 'manifest') yield one;
    },
  };
}

/** Takes away what an export that broke off has left. */
export const discardExport = (place: string): Promise<void> =>
  rm(isFile(place) ? `${place}.part` : place, { recursive: true, force: true });
