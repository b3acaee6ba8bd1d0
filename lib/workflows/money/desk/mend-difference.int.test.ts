import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PaymentGateway } from '../../../gateways/types';
import { listDifferences } from '../../../payments/desk/queries';
import { currentAccount, listRefunds } from '../../../payments/queries';
import type { PaymentAccount } from '../../../payments/types';
import { ChatDesk } from '../../../testing/chat-desk';
import { reconcile } from '../reconcile';
import type { Desk } from './desk-act';
import { mendDifference } from './mend-difference';

vi.stubEnv('TZ', 'America/New_York');

let desk: ChatDesk;
let at: Desk;
let account: PaymentAccount;
let gateway: PaymentGateway;
beforeAll(async () => {
  desk = await ChatDesk.open();
  await desk.takePayments('court');
  const userId = randomUUID();
  await prisma().staffUser.create({
    data: { id: userId, email: 'desk@club.test', name: 'Desk', passwordHash: 'x' },
  });
  const actor = { userId, name: 'Desk', role: 'owner', address: '127.0.0.1', agent: 'test' } as const;
  at = { world: desk.world, scope: desk.scope, actor };
  const current = await currentAccount(prisma(), desk.scope);
  const opened = current && desk.world.gatewayOf(current);
  if (!current || !opened) throw new Error('The desk has no gateway.');
  account = current;
  gateway = opened;
});
afterAll(() => desk.close());

let day = 0;
beforeEach(() => {
  day += 1;
  control().misbehave({ drop: false, hold: false });
});

const prisma = () => desk.db.database.prisma;
const control = () => desk.razorpay.control;

/** A court that is paid for, on a day of its own. */
async function paid(name: string) {
  const visitor = desk.visitor(name);
  const on = new Date(desk.now().getTime() + (1 + day) * 86_400_000);
  await desk.say(visitor, `court ${String(on.getUTCDate())}/${String(on.getUTCMonth() + 1)} 7 am`);
  await desk.tap(visitor, name);
  await desk.tap(visitor, 'Confirm');
  const { id } = await prisma().booking.findFirstOrThrow({ where: { customer: { profileName: name } } });
  const { linkId } = await prisma().paymentAttempt.findFirstOrThrow({ where: { bookingId: id } });
  control().pay(linkId ?? '');
  await desk.settle();
  const payment = await prisma().payment.findFirstOrThrow({ where: { bookingId: id } });
  return { bookingId: id, gatewayPaymentId: payment.gatewayPaymentId ?? '', paidPaise: payment.amountPaise };
}

/** The nightly comparison; gives what of this payment is open after it. */
async function compared(payment: string) {
  desk.pass({ minutes: 16 });
  await reconcile(desk.world, { businessId: desk.scope.businessId, accountId: account.id });
  await desk.settle();
  return openOf(payment);
}

const openOf = async (payment: string) =>
  (await listDifferences(prisma(), desk.scope)).filter(
    ({ gatewayPaymentId }) => gatewayPaymentId === payment,
  );

/** Money given back on the gateway's own pages. */
async function backAtGateway(paymentId: string, amountPaise: number) {
  const made = await gateway.refund({ paymentId, amountPaise, key: randomUUID() });
  if (!made.ok) throw new Error(made.detail);
  return made.value.id;
}

const mend = (difference: string, how: 'taken-in' | 'not-ours' | 'accepted') =>
  mendDifference(at, { difference, how });
const keptOf = async (id: string) => (await prisma().booking.findFirstOrThrow({ where: { id } })).keptPaise;

