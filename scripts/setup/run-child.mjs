import { spawn } from 'node:child_process';
import { StopMessage } from './stop-message.mjs';

const running = new Set();
const followParent = new URL('../stack/follow-parent.mjs', import.meta.url).href;

/**
 * Runs a command to its end in a process group of its own, so that Ctrl-C reaches it only through us.
 * Its output is kept and shown if it fails, or passed through with `show`.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, show?: boolean, name?: string, onStart?: (pid: number) => void }} [options]
 * @returns {Promise<string>}
 */
export function runChild(command, args, { cwd, env, show = false, name = command, onStart } = {}) {
  return new Promise((resolve, reject) => {
    // Our own Node children also end when we are killed and cannot end them any more.
    const isNode = command === process.execPath;
    const stdio = [...(show ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe']), ...(isNode ? ['ipc'] : [])];
    const child = spawn(command, isNode ? ['--import', followParent, ...args] : args, {
      cwd,
      env: { ...process.env, ...env, NERAM_PARENT: String(process.pid) },
      stdio,
      detached: true,
    });
    running.add(child);
    if (child.pid !== undefined) onStart?.(child.pid);
    let said = '';
    const keep = (chunk) => (said = (said + chunk.toString()).slice(-20_000));
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', (error) => {
      running.delete(child);
      reject(error);
    });
    child.on('close', (code, signal) => {
      running.delete(child);
      if (code === 0) resolve(said);
      else
        reject(new StopMessage(`${name} failed (${signal ?? `exit code ${code}`}).\n${said.trim()}`.trim()));
    });
  });
}

/** Ends whatever `runChild` still runs, with all its descendants. */
export function killChildren(signal = 'SIGTERM') {
  for (const child of running) {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It ended in between.
    }
  }
}

/**
 * The same, and waits until they are gone: npm tidies up when it is stopped, and must not do so while the next
 * one already writes. After five seconds they are ended outright.
 */
export async function endChildren() {
  killChildren();
  for (let tries = 0; running.size > 0 && tries < 100; tries += 1) {
    if (tries === 50) killChildren('SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
