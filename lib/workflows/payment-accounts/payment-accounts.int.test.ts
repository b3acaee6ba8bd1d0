import { createHmac, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createLogger } from '../../log';
import type { PaymentAccountPage } from '../../payments/accounts/schema';
import { currentAccount } from '../../payments/queries';
import type { RunningRazorpay } from '../../stand-ins/razorpay/server';
import type { BusinessScope, StaffActor } from '../../tenancy/types';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { makeBusiness } from '../../testing/make-business';
import { noGateways } from '../../testing/no-gateways';
import { noProviders } from '../../testing/no-providers';
import { razorpayKeys, startTestRazorpay } from '../../testing/razorpay-account';
import { openWorld } from '../open-world';
import type { World } from '../types';
import {
  connectPaymentAccount,
  removePaymentAccount,
  renewPaymentKeys,
  rotateWebhookSecret,
} from './change-payment-account';
import { checkPaymentAccount } from './check-payment-account';
import { loadPaymentAccounts } from './load-payment-accounts';
import { setChannelPayment } from './set-channel-payment';

let db: TestDatabase;
let world: World;
let razorpay: RunningRazorpay;
let scope: BusinessScope;
let channelId: string;
let now = new Date('2026-11-26T10:00:00Z');

const actor: StaffActor = {
  userId: '0199f0aa-0000-7000-8000-000000000009',
  name: 'Kalai',
  role: 'owner',
  address: '127.0.0.1',
  agent: 'test',
};
const right = {
  gateway: 'razorpay',
  keyId: razorpayKeys.keyId,
  keySecret: razorpayKeys.keySecret,
} as const;
const wrong = { ...right, keySecret: 'not-the-secret' } as const;
const view = { slug: 'club', builtIn: false, qr: (text: string) => ({ size: text.length, path: text }) };

beforeAll(async () => {
  db = await createTestDatabase();
  razorpay = await startTestRazorpay('http://127.0.0.1:9/');
  const settings = {
    databaseUrl: db.url,
    connections: 4,
    secret: randomBytes(32).toString('base64'),
    publicUrl: 'https://neram.example',
    whatsapp: noProviders(),
    simulatorUrl: null,
    payments: { ...noGateways, razorpayApiUrl: razorpay.url },
    mail: null,
  };
  world = openWorld(settings, createLogger({ level: 'silent', role: 'test' }), { now: () => now });
});
beforeEach(async () => {
  const made = await makeBusiness(db.database);
  scope = made.scope;
  channelId = made.channelId;
});
afterAll(async () => {
  await razorpay.close();
  await world.database.close();
  await db.drop();
});

const editor = () => ({ world, scope, actor });
const page = (): Promise<PaymentAccountPage> => loadPaymentAccounts(world, scope, view);
const audited = async () => {
  const rows = await db.database.prisma.auditEntry.findMany({
    where: { businessId: scope.businessId },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ action }) => action);
};
const isBelieved = async (secret: string): Promise<boolean | undefined> => {
  const account = await currentAccount(db.database.prisma, scope);
  const body = Buffer.from('{}');
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  return (
    (account &&
      world.gatewayOf(account)?.verifyWebhook(body, new Headers({ 'x-razorpay-signature': signature }))) ??
    undefined
  );
};

test('an account is connected, tried and shown without its keys', async () => {
  await connectPaymentAccount(editor(), right, null);
  expect(await checkPaymentAccount(world, scope)).toBeNull();
  const shown = await page();
  expect(shown.account).toMatchObject({
    gateway: 'razorpay',
    mode: 'test',
    name: right.keyId,
    checkProblem: null,
    openLinks: 0,
    webhook: { address: 'https://neram.example/api/webhooks/payments/rzp/club' },
  });
  expect(shown.account?.checkedAt).not.toBeNull();
  expect(shown.account?.webhook?.secret).toMatch(/^[0-9a-f]{48}$/);
  expect(JSON.stringify(shown)).not.toContain(right.keySecret);
});