describe('refunds that we have not heard of', () => {
  test('are taken in each by its own number, and their late event changes nothing', async () => {
    const { bookingId, gatewayPaymentId, paidPaise } = await paid('Anbu');
    control().misbehave({ hold: true });
    const ids = [await backAtGateway(gatewayPaymentId, 10_000), await backAtGateway(gatewayPaymentId, 5_000)];
    const [found] = await compared(gatewayPaymentId);
    expect(found).toMatchObject({ kind: 'refund', ourPaise: 0, theirPaise: 15_000 });
    await mend(found?.id ?? '', 'taken-in');
    const own = async () => (await listRefunds(prisma(), desk.scope, bookingId)).map(refundOf).sort();
    expect(await own()).toEqual(
      ids.map((id, place) => `${id} ${place === 0 ? '10000' : '5000'} processed`).sort(),
    );
    expect(await keptOf(bookingId)).toBe(paidPaise - 15_000);
    control().misbehave({ hold: false });
    control().releaseWebhooks();
    await desk.settle();
    expect(await own()).toHaveLength(2);
    expect(await keptOf(bookingId)).toBe(paidPaise - 15_000);
    expect(await compared(gatewayPaymentId)).toEqual([]);
  });

  test('stay where they are while the gateway cannot be asked', async () => {
    const { bookingId, gatewayPaymentId, paidPaise } = await paid('Bala');
    control().misbehave({ drop: true });
    await backAtGateway(gatewayPaymentId, 10_000);
    const [found] = await compared(gatewayPaymentId);
    const closed: Desk = {
      ...at,
      world: {
        ...desk.world,
        gatewayOf: () => ({
          ...gateway,
          listRefunds: () =>
            Promise.resolve({
              ok: false,
              reason: 'refused',
              kind: 'unavailable',
              detail: 'no answer',
            } as const),
        }),
      },
    };
    await expect(
      mendDifference(closed, { difference: found?.id ?? '', how: 'taken-in' }),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect(await listRefunds(prisma(), desk.scope, bookingId)).toEqual([]);
    expect(await openOf(gatewayPaymentId)).toHaveLength(1);
    await mend(found?.id ?? '', 'taken-in');
    expect(await keptOf(bookingId)).toBe(paidPaise - 10_000);
  });

  test('may be left as they are', async () => {
    const { bookingId, gatewayPaymentId, paidPaise } = await paid('Chitra');
    control().misbehave({ drop: true });
    await backAtGateway(gatewayPaymentId, 10_000);
    const [found] = await compared(gatewayPaymentId);
    await mend(found?.id ?? '', 'accepted');
    expect(await keptOf(bookingId)).toBe(paidPaise);
    expect(await compared(gatewayPaymentId)).toEqual([]);
  });
});

const refundOf = (one: { gatewayRefundId: string | null; amountPaise: number; status: string }) =>
  `${one.gatewayRefundId ?? ''} ${String(one.amountPaise)} ${one.status}`;

describe('a payment that we have not heard of', () => {
  async function elsewhere() {
    const link = await gateway.createLink({
      reference: randomUUID(),
      amountPaise: 12_300,
      description: 'Another shop',
      bookingCode: 'SHOP',
      expiresAt: new Date(desk.now().getTime() + 3_600_000),
      pageUrl: 'https://shop.example/paid',
      payer: { name: 'Somebody', email: 'somebody@example.com' },
    });
    if (!link.ok) throw new Error(link.detail);
    control().misbehave({ drop: true });
    control().pay(link.value.id);
    const told = await gateway.fetchLink(link.value.id);
    const gatewayPaymentId = (told.ok && told.value.payments[0]?.id) || '';
    const [found] = await compared(gatewayPaymentId);
    return { found, gatewayPaymentId };
  }

  test('is taken in and waits for its booking, once', async () => {
    const { found, gatewayPaymentId } = await elsewhere();
    expect(found).toMatchObject({ kind: 'missing-here', theirPaise: 12_300 });
    await mend(found?.id ?? '', 'taken-in');
    expect(await prisma().payment.findMany({ where: { gatewayPaymentId } })).toMatchObject([
      { disposition: 'unmatched', amountPaise: 12_300, bookingId: null },
    ]);
    await expect(mend(found?.id ?? '', 'taken-in')).rejects.toMatchObject({ code: 'conflict' });
    expect(await compared(gatewayPaymentId)).toEqual([]);
  });

  test('is none of ours where somebody says so', async () => {
    const { found, gatewayPaymentId } = await elsewhere();
    await mend(found?.id ?? '', 'not-ours');
    expect(await prisma().payment.count({ where: { gatewayPaymentId } })).toBe(0);
    expect(await compared(gatewayPaymentId)).toEqual([]);
    expect(
      await prisma().auditEntry.findFirstOrThrow({
        where: { action: 'difference.mend' },
        orderBy: { at: 'desc' },
      }),
    ).toMatchObject({ after: { how: 'not-ours', kind: 'missing-here' } });
  });
});

describe.each(['amount', 'missing-there'] as const)('a difference of kind %s', (kind) => {
  test('cannot be taken in, only looked at and left', async () => {
    const id = randomUUID();
    await prisma().settlementDifference.create({
      data: {
        businessId: desk.scope.businessId,
        id,
        accountId: account.id,
        gatewayPaymentId: `pay_${kind}`,
        kind,
        ourPaise: 40_000,
        theirPaise: kind === 'amount' ? 30_000 : null,
        foundAt: desk.now(),
      },
    });
    await expect(mend(id, 'taken-in')).rejects.toMatchObject({ code: 'conflict' });
    await mend(id, 'accepted');
    expect(await openOf(`pay_${kind}`)).toEqual([]);
  });
});

test('a difference that is not there is not found', async () => {
  await expect(mend(randomUUID(), 'accepted')).rejects.toMatchObject({ code: 'not-found' });
});
