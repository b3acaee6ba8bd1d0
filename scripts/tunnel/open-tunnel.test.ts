import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { addressIn, openTunnel } from './open-tunnel';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder with a program that plays cloudflared. */
function play(script: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'neram-tunnel-'));
  folders.push(folder);
  const file = path.join(folder, 'cloudflared');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return folder;
}

test('without a way out it says what makes one', () => {
  expect(() => openTunnel(3000, { PATH: '' })).toThrow(/NGROK_AUTHTOKEN[\s\S]*cloudflared/);
});

test('ngrok without its package says how to get it', async () => {
  await expect(openTunnel(3000, { NGROK_AUTHTOKEN: 'secret' })).rejects.toThrow(
    /npm install --no-save @ngrok\/ngrok/,
  );
});

test('cloudflared’s address is found in what it says, and it is ended with the tunnel', async () => {
  const folder = play('echo "INF |  https://calm-tea-court.trycloudflare.com  |" >&2; exec /bin/sleep 60');
  const tunnel = await openTunnel(3000, { PATH: folder });
  expect(tunnel).toMatchObject({ by: 'cloudflared', url: 'https://calm-tea-court.trycloudflare.com' });
  await tunnel.close();
  await tunnel.ended;
});

test('cloudflared that gives up is not waited for', async () => {
  await expect(openTunnel(3000, { PATH: play('exit 1') })).rejects.toThrow(/cloudflared gave no address/);
});

test('only an address of a tunnel is one', () => {
  expect(addressIn('see https://developers.cloudflare.com/ for more')).toBeNull();
});
