import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSimulator, type RunningSimulator } from '../simulator/server';
import { proxyToSimulator, refusedBySimulator } from './simulator-proxy';

let simulator: RunningSimulator;

beforeAll(async () => {
  simulator = await startSimulator({
    port: 0,
    retryDelaysMs: [],
    webhook: {
      url: 'http://127.0.0.1:1/',
      appSecret: 'a',
      accessToken: 't',
      phoneNumberId: '1',
      wabaId: '2',
      displayPhone: '+91 44 4000 0001',
    },
  });
});

afterAll(() => simulator.close());

const request = (rest: RequestInit = {}): Request =>
  new Request('http://localhost/api/simulator/customers', rest);

test('nothing is there while the simulator is switched off', async () => {
  expect((await proxyToSimulator(request(), ['customers'], null)).status).toBe(404);
});

test('requests and answers pass through unchanged', async () => {
  const body = JSON.stringify({ name: 'அன்பு' });
  const created = await proxyToSimulator(request({ method: 'POST', body }), ['customers'], simulator.url);
  expect(created.status).toBe(200);
  expect(await created.json()).toMatchObject({ id: 'c1', name: 'அன்பு' });
  const refused = await proxyToSimulator(
    request({ method: 'POST', body: '{}' }),
    ['customers'],
    simulator.url,
  );
  expect(refused.status).toBe(400);
});

test('the live feed streams through and ends with its reader', async () => {
  const reading = new AbortController();
  const feed = await proxyToSimulator(request({ signal: reading.signal }), ['events'], simulator.url);
  expect(feed.headers.get('content-type')).toContain('text/event-stream');
  const reader = feed.body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('"type":"snapshot"');
  reading.abort();
  await expect(reader?.read()).rejects.toThrow();
});

test('a path cannot climb out of the phones to the Graph side', async () => {
  const climbed = await proxyToSimulator(request(), ['..', 'v26.0', '1'], simulator.url);
  expect(climbed.status).toBe(404);
});

test('another site may not play a customer', async () => {
  const foreign = request({ method: 'POST', body: '{}', headers: { 'sec-fetch-site': 'cross-site' } });
  expect((await proxyToSimulator(foreign, ['reset'], simulator.url)).status).toBe(403);
});

test('what stands beside the phones is for the simulator page alone, too', async () => {
  expect(refusedBySimulator(request(), null)?.status).toBe(404);
  const foreign = request({ headers: { 'sec-fetch-site': 'cross-site' } });
  expect(refusedBySimulator(foreign, simulator.url)?.status).toBe(403);
  expect(refusedBySimulator(request(), simulator.url)).toBeNull();
});

test('a simulator that does not answer is reported as unavailable', async () => {
  expect((await proxyToSimulator(request(), ['customers'], 'http://127.0.0.1:1')).status).toBe(503);
});

test('a body over 128 KiB is refused', async () => {
  const big = request({ method: 'POST', body: 'x'.repeat(128 * 1024 + 1) });
  expect((await proxyToSimulator(big, ['customers'], simulator.url)).status).toBe(413);
});
