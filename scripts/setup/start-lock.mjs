import path from 'node:path';
import { takeLock } from './lock.mjs';
import { StopMessage } from './stop-message.mjs';

let lock;

const lockFile = () => path.resolve(process.env.NERAM_DATA_DIR || '.neram', 'running.json');

/**
 * One `npm start` or `npm run dev` per data folder. Released when the process ends, however it ends.
 * Returns whether it was taken over from one that was killed, whose parts may still be on their way out.
 */
export function takeStartLock() {
  const result = takeLock(lockFile());
  if (!result.taken) {
    const at = result.holder.url ? `Open ${result.holder.url}` : 'It is still starting';
    throw new StopMessage(
      `Neram already runs from this folder (process ${result.holder.pid}). ${at}, or stop that one first.`,
    );
  }
  lock = result;
  process.on('exit', () => lock.release());
  return lock.inherited;
}

/** Leaves word for other commands of this folder: where the running one can be reached. */
export const tellOthers = (note) => lock?.update(note);
