import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cloudApiConnection } from '../../lib/testing/cloud-api-fixtures';
import { startHttpStub, type HttpStub } from '../../lib/testing/http-stub';
import { gupshupConnection } from '../../lib/testing/provider-connections';
import { checkAddress, checkTls, judgeCertificate } from './address';
import { judgeTemplates } from './channels';
import { checkProviderClock, judgeSkew, skewOf } from './clock';
import { checkDisk, judgeDisk } from './disk';
import { checkWebhook } from './webhooks';

const now = new Date('2026-11-27T06:00:00Z');
let stub: HttpStub;
beforeAll(async () => {
  stub = await startHttpStub();
});
afterAll(() => stub.close());

describe('the clock', () => {
  test('is compared with the middle of the question', () => {
    const at = (ms: number): Date => new Date(now.getTime() + ms);
    expect(skewOf(at(500), at(0), at(1000))).toBe(0);
    expect(skewOf(at(-3000), at(0), at(1000))).toBe(3500);
  });

  test.each([
    [1_900, true, 'agrees with the database (1.9 s apart)'],
    [2_100, false, 'this machine is 2.1 s ahead of the database'],
    [-60_000, false, 'this machine is 60 s behind the database'],
  ])('%d ms', (skew, ok, found) => {
    const finding = judgeSkew(skew, 'the database', 2_000);
    expect(finding).toMatchObject({ ok, found });
    expect(finding.mend === undefined).toBe(ok);
  });

  test('of a provider stands in its Date header, whatever it answers', async () => {
    stub.answerWith({
      status: 404,
      headers: { date: new Date(Date.now() - 120_000).toUTCString() },
      body: '',
    });
    expect(await checkProviderClock(stub.url)).toMatchObject({
      ok: false,
      found: expect.stringContaining('ahead of') as string,
    });
    stub.answerWith({ status: 200, headers: { date: new Date().toUTCString() }, body: '' });
    expect(await checkProviderClock(stub.url)).toMatchObject({ ok: true });
  });

  test('of a provider that does not answer is nobody’s fault here', async () => {
    expect(await checkProviderClock('http://127.0.0.1:9')).toMatchObject({ ok: true });
  });
});

test('a disk with less than a gigabyte stops the database soon', () => {
  expect(judgeDisk('/data', 900 * 1024 ** 2)).toMatchObject({ ok: false, found: '0.9 GB free at /data' });
  expect(judgeDisk('/data', 5 * 1024 ** 3)).toMatchObject({ ok: true });
  // The folder is made at the first start.
  expect(checkDisk(path.join(tmpdir(), 'not', 'there', 'yet')).found).toContain(tmpdir());
});

describe('the public address', () => {
  test('is for this machine only until a real number is connected', async () => {
    expect(await checkAddress('http://localhost:3000', false)).toMatchObject({ ok: true });
    const finding = await checkAddress('http://localhost:3000', true);
    expect(finding).toMatchObject({ ok: false, mend: expect.stringContaining('NERAM_PUBLIC_URL') as string });
    expect(await checkAddress('http://book.example.in', true)).toMatchObject({ ok: false });
  });

  test('that nobody answers at is wrong', async () => {
    expect(await checkAddress('https://127.0.0.2:9', true)).toMatchObject({
      ok: false,
      found: expect.stringMatching(/does not answer/) as string,
    });
  });
});

