import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRazorpay, type RunningRazorpay } from '../stand-ins/razorpay/server';
import { showStandInCheckout } from './payment-stand-in';

let standIn: RunningRazorpay;
let linkId: string;

beforeAll(async () => {
  standIn = await startRazorpay({ port: 0, keyId: 'k', keySecret: 's', webhook: null });
  const made = await fetch(`${standIn.url}/v1/payment_links`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from('k:s').toString('base64')}` },
    body: JSON.stringify({
      amount: 50_000,
      callback_url: 'http://localhost:3000/pay/done',
      callback_method: 'get',
    }),
  });
  linkId = ((await made.json()) as { id: string }).id;
});
afterAll(() => standIn.close());

const request = (rest: RequestInit = {}, query = ''): Request =>
  new Request(`http://localhost:3000/stand-in/pay/${linkId}${query}`, rest);
const post = (act: string, headers: Record<string, string> = {}) =>
  showStandInCheckout(request({ method: 'POST', body: `act=${act}`, headers }), linkId, standIn.url);

test('there is no checkout where the stand-in does not run', async () => {
  expect((await showStandInCheckout(request(), linkId, null)).status).toBe(404);
});

test('the checkout is shown in the visitor’s language, which the address may change', async () => {
  const show = async (rest: RequestInit, query = '') =>
    (await showStandInCheckout(request(rest, query), linkId, standIn.url)).text();
  const tamil = { headers: { cookie: 'a=b; neram-language=ta' } };
  expect(await show(tamil)).toContain('lang="ta"');
  expect(await show(tamil, '?lang=en')).toContain('lang="en"');
  expect(await show({})).toContain('lang="en"');
});

test('another site’s page cannot pay, and a large body is not passed on', async () => {
  expect((await post('pay', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await post('x'.repeat(5_000))).status).toBe(413);
  expect(standIn.control.account.payments.size).toBe(0);
});

test('who has paid goes back on the host that they came by', async () => {
  const answer = await post('pay');
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toMatch(/^\/pay\/done\?razorpay_payment_id=pay_/);
});

test('a stand-in that is gone is told as such', async () => {
  expect((await showStandInCheckout(request(), linkId, 'http://127.0.0.1:1')).status).toBe(503);
});
