import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { currentAccount, listRefunds } from '../../payments/queries';
import { ChatDesk } from '../../testing/chat-desk';
import { actOnRefund } from './desk/act-on-payment';
import { loadAttention } from './desk/load-money';
import type { Desk } from './desk/desk-act';

vi.stubEnv('TZ', 'America/New_York');

let desk: ChatDesk;
let at: Desk;
beforeAll(async () => {
  desk = await ChatDesk.open();
  await desk.takePayments('court', { refund: { steps: [{ hoursBefore: 4, percent: 100 }] } });
  const userId = randomUUID();
  await prisma().staffUser.create({
    data: { id: userId, email: 'desk@club.test', name: 'Desk', passwordHash: 'x' },
  });
  const actor = { userId, name: 'Desk', role: 'owner', address: '127.0.0.1', agent: 'test' } as const;
  at = { world: desk.world, scope: desk.scope, actor };
});
afterAll(() => desk.close());

let day = 1;
beforeEach(() => {
  day += 1;
  control().noMoreFaults();
  control().account.balancePaise = Number.MAX_SAFE_INTEGER;
  control().account.refundsWait = false;
});

const prisma = () => desk.db.database.prisma;
const control = () => desk.razorpay.control;

/** A court that is paid and then called off by its customer, whose refund has not been sent yet. */
async function calledOff(name: string) {
  const visitor = desk.visitor(name);
  const on = new Date(desk.now().getTime() + day * 86_400_000);
  await desk.say(visitor, `court ${String(on.getUTCDate())}/${String(on.getUTCMonth() + 1)} 10 am`);
  await desk.tap(visitor, name);
  await desk.tap(visitor, 'Confirm');
  const { id: booking, pricePaise: price } = await prisma().booking.findFirstOrThrow({
    where: { customer: { profileName: name } },
  });
  const { linkId } = await prisma().paymentAttempt.findFirstOrThrow({ where: { bookingId: booking } });
  const paymentId = control().pay(linkId ?? '') ?? '';
  await desk.settle();
  await desk.tap(visitor, 'Cancel');
  visitor.tap('Yes, cancel');
  await desk.simulator.control.settled();
  // The answer to the tap, and no job that it makes.
  await desk.work();
  const refunds = () => listRefunds(prisma(), desk.scope, booking);
  expect(await refunds()).toMatchObject([{ status: 'requested', amountPaise: price, reason: 'rule' }]);
  const labels = async (): Promise<string[]> => {
    const rows = await prisma().message.findMany({
      where: { bookingId: booking, direction: 'out', effectId: { startsWith: 'refund:' } },
      orderBy: { position: 'asc' },
    });
    return rows.map(({ effectId }) => effectId.split(':').at(-1) ?? '');
  };
  return {
    visitor,
    booking,
    price,
    paymentId,
    refunds,
    labels,
    theirs: () => control().account.refundsOf(paymentId),
  };
}

const attention = () => loadAttention(prisma(), desk.scope, { now: desk.now(), raw: false });

async function later(minutes: number): Promise<void> {
  desk.pass({ minutes });
  await desk.minute();
}

test('sent, and the answer lost: it is found by its key, once, and told once', async () => {
  const { price, refunds, theirs, labels } = await calledOff('Anbu');
  control().misbehave({ drop: true });
  control().faults('lost-answer');
  await desk.settle();
  control().misbehave({ drop: false });
  await later(2);
  await later(2);
  expect(theirs()).toMatchObject([{ amount: price, status: 'processed' }]);
  const [refund, ...others] = await refunds();
  expect(others).toEqual([]);
  expect(refund).toMatchObject({ status: 'processed', gatewayRefundId: theirs()[0]?.id });
  expect(await labels()).toEqual(['done']);
});

test('never arrived at the gateway: it is sent again with the same key', async () => {
  const { price, refunds, theirs, labels } = await calledOff('Bala');
  // As a process leaves it that died before its call had gone out.
  const [{ id } = { id: '' }] = await refunds();
  await prisma().refund.updateMany({
    where: { id },
    data: { status: 'submitted', nextTryAt: desk.now() },
  });
  await prisma().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await later(0);
  expect(theirs()).toEqual([]);
  expect(await refunds()).toMatchObject([
    { id, status: 'requested', failure: expect.any(String) as string, tries: 1 },
  ]);
  await later(1);
  expect(theirs()).toMatchObject([{ amount: price, receipt: id }]);
  expect(await refunds()).toMatchObject([{ id, status: 'processed' }]);
  expect(await labels()).toEqual(['done']);
});

test('answered with 409, it is looked for by its key before it is sent again, and goes once', async () => {
  const { price, refunds, theirs, labels } = await calledOff('Bhuvana');
  const [{ id } = { id: '' }] = await refunds();
  // As long as one call tries: the gateway works on the very same request.
  control().faults('in-progress', 'in-progress', 'in-progress');
  await desk.settle();
  expect(theirs()).toEqual([]);
  expect(await refunds()).toMatchObject([{ id, status: 'submitted', gatewayRefundId: null }]);
  expect(await labels()).toEqual([]);
  await later(5);
  await later(1);
  await later(1);
  expect(theirs()).toMatchObject([{ amount: price, receipt: id }]);
  expect(await refunds()).toMatchObject([{ id, status: 'processed' }]);
  expect(await labels()).toEqual(['done']);
});

