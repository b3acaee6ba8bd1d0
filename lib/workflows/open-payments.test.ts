import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AccountCredentials } from '../gateways/credentials';
import type { PaymentAccount } from '../payments/types';
import { scopeOf } from '../tenancy/scope';
import { noGateways } from '../testing/no-gateways';
import { startHttpStub } from '../testing/http-stub';
import { openPayments, type PaymentAddresses } from './open-payments';

let now = new Date('2026-11-26T10:00:00Z');
const clock = { now: () => now };

const account = (credentials: AccountCredentials, mode: PaymentAccount['mode'] = 'test'): PaymentAccount => ({
  scope: scopeOf('0199f0aa-0000-7000-8000-000000000001'),
  id: '0199f0aa-0000-7000-8000-000000000002',
  gateway: credentials.gateway,
  mode,
  credentials: JSON.stringify(credentials),
  createdAt: now,
  retiredAt: null,
  checkedAt: null,
  checkProblem: null,
  heardAt: null,
});
const open = (addresses: Partial<PaymentAddresses> = {}) =>
  openPayments({ ...noGateways, ...addresses }, { unseal: (sealed) => sealed, clock });

const razorpay = {
  gateway: 'razorpay',
  keyId: 'rzp_test_1',
  keySecret: 'key',
  webhookSecret: 'new',
  previousSecret: null,
} as const;

describe('an opened payment account', () => {
  it('is a UPI address where there is no gateway', () => {
    const upi = account({ gateway: 'upi', address: 'club@bank', payee: 'Club' }, 'live');
    expect(open().gatewayOf(upi)).toBeNull();
    expect(open().upiOf(upi)).toEqual({ address: 'club@bank', payee: 'Club' });
    expect(open().upiOf(account(razorpay))).toBeNull();
  });

  it('is opened once for each version of its credentials', () => {
    const door = open();
    expect(door.gatewayOf(account(razorpay))).toBe(door.gatewayOf(account(razorpay)));
    expect(door.gatewayOf(account({ ...razorpay, webhookSecret: 'other' }))).not.toBe(
      door.gatewayOf(account(razorpay)),
    );
  });

  it('believes the secret before a rotation until its time is over', () => {
    const until = new Date(now.getTime() + 60_000).toISOString();
    const rotated = account({ ...razorpay, previousSecret: { secret: 'old', until } });
    const door = open();
    const isBelieved = (secret: string) => {
      const body = Buffer.from('{}');
      const signature = createHmac('sha256', secret).update(body).digest('hex');
      return door.gatewayOf(rotated)?.verifyWebhook(body, new Headers({ 'x-razorpay-signature': signature }));
    };
    expect([isBelieved('new'), isBelieved('old')]).toEqual([true, true]);
    now = new Date(now.getTime() + 60_000);
    expect([isBelieved('new'), isBelieved('old')]).toEqual([true, false]);
  });

  it('speaks to the built-in stand-in only where it is an account there', async () => {
    const outside = await startHttpStub();
    const inside = await startHttpStub();
    const unknown = { error: { code: 'BAD_REQUEST_ERROR', description: 'The id provided does not exist' } };
    for (const each of [outside, inside]) each.answerWith({ status: 400, body: JSON.stringify(unknown) });
    const door = open({ razorpayApiUrl: outside.url, standInUrl: inside.url });
    const ask = (mode: PaymentAccount['mode']) =>
      door.gatewayOf(account(razorpay, mode))?.fetchPayment('pay_00000000000001');
    await ask('built-in');
    expect([inside.requests.length > 0, outside.requests.length]).toEqual([true, 0]);
    await ask('live');
    expect(outside.requests.length).toBeGreaterThan(0);
    await Promise.all([outside.close(), inside.close()]);
  });
});
