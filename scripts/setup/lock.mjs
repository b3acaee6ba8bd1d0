import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Takes the lock file, or says who has it. A lock whose holder is gone is taken over: the process id must be
 * alive and still a Neram script, since ids are used again. `note` is kept in the file for others to read.
 */
export function takeLock(file, note = {}) {
  mkdirSync(path.dirname(file), { recursive: true });
  let inherited = false;
  for (let tries = 0; ; tries += 1) {
    try {
      writeFileSync(file, JSON.stringify({ pid: process.pid, ...note }), { flag: 'wx', mode: 0o600 });
      return {
        taken: true,
        inherited,
        release: () => rmSync(file, { force: true }),
        update: (more) => update(file, more),
      };
    } catch (error) {
      if (error.code !== 'EEXIST' || tries > 20) throw error;
      const holder = readLock(file);
      if (holder && isAlive(holder.pid)) return { taken: false, holder };
      if (holder) endOrphan(holder.child);
      rmSync(file, { force: true });
      inherited = true;
    }
  }
}

/**
 * Waits up to ten minutes for the lock, then runs `work` holding it. `work` may leave `child`, the id of a process
 * group, with `lock.update`: if we are killed, whoever takes the lock over ends that group first.
 * @template T
 * @param {string} file
 * @param {(lock: { update(note: object): void }) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  for (let tries = 0; ; tries += 1) {
    const lock = takeLock(file);
    if (lock.taken) {
      try {
        return await work(lock);
      } finally {
        lock.release();
      }
    }
    if (tries > 1_200)
      throw new Error(`${file} is held by process ${lock.holder.pid} for ten minutes already`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/**
 * What the living holder wrote, or null.
 * @param {string} file
 * @returns {unknown}
 */
export function livingHolder(file) {
  const holder = readLock(file);
  return holder && isAlive(holder.pid) ? holder : null;
}

function update(file, more) {
  writeFileSync(file, JSON.stringify({ pid: process.pid, ...more }), { mode: 0o600 });
}

function readLock(file) {
  try {
    const note = JSON.parse(readFileSync(file, 'utf8'));
    return Number.isInteger(note.pid) ? note : null;
  } catch {
    // Gone, or torn by a crash while it was written.
    return null;
  }
}

/** A killed holder's child would go on writing where its successor writes. */
function endOrphan(pid) {
  try {
    if (Number.isInteger(pid) && pid > 1 && commandLine(pid).includes('npm')) process.kill(-pid, 'SIGKILL');
  } catch {
    // It is gone.
  }
}

function isAlive(pid) {
  if (pid === process.pid) return false;
  try {
    return commandLine(pid).includes('scripts');
  } catch {
    return false;
  }
}

function commandLine(pid) {
  if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' });
}
