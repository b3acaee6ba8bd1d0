import { execFileSync, type SpawnOptions } from 'node:child_process';
import path from 'node:path';
import { statSync } from 'node:fs';

/** PostgreSQL refuses to run as root, so root hands it to another user. Ordinary users run it themselves. */
export type SystemUser = { uid: number; gid: number } | null;

/** Who runs PostgreSQL: null when that is us, else `postgres` (made if it is missing) or, failing that, `nobody`. */
export function postgresUser(): SystemUser {
  if (process.getuid?.() !== 0) return null;
  const known = lookUp('postgres');
  if (known) return known;
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '--user-group', 'postgres'], {
      stdio: 'ignore',
    });
  } catch {
    // No useradd here (a slim image): nobody will do.
  }
  const user = lookUp('postgres') ?? lookUp('nobody');
  if (!user) {
    throw new Error(
      'PostgreSQL refuses to run as root and no user `postgres` could be made. ' +
        'Run as an ordinary user, or set DATABASE_URL.',
    );
  }
  return user;
}

function lookUp(name: string): SystemUser {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

/**
 * The command that runs `file` as that user. Root's own folders are closed to others (/root is 0700), and a
 * clone may well live there; then the user is given leave to pass through them: on Linux an ambient capability,
 * and the bit that lets access(2) honour it. Throws, saying what to do, where that cannot be had.
 */
export function commandAs(user: SystemUser, file: string, args: string[], reaches: string[]) {
  const options: SpawnOptions = user ? { uid: user.uid, gid: user.gid } : {};
  const closed = user && reaches.find((place) => !canReach(user, place));
  if (!user || !closed) return { file, args, options };
  requireSetpriv(closed);
  const who = [`--reuid=${String(user.uid)}`, `--regid=${String(user.gid)}`, '--clear-groups'];
  const leave = ['--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return { file: 'setpriv', args: [...who, ...leave, file, ...args], options: {} };
}

function requireSetpriv(closed: string): void {
  try {
    execFileSync('setpriv', ['--version'], { stdio: 'ignore' });
  } catch {
    throw new Error(
      `PostgreSQL refuses to run as root, and other users cannot reach ${closed}. ` +
        'Move this folder out of root’s own, run as an ordinary user, or set DATABASE_URL.',
    );
  }
}

function canReach(user: { uid: number; gid: number }, place: string): boolean {
  for (let at = path.dirname(path.resolve(place)); ; at = path.dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const needed = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if (!(mode & needed)) return false;
    if (at === path.dirname(at)) return true;
  }
}