test.each([
  ['2027-02-25T06:00:00Z', null, true, /valid for 90 more days/],
  ['2026-12-05T06:00:00Z', null, false, /ends in 8 days/],
  ['2026-11-20T06:00:00Z', 'CERT_HAS_EXPIRED', false, /ended 7 days ago/],
  ['2027-02-25T06:00:00Z', 'SELF_SIGNED_CERT', false, /not trusted \(SELF_SIGNED_CERT\)/],
])('a certificate until %s (%s)', (until, problem, ok, found) => {
  const certificate = { valid_to: new Date(until).toUTCString() };
  const finding = judgeCertificate('book.example.in', { certificate, problem }, now);
  expect(finding.ok).toBe(ok);
  expect(finding.found).toMatch(found);
});

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
describe.skipIf(!hasOpenssl)('a certificate that is shown', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'neram-tls-'));
  const file = (name: string): string => path.join(folder, name);
  let port = 0;
  let close = (): void => undefined;
  beforeAll(async () => {
    // prettier-ignore
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes',
      '-keyout', file('key.pem'), '-out', file('cert.pem'), '-days', '20', '-subj', '/CN=localhost', '-addext',
      'subjectAltName=DNS:localhost'], { stdio: 'ignore' });
    const pem = { key: readFileSync(file('key.pem')), cert: readFileSync(file('cert.pem')) };
    const server = createServer(pem, (_request, response) => response.end('{"status":"live"}'));
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const address = server.address();
    port = typeof address === 'object' && address ? address.port : 0;
    close = () => void server.close();
  });
  afterAll(() => {
    close();
    rmSync(folder, { recursive: true });
  });

  test('by an authority that is trusted is good for as long as it says', async () => {
    const ca = readFileSync(file('cert.pem'), 'utf8');
    const url = `https://localhost:${String(port)}`;
    expect(await checkTls(url, new Date(), ca)).toMatchObject({
      ok: true,
      found: expect.stringMatching(/1[89]|20 more days/) as string,
    });
    expect(await checkTls(url, new Date(Date.now() + 10 * 86_400_000), ca)).toMatchObject({ ok: false });
  });

  test('by itself is trusted by nobody', async () => {
    const finding = await checkTls(`https://localhost:${String(port)}`, new Date());
    expect(finding).toMatchObject({ ok: false, found: expect.stringContaining('not trusted') as string });
  });

  test('where there is no TLS there is nothing to see', async () => {
    expect(await checkTls('http://localhost:3000', now)).toBeNull();
    expect(await checkTls(stub.url.replace('http:', 'https:'), now)).toMatchObject({ ok: false });
  });
});

describe('a webhook', () => {
  const cloud = { provider: 'cloud-api', key: 'demo' } as const;
  const gupshup = { provider: 'gupshup', key: 'other' } as const;
  const how = () => ({ publicUrl: stub.url, lastEventAt: now });
  let asked = 0;
  beforeEach(() => {
    asked = stub.requests.length;
  });

  test('of Meta’s must give the challenge back', async () => {
    stub.answerWith({ status: 200, body: 'neram-doctor' });
    expect(await checkWebhook(cloud, cloudApiConnection, how())).toMatchObject({
      ok: true,
      found: 'reachable and verified; last event 2026-11-27T06:00:00.000Z',
    });
    expect(stub.requests[asked]?.path).toMatch(/^\/api\/webhooks\/whatsapp\/demo\?.*test_verify_token/);
    stub.answerWith({ status: 200, body: '<html>a parking page</html>' });
    expect(await checkWebhook(cloud, cloudApiConnection, how())).toMatchObject({ ok: false });
    stub.answerWith({ status: 403, body: '' });
    expect(await checkWebhook(cloud, cloudApiConnection, how())).toMatchObject({ ok: false });
  });

  test('of the others must refuse what is not proved', async () => {
    stub.answerWith({ status: 401, body: '' });
    expect(await checkWebhook(gupshup, gupshupConnection, { ...how(), lastEventAt: null })).toMatchObject({
      ok: true,
      found: 'reachable and verified; no event has come yet',
    });
    for (const status of [200, 404, 502]) {
      stub.answerWith({ status, body: '' });
      expect(await checkWebhook(gupshup, gupshupConnection, how())).toMatchObject({ ok: false });
    }
  });

  test('that cannot be reached says so', async () => {
    const away = { publicUrl: 'http://127.0.0.1:9', lastEventAt: null };
    expect(await checkWebhook(cloud, cloudApiConnection, away)).toMatchObject({ ok: false });
  });
});

test('templates that were refused, or none at all, are told', () => {
  expect(judgeTemplates('demo', { bad: 2, approved: 5 })).toMatchObject({ ok: false });
  expect(judgeTemplates('demo', { bad: 0, approved: 0 }).mend).toContain('npm run templates');
  expect(judgeTemplates('demo', { bad: 0, approved: 5 })).toMatchObject({ ok: true });
});
