import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type HttpStub, startHttpStub } from '../../testing/http-stub';
import type { Running } from '../http';
import { startBuiltInRazorpay } from './built-in';
import { builtInCredentials } from './credentials';

const secret = 'a master secret';
const linkSchema = z.object({ id: z.string(), short_url: z.string() });

let hook: HttpStub;
let running: Running;

beforeAll(async () => {
  hook = await startHttpStub();
  running = await startBuiltInRazorpay({
    port: 0,
    secret,
    publicUrl: 'https://neram.example/stand-in',
    webhookUrl: (merchant) => `${hook.url}/rzp/${merchant}`,
  });
});
afterAll(async () => {
  await running.close();
  await hook.close();
});

const call = (merchant: string, path: string, body?: object, keySecret?: string) => {
  const keys = builtInCredentials(secret, merchant);
  const basic = Buffer.from(`${keys.keyId}:${keySecret ?? keys.keySecret}`).toString('base64');
  return fetch(`${running.url}/v1/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
};

test('a merchant’s link leads through the web server, and its money is told to that merchant, signed', async () => {
  const made = await call('club', 'payment_links', { amount: 20_000, reference_id: 'one' });
  const link = linkSchema.parse(await made.json());
  expect(link.short_url).toBe(`https://neram.example/stand-in/pay/${link.id}`);
  await fetch(`${running.url}/pay/${link.id}`, { method: 'POST', body: new URLSearchParams({ act: 'pay' }) });
  await expect.poll(() => hook.requests.length).toBe(2);
  const { webhookSecret } = builtInCredentials(secret, 'club');
  for (const { path, body, headers } of hook.requests) {
    expect(path).toBe('/rzp/club');
    const signature = createHmac('sha256', webhookSecret).update(body).digest('hex');
    expect(headers['x-razorpay-signature']).toBe(signature);
  }
});

test('merchants do not see each other, and a wrong secret or name opens nothing', async () => {
  const made = await call('one', 'payment_links', { amount: 20_000 });
  const { id } = linkSchema.parse(await made.json());
  expect((await call('one', `payment_links/${id}`)).status).toBe(200);
  expect((await call('two', `payment_links/${id}`)).status).toBe(400);
  expect((await call('one', `payment_links/${id}`, undefined, 'wrong')).status).toBe(401);
  expect((await call('../one', `payment_links/${id}`)).status).toBe(401);
});
