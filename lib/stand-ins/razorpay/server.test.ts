import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type HttpStub, startHttpStub } from '../../testing/http-stub';
import { type RunningRazorpay, startRazorpay } from './server';

const keys = { keyId: 'rzp_test_1', keySecret: 'secret' };
const basic = Buffer.from(`${keys.keyId}:${keys.keySecret}`).toString('base64');
const told = z.looseObject({
  id: z.string().optional(),
  short_url: z.string().optional(),
  error: z.looseObject({ description: z.string() }).optional(),
});

let now: Date;
let hook: HttpStub;
let razorpay: RunningRazorpay;

beforeEach(async () => {
  now = new Date('2026-11-26T10:00:00Z');
  hook = await startHttpStub();
  const webhook = { url: hook.url, secret: 'whsec' };
  razorpay = await startRazorpay({ port: 0, ...keys, webhook, now: () => now, retryDelaysMs: [1, 1] });
});
afterEach(async () => {
  await razorpay.close();
  await hook.close();
});

const soon = (minutes: number) => Math.floor(now.getTime() / 1000) + minutes * 60;
const link = { amount: 50_000, reference_id: 'a-1', expire_by: 0, description: '<b>Court</b>' };

async function call(path: string, body?: object, headers: Record<string, string> = {}) {
  const answer = await fetch(`${razorpay.url}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/json', ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const json = told.parse(await answer.json());
  return { status: answer.status, json, said: json.error?.description };
}

const make = async (change: object = {}) => {
  const { json } = await call('/v1/payment_links', { ...link, expire_by: soon(20), ...change });
  return json.id ?? '';
};

describe('the Razorpay stand-in', () => {
  it.each(['', `basic ${basic}`, `BASIC ${basic}`, `Bearer ${basic}`, 'Basic d3Jvbmc6d3Jvbmc='])(
    'lets nobody in with %j',
    async (authorization) => {
      const answer = await call('/v1/payments/pay_1', undefined, { authorization });
      expect(answer).toMatchObject({ status: 401, said: 'The api {key/secret} provided is invalid' });
    },
  );

  it.each([
    [{ expire_by: 14 }, 'timestamp must be atleast 15 minutes in future'],
    [{ amount: 99 }, /amount/],
    [{ amount: '50000' }, /amount/],
    [{ amount: 100.5 }, /amount/],
    [{ reference_id: 'x'.repeat(41) }, /reference_id/],
    [{ description: 'x'.repeat(2_049) }, /description/],
    [{ notes: { a: 'x'.repeat(256) } }, /notes/],
    [{ callback_url: 'https://a.example' }, /callback_method/],
    [{ surprise: true }, /invalid/],
  ] as const)('makes no link with %j', async (change, words) => {
    const minutes = 'expire_by' in change ? change.expire_by : 20;
    const answer = await call('/v1/payment_links', { ...link, ...change, expire_by: soon(minutes) });
    expect(answer.status).toBe(400);
    expect(answer.said).toMatch(words);
  });

  it('takes a reference once', async () => {
    await make();
    const again = await call('/v1/payment_links', { ...link, expire_by: soon(20) });
    expect(again.said).toBe('payment link creation with reference ID already attempted');
  });

  it('cancels what is open, and nothing else', async () => {
    const [paid, open] = [await make(), await make({ reference_id: 'a-2' })];
    razorpay.control.pay(paid);
    expect((await call(`/v1/payment_links/${paid}/cancel`, {})).said).toMatch(/already paid/);
    expect((await call(`/v1/payment_links/${open}/cancel`, {})).status).toBe(200);
    expect((await call(`/v1/payment_links/${open}/cancel`, {})).said).toMatch(/expired link/);
  });

  it('answers one idempotency key once, and refuses it for another body', async () => {
    const payment = razorpay.control.pay(await make()) ?? '';
    const key = { 'x-refund-idempotency': 'key-0000000001' };
    const first = await call(`/v1/payments/${payment}/refund`, { amount: 1_000 }, key);
    const second = await call(`/v1/payments/${payment}/refund`, { amount: 1_000 }, key);
    expect(second.json.id).toBe(first.json.id);
    expect(await call(`/v1/payments/${payment}/refund`, { amount: 2_000 }, key)).toMatchObject({
      status: 409,
    });
    const short = { 'x-refund-idempotency': 'short' };
    expect((await call(`/v1/payments/${payment}/refund`, { amount: 1_000 }, short)).status).toBe(400);
  });

  it('shows a checkout page that is safe and works without scripts', async () => {
    const id = await make();
    const html = await (await fetch(`${razorpay.url}/pay/${id}`)).text();
    expect(html).toContain('₹500.00');
    expect(html).toContain('&lt;b&gt;Court&lt;/b&gt;');
    expect(html).toContain('value="pay"');
    razorpay.control.pay(id);
    expect(await (await fetch(`${razorpay.url}/pay/${id}`)).text()).toContain(
      'Paid. There is nothing more to pay here.',
    );
    expect((await fetch(`${razorpay.url}/pay/plink_none`)).status).toBe(404);
  });
});

describe('its checkout', () => {
  const show = async (id: string, query = '') => (await fetch(`${razorpay.url}/pay/${id}${query}`)).text();
  const act = async (id: string, fields: Record<string, string>) =>
    (await fetch(`${razorpay.url}/pay/${id}`, { method: 'POST', body: new URLSearchParams(fields) })).text();
  const captured = () =>
    [...razorpay.control.account.payments.values()]
      .filter(({ status }) => status === 'captured')
      .map(({ amount }) => amount);
  const later = (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1000);
  };

  it('takes one payment of a double click', async () => {
    const id = await make();
    await act(id, { act: 'pay-twice' });
    await act(id, { act: 'pay' });
    expect(captured()).toEqual([50_000]);
  });

  it('lets money arrive after the time that was chosen, once', async () => {
    const id = await make();
    expect(await act(id, { act: 'pay-later', after: '60' })).toContain('It arrives in 60 seconds');
    later(59);
    expect(await show(id)).toContain('It arrives in 1 seconds');
    expect(captured()).toEqual([]);
    later(1);
    expect(await show(id)).toContain('Paid.');
    later(600);
    await show(id);
    expect(captured()).toEqual([50_000]);
  });

  it('lets money arrive once the link has ended', async () => {
    const id = await make();
    await act(id, { act: 'pay-later', after: 'after-end' });
    later(20 * 60);
    await show(id);
    expect(captured()).toEqual([]);
    later(30);
    expect(await show(id)).toContain('The time to pay has ended.');
    expect(captured()).toEqual([50_000]);
    expect(razorpay.control.told()).toEqual(['payment_link.expired', 'payment.captured']);
  });

  it('speaks the language that is asked for, and always says what it is', async () => {
    const id = await make();
    expect(await show(id)).toContain('No money moves here');
    expect(await show(id, '?lang=ta')).toContain('உண்மையான பணம் நகராது');
    expect(await show('plink_none', '?lang=ta')).toContain('இந்த இணைப்பு தெரியவில்லை');
  });
});

describe('its webhooks', () => {
  const names = () =>
    hook.requests.map(({ body }) => z.looseObject({ event: z.string() }).parse(JSON.parse(body)).event);

  it('tell the payment, then the link, signed over the bytes', async () => {
    razorpay.control.pay(await make());
    await razorpay.control.settled();
    expect(names()).toEqual(['payment.captured', 'payment_link.paid']);
    for (const { body, headers } of hook.requests)
      expect(headers['x-razorpay-signature']).toBe(createHmac('sha256', 'whsec').update(body).digest('hex'));
  });

  it('come back until they are taken', async () => {
    hook.answerWith({ status: 500, body: '' }, { status: 200, body: '' });
    razorpay.control.fail(await make());
    await razorpay.control.settled();
    expect(names()).toEqual(['payment.failed', 'payment.failed']);
    expect(new Set(hook.requests.map(({ headers }) => headers['x-razorpay-event-id'])).size).toBe(1);
  });

  it('come in reverse, or never, when told to', async () => {
    razorpay.control.misbehave({ hold: true });
    razorpay.control.pay(await make());
    razorpay.control.releaseWebhooks();
    await razorpay.control.settled();
    expect(names()).toEqual(['payment_link.paid', 'payment.captured']);
    razorpay.control.misbehave({ hold: false, drop: true });
    razorpay.control.pay(await make({ reference_id: 'a-2' }));
    await razorpay.control.settled();
    expect(names()).toHaveLength(2);
    expect(razorpay.control.told()).toHaveLength(4);
  });

  it('tell the end of a link some seconds after its time, and money that comes later still', async () => {
    const id = await make();
    now = new Date(now.getTime() + 20 * 60_000 + 5_000);
    razorpay.control.expireDue();
    expect(razorpay.control.told()).toEqual([]);
    now = new Date(now.getTime() + 10_000);
    razorpay.control.expireDue();
    razorpay.control.pay(id);
    expect(razorpay.control.told()).toEqual(['payment_link.expired', 'payment.captured']);
  });
});
