import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import axios from 'axios';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { staticEntrance } from './static-entrance';

const script = 'console.log("நேரம்")'.repeat(100);
let server: Server;
let base: string;

beforeAll(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'neram-static-'));
  writeFileSync(path.join(folder, 'a.js'), script);
  writeFileSync(path.join(folder, 'a.js.br'), brotliCompressSync(script));
  server = createServer(
    staticEntrance(folder, (request, response) => {
      response.end(`others: ${request.url ?? ''}`);
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => server.close());

const get = (url: string, encoding: string) =>
  axios.get<ArrayBuffer>(base + url, {
    responseType: 'arraybuffer',
    decompress: false,
    headers: { 'Accept-Encoding': encoding },
  });

test('a browser that takes Brotli gets the compressed twin, to keep for good', async () => {
  const { data, headers } = await get('/_next/static/a.js', 'gzip, br');
  expect(headers['content-encoding']).toBe('br');
  expect(headers['content-type']).toContain('javascript');
  expect(headers['cache-control']).toBe('public,max-age=31536000,immutable');
  expect(headers['vary']).toBe('Accept-Encoding');
  expect(brotliDecompressSync(Buffer.from(data)).toString()).toBe(script);
});

test('another gets the plain file', async () => {
  const { data, headers } = await get('/_next/static/a.js', 'identity');
  expect(headers['content-encoding']).toBeUndefined();
  expect(Buffer.from(data).toString()).toBe(script);
});

test.each(['/_next/static/missing.js', '/_next/static/../../etc/passwd', '/_next/static/%zz', '/demo'])(
  'what is not there is left to the pages: %s',
  async (url) => {
    const { data } = await get(url, 'br');
    expect(Buffer.from(data).toString()).toMatch(/^others: \//);
  },
);