test('in progress at the gateway, it is asked after until it is done', async () => {
  const { refunds, theirs, labels, paymentId } = await calledOff('Chitra');
  control().account.refundsWait = true;
  await desk.settle();
  expect(await refunds()).toMatchObject([{ status: 'submitted', gatewayRefundId: theirs()[0]?.id }]);
  expect(await labels()).toEqual([]);
  control().misbehave({ drop: true });
  control().settleRefund(theirs()[0]?.id ?? '', 'processed');
  control().misbehave({ drop: false });
  const [{ nextTryAt } = { nextTryAt: null }] = await refunds();
  const wait = ((nextTryAt?.getTime() ?? 0) - desk.now().getTime()) / 60_000;
  expect(wait).toBeGreaterThanOrEqual(10);
  await later(wait - 1);
  expect(await refunds()).toMatchObject([{ status: 'submitted' }]);
  await later(1);
  expect(await refunds()).toMatchObject([{ status: 'processed' }]);
  expect(control().account.refundsOf(paymentId)).toHaveLength(1);
  expect(await labels()).toEqual(['done']);
});

test('refused for want of money in the account, it is tried each hour and shown meanwhile', async () => {
  const { booking, refunds, theirs, labels } = await calledOff('Divya');
  control().account.balancePaise = 100;
  await desk.settle();
  const waiting = async () =>
    (await attention()).refunds.filter((one) => one.payment.booking?.id === booking);
  expect(await refunds()).toMatchObject([
    { status: 'requested', failure: expect.stringMatching(/enough balance/) as string, tries: 1 },
  ]);
  // Once is chance; twice is for a person to see.
  expect(await waiting()).toEqual([]);
  await later(59);
  expect((await refunds())[0]?.tries).toBe(1);
  await later(1);
  expect((await refunds())[0]?.tries).toBe(2);
  expect(await waiting()).toMatchObject([{ failure: expect.stringMatching(/enough balance/) as string }]);
  control().account.balancePaise = 100_000;
  await later(60);
  expect(await refunds()).toMatchObject([{ status: 'processed', failure: null }]);
  expect(theirs()).toHaveLength(1);
  expect(await waiting()).toEqual([]);
  expect(await labels()).toEqual(['done']);
});

test('failed at the bank, it is told, its chat flagged, and sent anew under a key of its own', async () => {
  const { price, booking, refunds, theirs, labels } = await calledOff('Elango');
  control().account.refundsWait = true;
  await desk.settle();
  control().settleRefund(theirs()[0]?.id ?? '', 'failed');
  await desk.settle();
  const [failed] = await refunds();
  expect(failed).toMatchObject({ status: 'failed' });
  expect(await labels()).toEqual(['failed']);
  expect(
    await prisma().thread.findFirstOrThrow({ where: { customer: { profileName: 'Elango' } } }),
  ).toMatchObject({ staffReason: 'payment' });
  expect(await prisma().booking.findFirstOrThrow({ where: { id: booking } })).toMatchObject({
    keptPaise: price,
  });
  control().account.refundsWait = false;
  await actOnRefund(at, { refund: failed?.id ?? '', act: { act: 'retry' } });
  await desk.settle();
  const after = await refunds();
  expect(after.map(({ status }) => status).sort()).toEqual(['failed', 'processed']);
  expect(theirs().map(({ receipt }) => receipt)).toEqual(
    expect.arrayContaining(after.map(({ id }) => id)) as string[],
  );
  expect(await prisma().booking.findFirstOrThrow({ where: { id: booking } })).toMatchObject({ keptPaise: 0 });
  expect(await labels()).toEqual(['failed', 'done']);
});

test('refused since a part has gone back on the gateway’s own pages, only the rest is sent, and no more', async () => {
  const { booking, price, paymentId, refunds, theirs } = await calledOff('Fathima');
  const account = await currentAccount(prisma(), desk.scope);
  const elsewhere = { paymentId, amountPaise: 10_000, key: randomUUID() };
  control().misbehave({ hold: true });
  await (account && desk.world.gatewayOf(account)?.refund(elsewhere));
  await desk.settle();
  const [failed] = await refunds();
  expect(failed).toMatchObject({ status: 'failed', amountPaise: price });
  control().misbehave({ hold: false });
  control().releaseWebhooks();
  await desk.settle();
  const again = (act: 'retry' | 'handed-over') =>
    actOnRefund(at, {
      refund: failed?.id ?? '',
      act: act === 'retry' ? { act } : { act, note: 'cash' },
    });
  await expect(again('handed-over')).rejects.toMatchObject({ code: 'conflict' });
  await again('retry');
  await desk.settle();
  expect(
    theirs()
      .map(({ amount }) => amount)
      .sort((one, other) => one - other),
  ).toEqual([10_000, price - 10_000]);
  expect(await prisma().booking.findFirstOrThrow({ where: { id: booking } })).toMatchObject({ keptPaise: 0 });
  expect((await attention()).refunds.map(({ id }) => id)).not.toContain(failed?.id);
  for (const act of ['retry', 'handed-over'] as const)
    await expect(again(act)).rejects.toMatchObject({ code: 'conflict' });
});
