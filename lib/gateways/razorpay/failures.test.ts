import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HttpStub, startHttpStub } from '../../testing/http-stub';
import type { PaymentGateway } from '../types';
import { openRazorpay } from './gateway';

let stub: HttpStub;
let gateway: PaymentGateway;
const keySecret = 'the-key-secret';

beforeAll(async () => {
  stub = await startHttpStub();
  gateway = openRazorpay(
    { gateway: 'razorpay', apiUrl: stub.url, keyId: 'rzp_test_1', keySecret, webhookSecrets: [] },
    { clock: { now: () => new Date() }, timeoutMs: 2_000, pause: () => Promise.resolve() },
  );
});
afterAll(() => stub.close());

const refuse = (status: number, description: string, headers: Record<string, string> = {}) => {
  stub.answerWith({
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ error: { code: 'BAD_REQUEST_ERROR', description, reason: 'NA' } }),
  });
};
const key = '0199f0aa-0000-7000-8000-000000000007';
const refundAgain = () => gateway.refund({ paymentId: 'pay_1', amountPaise: 100, key });

describe('a refusal of Razorpay’s', () => {
  it.each([
    [400, 'Different request with the same idempotency key has already been processed.', 'duplicate'],
    [409, 'Different request with the same idempotency key has already been processed.', 'duplicate'],
    [409, 'The request is in progress', 'in-progress'],
    [400, 'The id provided does not exist', 'not-found'],
    [401, 'The api {key/secret} provided is invalid', 'unauthorised'],
    [400, 'The api {key/secret} provided is invalid', 'unauthorised'],
    [400, 'Your account does not have enough balance to carry out the refund operation.', 'low-balance'],
    [400, 'The total refund amount is greater than the refund payment amount', 'not-refundable'],
    [400, 'The payment has been fully refunded already', 'not-refundable'],
    [400, 'Something that nobody has heard of', 'invalid'],
    [429, 'Request failed', 'rate-limited'],
  ])('of HTTP %d "%s" is %s', async (status, description, kind) => {
    refuse(status, description);
    expect(await refundAgain()).toMatchObject({ reason: 'refused', kind });
  });

  it('that only a wait would mend says how long', async () => {
    refuse(429, 'Too many requests', { 'retry-after': '30' });
    stub.requests.length = 0;
    expect(await refundAgain()).toMatchObject({ kind: 'rate-limited', retryAfterMs: 30_000 });
    expect(stub.requests).toHaveLength(1);
  });

  it.each([500, 502, 503, 504, 408, 302])('of HTTP %d leaves a refund unknown', async (status) => {
    stub.answerWith({ status, body: '<html>' });
    expect(await refundAgain()).toMatchObject({ reason: 'outcome-unknown' });
  });

  it.each(['', 'null', '[]', '{"id":7}', '<html>'])('is not read into the success %j', async (body) => {
    stub.answerWith({ status: 200, headers: { 'content-type': 'application/json' }, body });
    expect(await refundAgain()).toMatchObject({ reason: 'outcome-unknown' });
  });

  it('that quotes the secret is told without it', async () => {
    refuse(400, `The secret ${keySecret} is wrong`);
    const outcome = await refundAgain();
    expect(outcome).toMatchObject({ ok: false, detail: expect.stringContaining('[secret]') as string });
    expect(JSON.stringify(outcome)).not.toContain(keySecret);
  });

  it('is answered by the same body and key at every try', async () => {
    stub.requests.length = 0;
    stub.answerWith({ status: 502, body: '' });
    await refundAgain();
    expect(new Set(stub.requests.map(({ body }) => body)).size).toBe(1);
    expect(stub.requests.map(({ headers }) => headers['x-refund-idempotency'])).toEqual([key, key, key]);
  });
});
