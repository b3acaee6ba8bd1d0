import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createAdapters } from '../channels/adapters';
import type { ChannelConnection } from '../channels/types';
import { type FindingCode, isRight, standingOf } from '../messaging/finding';
import type { StandingChange } from '../simulator/account';
import { type RunningSimulator, startSimulator } from '../simulator/server';
import { webhookPathOf } from '../workflows/webhook-path';
import {
  deskNumber,
  type DeskProvider,
  deskProviders,
  otherProviders,
  deskPublicUrl,
  metasCredentials,
} from './desk-providers';
import { startHttpStub } from './http-stub';

// Each provider's adapter asks its stand-in, which answers by the provider's documents, how the channel stands.

const now = new Date('2026-11-27T06:00:00Z');
const adapterOf = createAdapters({ now: () => now });
const running: RunningSimulator[] = [];
afterEach(async () => {
  for (const each of running.splice(0)) await each.close();
});

async function stand(
  provider: DeskProvider,
  { connected = true, ...change }: Partial<ChannelConnection> & { connected?: boolean } = {},
) {
  const { front, phoneNumberId, credentials, templates, query } = deskProviders[provider];
  const webhookUrl = `${deskPublicUrl}${webhookPathOf(provider, 'demo')}${query}`;
  // Twilio's stand-in signs for the address that it was told, by the key it posts to.
  const url = provider === 'twilio' ? 'http://127.0.0.1:9/demo' : webhookUrl;
  const simulator = await startSimulator({
    port: 0,
    now: () => now,
    templates,
    connected,
    retryDelaysMs: [],
    ...(front && { front: front() }),
    webhook: { ...deskNumber, ...metasCredentials, url },
  });
  running.push(simulator);
  // The credentials are the provider's own; TypeScript cannot follow that.
  const connection = {
    provider,
    apiUrl: simulator.url,
    apiVersion: 'v26.0',
    ...deskNumber,
    phoneNumberId,
    ...credentials,
    webhookUrl,
    ...change,
  } as ChannelConnection;
  const look = () => adapterOf(provider).check(connection);
  return { simulator, connection, look };
}

const codes = (findings: readonly { code: string }[]): string[] => findings.map(({ code }) => code);

describe('a channel that is right', () => {
  const right: Record<Exclude<DeskProvider, 'onprem'>, FindingCode[]> = {
    'cloud-api': [
      'token-good',
      'scopes-good',
      'number-good',
      'name-good',
      'quality-good',
      'throughput-known',
      'limit-known',
      'account-good',
      'secret-good',
      'webhook-good',
    ],
    d360: ['token-good', 'not-told', 'webhook-good'],
    gupshup: ['token-good', 'account-good', 'not-told', 'webhook-good'],
    twilio: ['token-good', 'account-good', 'number-good', 'name-good', 'quality-good', 'webhook-good'],
  };
  it.each(Object.keys(right) as (keyof typeof right)[])('is found so at %s', async (provider) => {
    const { look } = await stand(provider);
    expect(codes(await look())).toEqual(right[provider]);
  });

  it('is found so at one’s own webapp, once it brings events here', async () => {
    const { look, connection } = await stand('onprem');
    expect(codes(await look())).toEqual(['token-good', 'number-good', 'webhook-none']);
    await adapterOf('onprem').setWebhook?.(connection);
    expect(codes(await look())).toEqual(['token-good', 'number-good', 'webhook-good']);
  });

  it('tells its limit, quality and throughput, and that its token does not end', async () => {
    const { look } = await stand('cloud-api');
    expect(standingOf(await look())).toEqual({
      messagingLimitTier: 'TIER_2K',
      qualityRating: 'GREEN',
      tokenExpiresAt: null,
      throughput: 'STANDARD',
      displayPhone: deskNumber.displayPhone,
    });
  });
});

