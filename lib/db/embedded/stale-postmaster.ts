import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

/**
 * Stops a server that a killed run left behind on this cluster, and removes its lock file when nobody holds it.
 * The process id in the file may by now belong to a stranger, so it is only touched when it is a postgres.
 */
export async function endStalePostmaster(cluster: string): Promise<void> {
  const lock = path.join(cluster, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  if (Number.isInteger(pid) && pid > 1 && isPostgresOf(pid, cluster)) {
    signal(pid, 'SIGINT');
    for (let tries = 0; tries < 100 && isPostgresOf(pid, cluster); tries += 1) await pause(100);
    if (isPostgresOf(pid, cluster)) signal(pid, 'SIGQUIT');
    for (let tries = 0; tries < 50 && isPostgresOf(pid, cluster); tries += 1) await pause(100);
  }
  rmSync(lock, { force: true });
}

function isPostgresOf(pid: number, cluster: string): boolean {
  try {
    const command = commandLine(pid);
    return command.includes('postgres') && command.includes(cluster);
  } catch {
    return false;
  }
}

/** Throws when the process is gone. */
function commandLine(pid: number): string {
  // Slim Linux images have no ps; a Mac has no /proc.
  if (process.platform === 'linux')
    return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').replaceAll('\0', ' ');
  return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' });
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself in between.
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
