import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TellingGateway, tellingGateways } from '../kernel/gateways';
import { answerHash } from '../stand-ins/payu/sign';
import { startKillStack, type KillStack } from '../testing/kill-stack';
import { mutateJson } from '../testing/mutate-json';
import { payuKeys } from '../testing/payu-account';
import { connectAccount, razorpayKeys } from '../testing/razorpay-account';
import { gatewayDoors } from '../workflows/webhook-path';

const mutations = 1_600;
const form = { 'content-type': 'application/x-www-form-urlencoded' };

let stack: KillStack;
beforeAll(async () => {
  stack = await startKillStack();
  await connectAccount(stack.world, stack.scope, payuKeys);
  await connectAccount(stack.world, stack.scope, razorpayKeys);
}, 90_000);
afterAll(() => stack.close(), 30_000);

const prisma = () => stack.world.database.prisma;

async function post(gateway: TellingGateway, body: Uint8Array, headers: Record<string, string>) {
  const answer = await fetch(`${stack.webhooks}/${gatewayDoors[gateway]}/demo`, {
    method: 'POST',
    headers,
    body: Buffer.from(body),
  });
  await answer.arrayBuffer();
  return answer.status;
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What PayU would post of a payment, signed. */
function payuFields(
  change: Record<string, string> = {},
  salt: string = payuKeys.salt,
): Record<string, string> {
  const fields = {
    key: payuKeys.merchantKey,
    txnid: '0199f0aa00007000800000001',
    amount: '500.00',
    productinfo: 'Booking K7M2P9',
    firstname: 'Asha',
    email: 'k7m2p9@neram.example',
    udf1: 'K7M2P9',
    udf2: '0199f0aa-0000-7000-8000-000000000001',
    udf3: '50000',
    status: 'success',
    unmappedstatus: 'captured',
    mihpayid: '403993715500000001',
    mode: 'UPI',
    net_amount_debit: '500.00',
    addedon: '2026-11-26 15:30:00',
    bank_ref_num: '103600000000',
    ...change,
  };
  return { ...fields, hash: answerHash(fields, salt) };
}
const encoded = (fields: Record<string, string>): Uint8Array => bytes(new URLSearchParams(fields).toString());
const postPayu = (fields: Record<string, string>) => post('payu', encoded(fields), form);

/** Until no webhook waits any more and no job is tried again and again. */
async function worked(): Promise<void> {
  const { pool } = stack.db.database;
  for (let tries = 0; tries < 300; tries += 1) {
    await pool.query(
      `UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now() AND attempts > 0`,
    );
    const { rows } = await pool.query<{ n: number }>(
      `SELECT (SELECT count(*) FROM gateway_event WHERE status = 'pending')::int
        + (SELECT count(*) FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
           WHERE t.identifier = 'handle-gateway-event')::int AS n`,
    );
    if (rows[0]?.n === 0) return;
    await sleep(200);
  }
  expect.fail('Webhooks still wait to be worked on.');
}

test('PayU’s door takes what is signed, once, and nothing else', async () => {
  expect(await postPayu(payuFields())).toBe(200);
  expect(await postPayu(payuFields())).toBe(200);
  expect(await prisma().gatewayEvent.count()).toBe(1);
  expect(await postPayu(payuFields({}, 'another-salt'))).toBe(401);
  expect(await postPayu({ ...payuFields(), hash: '' })).toBe(401);
  // Signed, and changed afterwards: every field that says how much and whose it is.
  for (const [name, value] of [
    ['amount', '1.00'],
    ['status', 'failure'],
    ['txnid', 'x'],
    ['udf2', '0199f0aa-0000-7000-8000-000000000002'],
    ['udf3', '100'],
  ] as const)
    expect([name, await postPayu({ ...payuFields(), [name]: value })]).toEqual([name, 401]);
  expect(await post('payu', bytes('x'.repeat(3 * 1024 * 1024 + 1)), form)).toBe(413);
  expect(await prisma().gatewayEvent.count()).toBe(1);
  // None of it is money: PayU itself knows of no such payment.
  await worked();
  expect(await prisma().payment.count()).toBe(0);
});

test.each([
  ['another kind of body', 'hello', { 'content-type': 'text/plain' }],
  ['no JSON, though it says so', 'hello', { 'content-type': 'application/json' }],
  ['a list', '[]', { 'content-type': 'application/json' }],
  ['nothing', '', form],
  ['bytes that are no text', '\ud800\u0000', form],
])('PayU’s door refuses %s and keeps nothing of it', async (_, body, headers) => {
  const before = await prisma().gatewayEvent.count();
  expect([400, 401]).toContain(await post('payu', bytes(body), headers));
  expect(await prisma().gatewayEvent.count()).toBe(before);
});

test('a real payment of PayU’s for an unknown transaction is kept for staff, once', async () => {
  const { payu } = stack;
  payu.control.misbehave({ twice: true });
  const id = payu.control.payHosted(payuFields({ txnid: 'ELSEWHERE0001', udf2: '', udf1: '' }), 12_300);
  payu.control.misbehave({ twice: false });
  await payu.control.settled();
  await worked();
  expect(await prisma().payment.findMany({ where: { gatewayPaymentId: id } })).toMatchObject([
    { disposition: 'unmatched', amountPaise: 12_300, bookingId: null },
  ]);
  expect(await prisma().refund.count()).toBe(0);
});

test(`${tellingGateways.length * mutations} spoilt webhooks of all gateways: no 5xx, no crash, no job that hangs, no money out of thin air`, async () => {
  const { razorpay, payu } = stack;
  razorpay.control.takeOrder({ amountPaise: 45_000, notes: { reference: 'x' } });
  await razorpay.control.settled();
  const link = JSON.stringify({
    entity: 'event',
    event: 'payment_link.paid',
    payload: {
      payment_link: {
        entity: { id: 'plink_FORGED00000001', reference_id: 'x', amount: 45_000, status: 'paid' },
      },
      payment: { entity: { id: 'pay_FORGED00000001', amount: 45_000, currency: 'INR', status: 'captured' } },
    },
  });
  const refund = JSON.stringify({
    entity: 'event',
    event: 'refund.processed',
    payload: {
      refund: {
        entity: {
          id: 'rfnd_FORGED0000001',
          payment_id: 'pay_FORGED00000001',
          amount: 100,
          status: 'processed',
        },
      },
    },
  });
  const sources = [link, refund, ...razorpay.control.account.post.told.map(({ body }) => body)];
  const statuses = new Map<string, number>();
  const faults: string[] = [];
  const note = (gateway: TellingGateway, status: number, seed: number) => {
    if (![200, 400, 401, 413].includes(status)) faults.push(`${gateway} ${String(seed)}: ${String(status)}`);
    const key = `${gateway} ${status === 200 ? 'taken' : 'refused'}`;
    statuses.set(key, (statuses.get(key) ?? 0) + 1);
  };
  const spoiltRazorpay = async (seed: number) => {
    const body = mutateJson(sources[seed % sources.length] ?? '{}', seed);
    const signature = createHmac('sha256', razorpayKeys.webhookSecret).update(body).digest('hex');
    note(
      'razorpay',
      await post('razorpay', body, { 'content-type': 'application/json', 'x-razorpay-signature': signature }),
      seed,
    );
  };
  const spoiltPayu = async (seed: number) => {
    const body = mutateJson(JSON.stringify(payuFields({ mihpayid: `4039937155${String(seed)}` })), seed);
    if (seed % 3 === 0) {
      note('payu', await post('payu', body, { 'content-type': 'application/json' }), seed);
      return;
    }
    const fields = formOf(body);
    // Two of three are signed after they were spoilt.
    const signed = fields && { ...fields, key: payuKeys.merchantKey };
    note(
      'payu',
      await post(
        'payu',
        signed ? encoded({ ...signed, hash: answerHash(signed, payuKeys.salt) }) : body,
        form,
      ),
      seed,
    );
  };
  const spoilt: Record<TellingGateway, (seed: number) => Promise<void>> = {
    razorpay: spoiltRazorpay,
    payu: spoiltPayu,
  };
  for (let seed = 1; seed <= mutations; seed += 40)
    await Promise.all(
      Array.from({ length: 40 }, (_, each) =>
        tellingGateways.map((name) => spoilt[name](seed + each)),
      ).flat(),
    );
  expect(faults).toEqual([]);
  // Neither so rough that all is refused nor so gentle that all is taken.
  for (const key of tellingGateways.flatMap((name) => [`${name} taken`, `${name} refused`]))
    expect([key, (statuses.get(key) ?? 0) > mutations / 50]).toEqual([key, true]);
  await worked();
  expect(stack.crashed()).toBe(0);
  const known = new Set([
    ...razorpay.control.account.payments.keys(),
    ...payu.control.account.transactions.map(({ mihpayid }) => mihpayid),
  ]);
  const payments = await prisma().payment.findMany();
  expect(payments.filter(({ gatewayPaymentId }) => !known.has(gatewayPaymentId ?? ''))).toEqual([]);
  expect(await prisma().refund.count()).toBe(0);
  const dead = await prisma().gatewayEvent.findMany({ where: { status: 'failed' }, select: { error: true } });
  expect([...new Set(dead.map(({ error }) => error))]).toEqual(
    dead.length === 0 ? [] : ['The event is not in the form that the gateway uses.'],
  );
}, 180_000);

/** The fields of a spoilt object as a form holds them; null where nothing of the kind is left. */
function formOf(body: Uint8Array): Record<string, string> | null {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(body));
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
    return Object.fromEntries(
      Object.entries(json).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    );
  } catch {
    return null;
  }
}