describe('what is wrong at Meta', () => {
  const day = 24 * 60 * 60;
  const at = now.getTime() / 1000;
  it.each<[string, StandingChange, string]>([
    [
      'a token of a day',
      { token: { type: 'USER', expiresAt: at + day, issuedAt: at, scopes: [] } },
      'token-temporary',
    ],
    [
      'a token that ends next week',
      { token: { type: 'SYSTEM_USER', expiresAt: at + 6 * day, scopes: [] } },
      'token-ends-soon',
    ],
    [
      'a token of two months',
      { token: { type: 'SYSTEM_USER', expiresAt: at + 60 * day, scopes: [] } },
      'token-ends',
    ],
    [
      'a token without a permission',
      { token: { type: 'SYSTEM_USER', expiresAt: 0, scopes: ['whatsapp_business_messaging'] } },
      'scopes-missing',
    ],
    ['bad quality', { quality: 'RED' }, 'quality-low'],
    ['a new account', { tier: 'TIER_250' }, 'limit-low'],
    ['a name under review', { nameStatus: 'PENDING_REVIEW' }, 'name-pending'],
    ['a refused name', { nameStatus: 'DECLINED' }, 'name-declined'],
    ['a number nobody registered', { platform: 'NOT_APPLICABLE' }, 'number-unregistered'],
    ['a second app on the account', { otherApps: ['Other bot'] }, 'webhook-shared'],
    ['a field that is not asked for', { fields: ['account_update'] }, 'webhook-fields'],
  ])('%s', async (_name, change, code) => {
    const { simulator, look } = await stand('cloud-api');
    simulator.control.changeStanding(change);
    const findings = await look();
    expect(codes(findings)).toContain(code);
  });

  it.each<[string, Partial<ChannelConnection>, string]>([
    ['a wrong token', { accessToken: 'EAAGwrong' }, 'token-wrong'],
    ['another app’s secret', { appSecret: 'other' }, 'secret-wrong'],
    ['no app secret', { appSecret: '' }, 'secret-wrong'],
    ['a wrong id of the number', { phoneNumberId: '999' }, 'number-wrong'],
    ['another number than the one given', { displayPhone: '+914400000001' }, 'number-other'],
    ['no account', { wabaId: null }, 'account-missing'],
    ['a wrong account', { wabaId: '999' }, 'account-wrong'],
    ['events that go elsewhere', { webhookUrl: 'https://other.example/x' }, 'webhook-elsewhere'],
  ])('%s', async (_name, change, code) => {
    const { look, connection } = await stand('cloud-api', change);
    const findings = await look();
    expect(codes(findings)).toContain(code);
    const { accessToken, appSecret } = connection as unknown as typeof metasCredentials;
    for (const secret of [accessToken, appSecret].filter((one) => one.length > 5))
      expect(JSON.stringify(findings)).not.toContain(secret);
  });

  it('the simulator calls Neram by no public name, and is right all the same', async () => {
    const { connection } = await stand('cloud-api');
    const { pathname } = new URL(connection.webhookUrl);
    const webhookUrl = `https://book.example.in${pathname}`;
    const { look } = await stand('cloud-api', { provider: 'simulator', webhookUrl });
    expect(codes(await look())).toContain('webhook-good');
    const elsewhere = await stand('cloud-api', { provider: 'simulator', webhookUrl: `${webhookUrl}-other` });
    expect(codes(await elsewhere.look())).toContain('webhook-elsewhere');
  });

  it('nothing but the token is asked for where it is refused', async () => {
    const { look } = await stand('cloud-api', { accessToken: 'EAAGwrong' });
    expect(codes(await look())).toEqual(['token-wrong']);
  });
});

describe('what is wrong at the others', () => {
  const wrong: Record<Exclude<DeskProvider, 'cloud-api'>, [object, FindingCode][]> = {
    d360: [
      [{ apiKey: 'other' }, 'token-wrong'],
      [{ webhookUrl: 'https://other.example/x' }, 'webhook-elsewhere'],
      [{ webhookSecret: 'other' }, 'webhook-header'],
    ],
    gupshup: [
      [{ apiKey: 'other' }, 'token-wrong'],
      [{ appId: 'other' }, 'app-wrong'],
      [{ appName: 'other' }, 'app-wrong'],
      [{ webhookUrl: 'https://other.example/x' }, 'webhook-elsewhere'],
    ],
    twilio: [
      [{ authToken: 'other' }, 'token-wrong'],
      [{ phoneNumberId: '914400000001' }, 'number-wrong'],
      [{ webhookUrl: 'https://other.example/x' }, 'webhook-elsewhere'],
    ],
    onprem: [[{ password: 'other' }, 'token-wrong']],
  };
  it.each(otherProviders.flatMap((at) => wrong[at].map(([change, code]) => [at, change, code] as const)))(
    '%s %j',
    async (provider, change, code) => {
      const { look } = await stand(provider, change);
      const findings = await look();
      expect(codes(findings)).toContain(code);
      expect(findings.some((one) => isRight(one) === false)).toBe(true);
    },
  );

  const told = otherProviders.filter((provider) => adapterOf(provider).setWebhook !== undefined);
  it.each(told)('%s is told where to bring events', async (provider) => {
    const { look, connection } = await stand(provider, { webhookUrl: 'https://other.example/x' });
    await adapterOf(provider).setWebhook?.(connection);
    expect(codes(await look())).toContain('webhook-good');
  });
});

describe('Meta is told where to bring events', () => {
  it('where the app has no webhook yet, it gets one as well', async () => {
    const door = createServer((request, response) => {
      response.end(new URL(request.url ?? '/', 'http://localhost').searchParams.get('hub.challenge'));
    });
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
    // A listening TCP server has an AddressInfo; the type also allows pipes.
    const { port } = door.address() as AddressInfo;
    const { look, connection } = await stand('cloud-api', {
      connected: false,
      webhookUrl: `http://127.0.0.1:${String(port)}/hook`,
    });
    await adapterOf('cloud-api').setWebhook?.(connection);
    expect(codes(await look())).toContain('webhook-good');
    door.closeAllConnections();
    await new Promise((resolve) => door.close(resolve));
  });

  it('and asks the address at once, with the verify token', async () => {
    const stub = await startHttpStub();
    const { look, connection, simulator } = await stand('cloud-api', {
      connected: false,
      webhookUrl: `${stub.url}/hook`,
    });
    expect(codes(await look())).toContain('webhook-unsubscribed');
    stub.answerWith({ status: 403, body: '' });
    await expect(adapterOf('cloud-api').setWebhook?.(connection)).rejects.toMatchObject({ kind: 'rejected' });
    expect(stub.requests.at(-1)?.path).toContain('hub.verify_token=test-verify');
    await expect(
      simulator.control.setCallback({ url: `${stub.url}/hook`, verifyToken: 'test-verify' }),
    ).rejects.toThrow();
    expect(codes(await look())).toContain('webhook-unsubscribed');
    await stub.close();
  });
});
