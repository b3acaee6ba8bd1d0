import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningPayu, startPayu } from './server';

const account = { merchantId: '8000001', clientId: 'client', clientSecret: 'client-secret' };
const scope = 'create_payment_links update_payment_links read_payment_links';
let now: Date;
let payu: RunningPayu;

beforeEach(async () => {
  now = new Date('2026-11-26T10:00:00Z');
  const keys = { merchantKey: 'key', salt: 'salt' };
  payu = await startPayu({ port: 0, ...keys, links: account, webhookUrl: null, now: () => now });
});
afterEach(() => payu.close());

async function post(path: string, fields: Record<string, string>) {
  const answer = await fetch(`${payu.url}${path}`, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: answer.status, text: await answer.text() };
}

async function command(name: string, var1: string, more: Record<string, string> = {}) {
  const hash = createHash('sha512').update(`key|${name}|${var1}|salt`).digest('hex');
  const fields = { key: 'key', command: name, var1, hash, ...more };
  return (await post('/merchant/postservice.php?form=2', fields)).text;
}

const link = {
  subAmount: 500.5,
  description: 'Booking',
  source: 'API',
  invoiceNumber: 'a1',
  maxPaymentsAllowed: 1,
  isPartialPaymentAllowed: false,
  customer: { name: 'Asha', email: 'asha@example.com' },
};

async function signIn(secret = account.clientSecret) {
  const { clientId } = account;
  const grant = { client_id: clientId, client_secret: secret, grant_type: 'client_credentials', scope };
  const { status, text } = await post('/oauth/token', grant);
  return { status, token: /"access_token":"([^"]+)"/.exec(text)?.[1] ?? '' };
}

async function make(change: object, token: string, merchantId = account.merchantId) {
  const answer = await fetch(`${payu.url}/payment-links`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, merchantId, 'content-type': 'application/json' },
    body: JSON.stringify({ ...link, ...change }),
  });
  return { status: answer.status, text: await answer.text() };
}

describe('the PayU stand-in', () => {
  it('answers in JSON only where asked to, and no wrong hash', async () => {
    expect((await post('/merchant/postservice.php', { key: 'key' })).text).toMatch(/^a:1:/);
    expect(await command('verify_payment', 'x')).toContain('Not Found');
    expect(await command('verify_payment', 'x', { hash: 'wrong' })).toContain('Invalid Hash.');
    expect(await command('verify_payment', 'x', { key: 'other' })).toContain('Invalid key');
  });

  it('signs in by id and secret, for as long as it says', async () => {
    expect((await signIn('wrong')).status).toBe(401);
    const { token } = await signIn();
    expect((await make({}, token, '999')).status).toBe(401);
    expect((await make({}, token)).status).toBe(200);
    now = new Date(now.getTime() + 3_600_000);
    expect((await make({ invoiceNumber: 'a2' }, token)).status).toBe(401);
  });

  it.each([
    [{ invoiceNumber: 'a-1' }, 'invoiceNumber'],
    [{ source: 'WEB' }, 'source'],
    [{ subAmount: '500.50' }, 'subAmount'],
    [{ subAmount: 500.505 }, 'subAmount'],
    [{ maxPaymentsAllowed: 2 }, 'maxPaymentsAllowed'],
    [{ expiryDate: '2026-11-26T15:00:00Z' }, 'expiryDate'],
    [{ expiryDate: '2026-11-26 15:29:59' }, 'expiryDate'],
  ])('makes no link with %j', async (change, field) => {
    const { token } = await signIn();
    expect((await make(change, token)).text).toContain(field);
    expect(payu.control.account.links.size).toBe(0);
  });

  it('takes an invoice number once', async () => {
    const { token } = await signIn();
    await make({}, token);
    expect((await make({}, token)).text).toContain('Invoice Number already exists');
  });

  it('takes a refund token once, and no equal refund within five minutes', async () => {
    const { token } = await signIn();
    await make({}, token);
    const id = payu.control.payLink('a1');
    const refund = (var2: string, var3: string) => command('cancel_refund_transaction', id, { var2, var3 });
    expect(await refund('t1', '100.00')).toContain('"error_code":102');
    expect(await refund('t1', '50.00')).toContain('"error_code":106');
    expect(await refund('t2', '100.00')).toContain('"error_code":214');
    now = new Date(now.getTime() + 300_000);
    expect(await refund('t2', '100.00')).toContain('"error_code":102');
    expect(await refund('t3', '300.51')).toContain('"error_code":105');
    expect(await refund('x'.repeat(24), '1.00')).toContain('"error_code":103');
  });
});
