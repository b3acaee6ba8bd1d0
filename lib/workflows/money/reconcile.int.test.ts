import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { lockBooking } from '../../booking/commands/lock-booking';
import { fail, ok } from '../../kernel/result';
import { currentAccount, listRefunds } from '../../payments/queries';
import { ChatDesk } from '../../testing/chat-desk';
import { followRefundOf } from './follow-refund';
import { reconcile } from './reconcile';

vi.stubEnv('TZ', 'America/New_York');

let desk: ChatDesk;
beforeAll(async () => {
  desk = await ChatDesk.open();
  await desk.takePayments('court');
});
afterAll(() => desk.close());

const prisma = () => desk.db.database.prisma;
const control = () => desk.razorpay.control;

async function compareNow() {
  const account = await currentAccount(prisma(), desk.scope);
  if (!account) throw new Error('The desk has no account.');
  const { businessId } = desk.scope;
  // What is new is left for the next comparison.
  desk.pass({ minutes: 16 });
  await reconcile(desk.world, { businessId, accountId: account.id });
  await desk.settle();
  const gateway = desk.world.gatewayOf(account);
  if (!gateway) throw new Error('The account has no gateway.');
  return { account, gateway };
}

const open = () =>
  prisma().settlementDifference.findMany({ where: { mendedAt: null }, orderBy: { foundAt: 'asc' } });

test('money of ours that nobody told us of is taken in, and the books agree', async () => {
  const anbu = desk.visitor('Anbu');
  await desk.say(anbu, 'court tomorrow 10 am');
  await desk.tap(anbu, 'Anbu');
  await desk.tap(anbu, 'Confirm');
  const attempt = await prisma().paymentAttempt.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  control().misbehave({ drop: true });
  control().pay(attempt.linkId ?? '');
  await compareNow();
  expect(await prisma().booking.findFirstOrThrow({ where: { id: attempt.bookingId } })).toMatchObject({
    status: 'confirmed',
    keptPaise: 40_000,
  });
  expect(await open()).toEqual([]);
  const [day] = await prisma().settlementDay.findMany();
  expect(day).toMatchObject({ ourCount: 1, ourPaise: 40_000n, theirCount: 1, theirPaise: 40_000n });
  control().misbehave({ drop: false });
});

test('money that no booking of ours asked for is written down, once, and left alone', async () => {
  const { gateway } = await compareNow();
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
  control().misbehave({ drop: false });
  await compareNow();
  await compareNow();
  expect(await open()).toMatchObject([{ kind: 'missing-here', theirPaise: 12_300, paymentId: null }]);
});

test('a refund made on the gateway’s own pages is found, and gone from the list once it is in the books', async () => {
  const { account, gateway } = await compareNow();
  const payment = await prisma().payment.findFirstOrThrow({ where: { disposition: 'applied' } });
  control().misbehave({ hold: true });
  await gateway.refund({ paymentId: payment.gatewayPaymentId ?? '', amountPaise: 10_000, key: randomUUID() });
  await compareNow();
  expect(await open()).toMatchObject([
    { kind: 'missing-here' },
    { kind: 'refund', ourPaise: 0, theirPaise: 10_000, accountId: account.id },
  ]);
  control().misbehave({ hold: false });
  control().releaseWebhooks();
  await desk.settle();
  expect(await listRefunds(prisma(), desk.scope, payment.bookingId ?? '')).toMatchObject([
    { amountPaise: 10_000, reason: 'gateway', status: 'processed' },
  ]);
  expect(await prisma().booking.findFirstOrThrow({ where: { id: payment.bookingId ?? '' } })).toMatchObject({
    keptPaise: 30_000,
  });
  await compareNow();
  expect(await open()).toMatchObject([{ kind: 'missing-here' }]);
});

test('fees that are told with what is settled are added to their payment and its day, once', async () => {
  const { account, gateway } = await compareNow();
  const { businessId } = desk.scope;
  const before = new Date(desk.now().getTime() - 10 * 86_400_000);
  const of = { businessId, accountId: account.id };
  const id = randomUUID();
  await prisma().payment.create({
    data: {
      ...{ ...of, id, gatewayPaymentId: '403999', amountPaise: 50_000, method: 'gateway' },
      ...{ disposition: 'settled', receivedAt: before },
    },
  });
  const onDate = new Date(before.toISOString().slice(0, 10));
  await prisma().settlementDay.create({
    data: {
      ...{ ...of, onDate, ourCount: 1, ourPaise: 50_000n, theirCount: 1, theirPaise: 50_000n },
      ...{ refundedPaise: 0n, feePaise: 100n, checkedAt: before },
    },
  });
  const telling = {
    ...desk.world,
    gatewayOf: () => ({
      ...gateway,
      listFees: () => Promise.resolve(ok([{ paymentId: '403999', feePaise: 1_180 }])),
    }),
  };
  const silent = {
    ...desk.world,
    gatewayOf: () => ({
      ...gateway,
      listFees: () =>
        Promise.resolve(fail({ reason: 'refused', kind: 'unavailable', detail: 'asleep' } as const)),
    }),
  };
  for (const world of [silent, telling, telling])
    await reconcile(world, { businessId, accountId: account.id });
  expect(await prisma().payment.findFirstOrThrow({ where: { id } })).toMatchObject({ feePaise: 1_180 });
  expect(await prisma().settlementDay.findFirstOrThrow({ where: { ...of, onDate } })).toMatchObject({
    feePaise: 1_280n,
  });
});

test('two events of one such refund that come side by side leave it where the gateway has it', async () => {
  const { account, gateway } = await compareNow();
  const payment = await prisma().payment.findFirstOrThrow({ where: { disposition: 'applied' } });
  control().misbehave({ drop: true });
  const key = randomUUID();
  const made = await gateway.refund({
    paymentId: payment.gatewayPaymentId ?? '',
    amountPaise: 5_000,
    key,
  });
  control().misbehave({ drop: false });
  if (!made.ok) throw new Error(made.detail);
  const tell = (status: 'pending' | 'processed') =>
    followRefundOf(desk.world, desk.scope, { accountId: account.id, told: { ...made.value, status } });
  const heard = await prisma().$transaction(async (tx) => {
    await lockBooking(tx, desk.scope, payment.bookingId ?? '');
    // Both have looked and found nothing in the books before either may write.
    const both = [tell('pending')];
    await untilWaiting(1);
    both.push(tell('processed'));
    await untilWaiting(2);
    return both;
  });
  await Promise.all(heard);
  const refunds = await listRefunds(prisma(), desk.scope, payment.bookingId ?? '');
  expect(refunds.filter(({ gatewayRefundId }) => gatewayRefundId === made.value.id)).toMatchObject([
    { amountPaise: 5_000, status: 'processed' },
  ]);
});

/** Until that many wait for a lock in this database. */
async function untilWaiting(count: number): Promise<void> {
  const { pool } = desk.world.database;
  for (;;) {
    const { rowCount } = await pool.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if ((rowCount ?? 0) >= count) return;
  }
}
