import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Puts what is committed into the folder `to`; where there is no repository, the files as they are. */
export function freshClone(to: string): void {
  const from = process.cwd();
  if (existsSync('.git')) {
    execFileSync('git', ['clone', '--quiet', '--depth', '1', pathToFileURL(from).href, to]);
    return;
  }
  const made = ['node_modules', 'dist', '.next', '.neram', 'lib/db/generated'].map((name) =>
    path.join(from, name),
  );
  cpSync(from, to, { recursive: true, filter: (file) => !made.includes(file) });
}

/** Of this machine only what finds node, and how npm is told to reach its registry. */
export function cleanEnvironment(own: Record<string, string>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) =>
    /^(PATH|HOME|npm_config_.*|https?_proxy|no_proxy)$/i.test(name),
  );
  // Next's types demand NODE_ENV, which a newcomer's shell does not have.
  return { ...Object.fromEntries(kept), ...own } as NodeJS.ProcessEnv;
}

/** How it ended, as a shell says it: 130 for Ctrl-C, which npm passes on by ending of the same signal. */
export async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    await new Promise((resolve) => child.once('exit', resolve));
  }
  return child.signalCode === 'SIGINT' ? 130 : child.exitCode;
}

/** Ctrl-C: the terminal tells everything in its foreground. Without effect on one that has ended. */
export function interrupt(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, 'SIGINT');
}

/** Every process that descends from this one, itself included. */
export function familyOf(ancestor: number): number[] {
  const family = new Set([ancestor]);
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = all
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  for (let known = 0; known < family.size;) {
    known = family.size;
    for (const [pid = 0, parent = 0] of pairs) if (family.has(parent)) family.add(pid);
  }
  return [...family];
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * `npm start` as a newcomer gives it, in a process group of its own; it is interrupted when this process ends.
 * `running` resolves when Neram says that it runs.
 */
export function npmStart(
  folder: string,
  own: Record<string, string>,
): { child: ChildProcess; running: Promise<void> } {
  const child = spawn('npm', ['start'], {
    cwd: folder,
    env: cleanEnvironment(own),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const stop = (): void => {
    interrupt(child);
  };
  process.once('exit', stop);
  process.once('SIGTERM', () => process.exit(143));
  let said = '';
  const running = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes('Neram is running')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', () => {
      process.off('exit', stop);
      reject(new Error(`npm start ended before it was ready:\n${said.slice(-4_000)}`));
    });
  });
  return { child, running };
}
