import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type ChildSpec = { name: string; args: string[]; env: Record<string, string>; show?: boolean };

type Child = { spec: ChildSpec; process: ChildProcess; ended: Promise<void> };

const followParent = new URL('./follow-parent.mjs', import.meta.url).href;
const crashesAllowed = 5;
const crashWindowMs = 60_000;

/**
 * Node processes that live and die with this one. Each has a process group of its own, so that Ctrl-C in the
 * terminal reaches only us and they can be stopped in order; a pipe tells them when we are gone. One that
 * crashes is started again, until it has crashed five times within a minute.
 */
export class ChildProcesses {
  private readonly children = new Map<string, Child>();
  private readonly crashes = new Map<string, number[]>();
  private stopping = false;

  constructor(
    private readonly logFolder: string,
    /** Told when a child will not be started again. */
    private readonly onGivenUp: (reason: string) => void,
  ) {
    mkdirSync(logFolder, { recursive: true });
  }

  start(spec: ChildSpec): void {
    const child = spawn(process.execPath, ['--import', followParent, '--enable-source-maps', ...spec.args], {
      env: { ...process.env, ...spec.env, NERAM_PARENT: String(process.pid) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    });
    const ended = new Promise<void>((resolve) => {
      child.on('error', () => {
        resolve();
      });
      child.on('exit', () => {
        resolve();
      });
    });
    this.record(spec, child);
    this.children.set(spec.name, { spec, process: child, ended });
    void ended.then(() => {
      this.afterEnd(spec, child);
    });
  }

  private record(spec: ChildSpec, child: ChildProcess): void {
    const file = createWriteStream(path.join(this.logFolder, `${spec.name}.log`), { flags: 'a' });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.pipe(file, { end: false });
      if (spec.show) stream?.pipe(process.stderr, { end: false });
    }
    child.on('close', () => file.end());
  }

  private afterEnd(spec: ChildSpec, child: ChildProcess): void {
    this.children.delete(spec.name);
    if (this.stopping) return;
    const how = child.signalCode ?? `exit code ${String(child.exitCode)}`;
    const log = path.join(this.logFolder, `${spec.name}.log`);
    const now = performance.now();
    const recent = [...(this.crashes.get(spec.name) ?? []), now].filter((at) => at > now - crashWindowMs);
    this.crashes.set(spec.name, recent);
    if (recent.length >= crashesAllowed) {
      const last = readFileSync(log, 'utf8').trim().split('\n').slice(-8).join('\n');
      this.onGivenUp(`The ${spec.name} process ended again and again (${how}). The end of ${log}:\n${last}`);
      return;
    }
    process.stderr.write(`  The ${spec.name} process ended (${how}); starting it again. Its log: ${log}\n`);
    setTimeout(() => {
      if (!this.stopping) this.start(spec);
    }, 300 * recent.length);
  }

  /** Asks the children to finish what they have in hand, in the order they were started, and ends who will not. */
  async stop(patienceMs = 10_000): Promise<void> {
    this.stopping = true;
    for (const child of this.children.values()) signalGroup(child.process, 'SIGTERM');
    const force = setTimeout(() => {
      this.kill();
    }, patienceMs);
    await Promise.all([...this.children.values()].map((child) => child.ended));
    clearTimeout(force);
  }

  /** At once, without farewell. */
  kill(): void {
    for (const child of this.children.values()) signalGroup(child.process, 'SIGKILL');
  }
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It ended in between.
  }
}