test('a wrong key is told as such, and new keys for the same account mend it', async () => {
  await connectPaymentAccount(editor(), wrong, null);
  const before = await page();
  expect(await checkPaymentAccount(world, scope)).toBe('unauthorised');
  expect((await page()).account?.checkProblem).toBe('unauthorised');
  await renewPaymentKeys(editor(), right);
  expect(await checkPaymentAccount(world, scope)).toBeNull();
  const after = await page();
  expect(after.account?.id).toBe(before.account?.id);
  expect(after.account?.webhook).toEqual(before.account?.webhook);
  await expect(renewPaymentKeys(editor(), { ...right, keyId: 'rzp_live_0000' })).rejects.toMatchObject({
    code: 'invalid',
  });
});

test('a rotated webhook secret leaves the one before a day', async () => {
  await connectPaymentAccount(editor(), right, null);
  const old = (await page()).account?.webhook?.secret ?? '';
  await rotateWebhookSecret(editor());
  const { account } = await page();
  const fresh = account?.webhook?.secret ?? '';
  expect(fresh).not.toBe(old);
  expect(account?.previousSecretUntil).toBe('2026-11-27T10:00:00.000Z');
  expect([await isBelieved(old), await isBelieved(fresh)]).toEqual([true, true]);
  now = new Date('2026-11-27T10:00:00Z');
  expect([await isBelieved(old), await isBelieved(fresh)]).toEqual([false, true]);
  expect((await page()).account?.previousSecretUntil).toBeNull();
});

test('a replaced account goes to the earlier ones, and a removed one leaves none', async () => {
  await connectPaymentAccount(editor(), right, null);
  await connectPaymentAccount(editor(), { gateway: 'upi', address: 'club@okbank', payee: 'Club' }, null);
  const shown = await page();
  expect(shown.account).toMatchObject({ gateway: 'upi', name: 'club@okbank', webhook: null });
  expect(shown.account?.upi?.qr.path).toContain('upi://pay?pa=club@okbank&pn=Club&am=1.00');
  expect(shown.earlier).toMatchObject([{ gateway: 'razorpay', name: right.keyId, openLinks: 0 }]);
  expect(await checkPaymentAccount(world, scope)).toBeNull();
  await removePaymentAccount(editor());
  expect((await page()).account).toBeNull();
  await expect(checkPaymentAccount(world, scope)).rejects.toMatchObject({ code: 'not-found' });
  expect(await audited()).toEqual([
    'payment-account.connect',
    'payment-account.replace',
    'payment-account.remove',
  ]);
});

test('the built-in stand-in is an account only where it runs, with a secret that stays', async () => {
  await expect(async () =>
    connectPaymentAccount(editor(), { gateway: 'built-in' }, null),
  ).rejects.toMatchObject({
    code: 'conflict',
  });
  const keys = { keyId: 'rzp_test_standin_club', keySecret: 'k', webhookSecret: 'w' };
  await connectPaymentAccount(editor(), { gateway: 'built-in' }, keys);
  expect((await page()).account).toMatchObject({ mode: 'built-in', webhook: { secret: 'w' } });
  await expect(rotateWebhookSecret(editor())).rejects.toMatchObject({ code: 'conflict' });
});

test('what is paid by inside WhatsApp is set for each number', async () => {
  await setChannelPayment(editor(), { channelId, name: 'neram-razorpay' });
  expect((await page()).channels).toMatchObject([{ id: channelId, paymentConfiguration: 'neram-razorpay' }]);
  await setChannelPayment(editor(), { channelId, name: null });
  expect((await page()).channels).toMatchObject([{ paymentConfiguration: null }]);
  const stranger = await makeBusiness(db.database);
  await expect(
    setChannelPayment({ ...editor(), scope: stranger.scope }, { channelId, name: 'x' }),
  ).rejects.toMatchObject({ code: 'not-found' });
});
