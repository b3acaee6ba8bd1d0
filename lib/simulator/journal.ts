import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
  type WriteStream,
} from 'node:fs';
import { dirname } from 'node:path';
import type { ChatMessage, Customer } from './types';

export type JournalEntry =
  { t: 'customer'; customer: Customer } | { t: 'message'; message: ChatMessage } | { t: 'reset' };

const parseLine = (line: string): JournalEntry | null => {
  try {
    // Only this file writes these lines; a line that is not whole JSON was torn by a crash.
    return JSON.parse(line) as JournalEntry;
  } catch {
    return null;
  }
};

/** The entries of an earlier run, oldest first; torn lines are left out. */
export const readJournal = (file: string): JournalEntry[] => {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map(parseLine)
    .filter((entry) => entry !== null);
};

export type Journal = { write(entry: JournalEntry): void; close(): Promise<void> };

/**
 * Starts the file anew with `entries`, so that it does not grow from run to run, and appends from there.
 * The old file is replaced in one step: a crash leaves either the old or the new one whole.
 */
export const openJournal = (file: string, entries: readonly JournalEntry[]): Journal => {
  mkdirSync(dirname(file), { recursive: true });
  const fresh = `${file}.new`;
  writeFileSync(fresh, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  renameSync(fresh, file);
  const stream: WriteStream = createWriteStream(file, { flags: 'a' });
  stream.on('error', (error) => {
    process.stderr.write(`simulator: cannot write ${file}: ${error.message}\n`);
  });
  return {
    write: (entry) => void stream.write(`${JSON.stringify(entry)}\n`),
    close: () =>
      new Promise((resolve) => {
        stream.end(resolve);
      }),
  };
};
