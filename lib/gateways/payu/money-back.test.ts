import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HttpStub, startHttpStub } from '../../testing/http-stub';
import type { PaymentGateway } from '../types';
import { openPayu } from './gateway';

let stub: HttpStub;
let gateway: PaymentGateway;
const clientSecret = 'the-client-secret';

beforeAll(async () => {
  stub = await startHttpStub();
  gateway = openPayu(
    {
      gateway: 'payu',
      apiUrl: stub.url,
      checkoutUrl: stub.url,
      merchantKey: 'key',
      salt: 'salt',
      links: { accountsUrl: stub.url, linksUrl: stub.url, merchantId: '1', clientId: 'id', clientSecret },
    },
    {
      clock: { now: () => new Date('2026-11-26T10:00:00Z') },
      timeoutMs: 2_000,
      pause: () => Promise.resolve(),
    },
  );
});
afterAll(() => stub.close());

const say = (body: unknown, status = 200) => {
  stub.answerWith({ status, body: JSON.stringify(body) });
};
const refund = () =>
  gateway.refund({ paymentId: '4031', amountPaise: 50_050, key: '0199f0aa-0000-7000-8000-000000000007' });

describe('PayU’s answer to a refund', () => {
  it.each([100, 101, 102, 123, 126, 127])('of code %d means that it was taken', async (code) => {
    say({ status: 1, msg: 'Refund Request Queued', request_id: 131278422, error_code: code });
    expect(await refund()).toMatchObject({ ok: true, value: { id: '131278422', status: 'pending' } });
  });

  it.each([
    [103, 'invalid'],
    [105, 'not-refundable'],
    [111, 'not-refundable'],
    [113, 'not-refundable'],
    [116, 'not-found'],
    [117, 'not-refundable'],
    [120, 'in-progress'],
    [128, 'not-refundable'],
    [214, 'rate-limited'],
    [225, 'low-balance'],
    [226, 'unavailable'],
    [230, 'not-refundable'],
    [999, 'invalid'],
  ])('of code %d is a refusal: %s', async (code, kind) => {
    say({ status: 0, msg: 'No', error_code: String(code) });
    expect(await refund()).toMatchObject({ reason: 'refused', kind });
  });

  it.each([106, 109, 227])('of code %d without the refund to be found is unknown', async (code) => {
    say({ status: 0, msg: 'Token already used', error_code: code });
    expect(await refund()).toMatchObject({ reason: 'outcome-unknown' });
  });

  it('without a number is unknown', async () => {
    say({ status: 1, msg: 'Refund Request Queued', error_code: 102 });
    expect(await refund()).toMatchObject({ reason: 'outcome-unknown' });
  });

  it('about the hash is about our keys', async () => {
    say({ status: 0, msg: 'Invalid Hash.' });
    expect(await refund()).toMatchObject({ kind: 'unauthorised' });
  });

  it.each([500, 502, 504])('of HTTP %d is unknown', async (status) => {
    say('<html>', status);
    expect(await refund()).toMatchObject({ reason: 'outcome-unknown' });
  });
});

it('signs in again once where a token is refused, and tells no secret', async () => {
  const token = { status: 200, body: JSON.stringify({ access_token: 'the-token', expires_in: 3600 }) };
  const refused = {
    status: 401,
    body: JSON.stringify({ status: -1, message: `the-token of ${clientSecret} is not known` }),
  };
  stub.requests.length = 0;
  stub.answerWith(token, refused, token, refused);
  const outcome = await gateway.fetchLink('x');
  expect(outcome).toMatchObject({ reason: 'refused', kind: 'unauthorised' });
  expect(JSON.stringify(outcome)).not.toMatch(/the-token|the-client-secret/);
  expect(stub.requests.map(({ path }) => path)).toEqual([
    '/oauth/token',
    '/payment-links/x',
    '/oauth/token',
    '/payment-links/x',
  ]);
});
