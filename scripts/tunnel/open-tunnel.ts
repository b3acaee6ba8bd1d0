import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { StopMessage } from '../setup/stop-message.mjs';

export type Tunnel = {
  /** Public https origin, no trailing slash. */
  url: string;
  by: 'ngrok' | 'cloudflared';
  /** Resolves when it broke by itself. */
  ended: Promise<void>;
  close(): Promise<void>;
};

/** How long cloudflared may take to say its address. */
const patienceMs = 30_000;

/**
 * A public address that leads to a port of this machine: through ngrok where NGROK_AUTHTOKEN is set, else through a
 * `cloudflared` on the path. Throws StopMessage that says what to do where there is neither.
 */
export function openTunnel(port: number, env: Readonly<Record<string, string | undefined>>): Promise<Tunnel> {
  const token = env['NGROK_AUTHTOKEN'];
  if (token) return throughNgrok(port, token);
  const cloudflared = findProgram('cloudflared', env['PATH'] ?? '');
  if (cloudflared) return throughCloudflared(port, cloudflared);
  throw new StopMessage(
    [
      'There is no way out to the internet yet. Either of these makes one:',
      '  · ngrok: make a free account at ngrok.com, then NGROK_AUTHTOKEN=… npm run tunnel',
      '  · cloudflared: install it (developers.cloudflare.com, "Downloads"); no account is needed',
    ].join('\n'),
  );
}

type Ngrok = {
  forward(options: {
    addr: number;
    authtoken: string;
  }): Promise<{ url(): string | null; close(): Promise<void> }>;
};

/** Its native part has some ten megabytes and only this command wants it, so that it is no dependency of everybody's. */
const ngrokPackage = '@ngrok/ngrok';

async function throughNgrok(port: number, authtoken: string): Promise<Tunnel> {
  const ngrok = await loadNgrok();
  try {
    const listener = await ngrok.forward({ addr: port, authtoken });
    const url = listener.url();
    if (!url) throw new Error('it gave no address');
    return { url, by: 'ngrok', ended: new Promise(() => undefined), close: () => listener.close() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StopMessage(`ngrok did not open a tunnel: ${reason.replaceAll(authtoken, '[token]')}`);
  }
}

async function loadNgrok(): Promise<Ngrok> {
  try {
    // Its shape is ngrok's documented one; the package may not be there, so that TypeScript cannot look.
    return (await import(ngrokPackage)) as Ngrok;
  } catch {
    throw new StopMessage(
      `NGROK_AUTHTOKEN is set, but the package is not here. Run: npm install --no-save ${ngrokPackage}`,
    );
  }
}

/** The first program of this name on a search path; null where there is none. */
export function findProgram(name: string, searchPath: string): string | null {
  const found = searchPath
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));
  return found ?? null;
}

/** The address in what cloudflared says of a quick tunnel; null where this is something else. */
export const addressIn = (said: string): string | null =>
  /https:\/\/[a-z0-9-]+\.trycloudflare\.com/.exec(said)?.[0] ?? null;

async function throughCloudflared(port: number, program: string): Promise<Tunnel> {
  const child = spawn(program, ['tunnel', '--no-autoupdate', '--url', `http://127.0.0.1:${String(port)}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await addressOf(child);
  if (url === null) {
    child.kill();
    throw new StopMessage('cloudflared gave no address within half a minute. Run it by hand to see why.');
  }
  const close = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  return { url, by: 'cloudflared', ended, close };
}

/** What it logs to says its address once; null when it ends or takes too long. */
function addressOf(child: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => {
    let said = '';
    const timer = setTimeout(() => {
      resolve(null);
    }, patienceMs);
    const settle = (url: string | null): void => {
      clearTimeout(timer);
      resolve(url);
    };
    child.once('error', () => {
      settle(null);
    });
    child.once('exit', () => {
      settle(null);
    });
    child.stderr?.setEncoding('utf8').on('data', (part: string) => {
      said = (said + part).slice(-10_000);
      const url = addressIn(said);
      if (url !== null) settle(url);
    });
  });
}
