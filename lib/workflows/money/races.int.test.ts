import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { foldLedger } from '../../payments/ledger';
import { listLedger, listPayments, listRefunds } from '../../payments/queries';
import { ChatDesk } from '../../testing/chat-desk';
import type { ChatVisitor } from '../../testing/chat-visitor';
import { watchGateways, type WatchedGateways } from '../../testing/watch-gateways';
import { expireStaleHolds } from '../expire-stale-holds';
import { loadAttention, loadPayment } from './desk/load-money';
import { actOnMoney } from './desk/act-on-money';
import { endPayment } from './end-payment';
import { handleGatewayEvent } from './handle-gateway-event';
import { sweepPayments } from './sweep-payments';

vi.stubEnv('TZ', 'America/New_York');

let desk: ChatDesk;
let gateways: WatchedGateways;
beforeAll(async () => {
  desk = await ChatDesk.open();
  await desk.takePayments('court', { refund: { steps: [{ hoursBefore: 4, percent: 100 }] } });
  gateways = watchGateways(desk.world);
}, 60_000);
afterAll(() => desk.close());

const prisma = () => desk.db.database.prisma;
const control = () => desk.razorpay.control;

let day = 1;
beforeEach(() => {
  day += 1;
  control().misbehave({ drop: false, hold: false, twice: false });
  control().noMoreFaults();
});

type Paying = { visitor: ChatVisitor; bookingId: string; attemptId: string; link: string; price: number };

/** A court on a day of its own that waits to be paid. */
async function confirm(name: string): Promise<Paying> {
  const visitor = desk.visitor(name);
  const on = new Date(desk.now().getTime() + day * 86_400_000);
  await desk.say(visitor, `court ${String(on.getUTCDate())}/${String(on.getUTCMonth() + 1)} 10 am`);
  await desk.tap(visitor, name);
  await desk.tap(visitor, 'Confirm');
  const booking = await prisma().booking.findFirstOrThrow({ where: { customer: { profileName: name } } });
  const attempt = await prisma().paymentAttempt.findFirstOrThrow({ where: { bookingId: booking.id } });
  const { id: bookingId, pricePaise: price } = booking;
  return { visitor, bookingId, attemptId: attempt.id, link: attempt.linkId ?? '', price };
}

const bookingOf = (id: string) => prisma().booking.findFirstOrThrow({ where: { id } });
const ledgerOf = async (id: string) => foldLedger(await listLedger(prisma(), desk.scope, id));
const labelsSince = async (visitor: ChatVisitor, count: number): Promise<string[]> => {
  const { id } = await prisma().customer.findFirstOrThrow({ where: { profileName: visitor.phone.name } });
  const rows = await prisma().message.findMany({
    where: { direction: 'out', thread: { customerId: id } },
    orderBy: { position: 'asc' },
  });
  return rows.slice(count).map(({ label }) => label);
};
const countOf = (visitor: ChatVisitor): Promise<number> =>
  labelsSince(visitor, 0).then((labels) => labels.length);

/** Paid, confirmed once, told once, and nothing went back. */
async function expectBookedOnce({ visitor, bookingId, price }: Paying, since: number): Promise<void> {
  expect(await bookingOf(bookingId)).toMatchObject({ status: 'confirmed', keptPaise: price });
  expect(await listPayments(prisma(), desk.scope, bookingId)).toMatchObject([
    { disposition: 'applied', amountPaise: price },
  ]);
  expect(await listRefunds(prisma(), desk.scope, bookingId)).toEqual([]);
  expect(await ledgerOf(bookingId)).toMatchObject({ settlement: 'paid', keptPaise: price });
  expect(await labelsSince(visitor, since)).toEqual(['payment.received']);
  expect(visitor.body()).toContain('Booked');
}

/** Works on every webhook that has been stored and waits. */
async function workEvents(): Promise<void> {
  await control().settled();
  const events = await prisma().gatewayEvent.findMany({ where: { status: 'pending' } });
  for (const { id: eventId } of events)
    await handleGatewayEvent(desk.world, { businessId: desk.scope.businessId, eventId });
}

test('a webhook that comes before the answer to our own call for the link confirms all the same', async () => {
  const visitor = desk.visitor('Anbu');
  gateways.before('createLink', async () => {
    const { id } = await prisma().paymentAttempt.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
    const link = [...control().account.links.values()].find(({ reference_id: of }) => of === id);
    control().pay(link?.id ?? '');
    await workEvents();
    // It is booked while we still wait to hear of the link.
    expect(await prisma().paymentAttempt.findFirstOrThrow({ where: { id } })).toMatchObject({
      status: 'paid',
      linkId: null,
    });
  });
  const on = new Date(desk.now().getTime() + day * 86_400_000);
  await desk.say(visitor, `court ${String(on.getUTCDate())}/${String(on.getUTCMonth() + 1)} 10 am`);
  await desk.tap(visitor, 'Anbu');
  const before = await countOf(visitor);
  await desk.tap(visitor, 'Confirm');
  const booking = await prisma().booking.findFirstOrThrow({ where: { customer: { profileName: 'Anbu' } } });
  const paying = { visitor, bookingId: booking.id, attemptId: '', link: '', price: booking.pricePaise };
  // And is not asked to pay any more.
  await expectBookedOnce(paying, before);
  for (let minute = 0; minute < 21; minute += 7) {
    desk.pass({ minutes: 7 });
    await desk.minute();
  }
  await expectBookedOnce(paying, before);
});

test('P13 webhooks twice and in reverse: one confirmation, one message', async () => {
  const paying = await confirm('Bala');
  const since = await countOf(paying.visitor);
  control().misbehave({ hold: true, twice: true });
  control().pay(paying.link);
  await desk.settle();
  expect((await bookingOf(paying.bookingId)).status).toBe('held');
  control().misbehave({ hold: false });
  control().releaseWebhooks();
  await desk.settle();
  await desk.minute();
  await expectBookedOnce(paying, since);
});

test('P13 every event of a payment worked on at the same moment: one confirmation, one message', async () => {
  const paying = await confirm('Banu');
  const since = await countOf(paying.visitor);
  control().pay(paying.link);
  await control().settled();
  const events = await prisma().gatewayEvent.findMany({ where: { status: 'pending' } });
  expect(events.length).toBeGreaterThan(1);
  const { businessId } = desk.scope;
  await Promise.all(
    [...events, ...events].map(({ id }) => handleGatewayEvent(desk.world, { businessId, eventId: id })),
  );
  await desk.settle();
  await expectBookedOnce(paying, since);
});

test('a paid link costs the gateway one call, however often it is told', async () => {
  const paying = await confirm('Chitra');
  gateways.calls.length = 0;
  control().misbehave({ twice: true });
  control().pay(paying.link);
  await control().settled();
  // One event after another, as a worker that has them in its queue.
  await workEvents();
  expect(gateways.calls).toEqual(['fetchPayment']);
  control().misbehave({ twice: false });
  for (let minute = 0; minute < 25; minute += 1) {
    desk.pass({ minutes: 1 });
    await desk.minute();
  }
  expect(gateways.calls).toEqual(['fetchPayment']);
});

test('a paid link whose webhooks are lost costs two calls, and none once it is known', async () => {
  const paying = await confirm('Chandran');
  control().misbehave({ drop: true });
  control().pay(paying.link);
  await desk.settle();
  gateways.calls.length = 0;
  desk.pass({ minutes: 2 });
  await desk.minute();
  expect((await bookingOf(paying.bookingId)).status).toBe('confirmed');
  expect(gateways.calls).toEqual(['fetchLink', 'fetchPayment']);
  desk.pass({ minutes: 30 });
  await desk.minute();
  expect(gateways.calls).toEqual(['fetchLink', 'fetchPayment']);
});

test('failed, then paid on the same link: booked once, and never told of the failure after it', async () => {
  const paying = await confirm('Divya');
  const since = await countOf(paying.visitor);
  control().misbehave({ hold: true });
  const failed = control().fail(paying.link);
  control().pay(paying.link, { retryOf: failed });
  // Newest first: the failure is told after the money.
  control().misbehave({ hold: false });
  control().releaseWebhooks();
  await desk.settle();
  await expectBookedOnce(paying, since);
  expect(await prisma().paymentAttempt.findFirstOrThrow({ where: { id: paying.attemptId } })).toMatchObject({
    status: 'paid',
  });
});

test('a failed try leaves slot and link as they were', async () => {
  const paying = await confirm('Devi');
  control().fail(paying.link);
  await desk.settle();
  expect(await bookingOf(paying.bookingId)).toMatchObject({ status: 'held', keptPaise: 0 });
  expect(await prisma().paymentAttempt.findFirstOrThrow({ where: { id: paying.attemptId } })).toMatchObject({
    status: 'open',
  });
  expect(await listPayments(prisma(), desk.scope, paying.bookingId)).toEqual([]);
});

test('called off by its customer first, then paid: all goes back, once, and nothing is kept', async () => {
  const { visitor, bookingId, link, price } = await confirm('Elango');
  await desk.hear(visitor, 'cancel');
  expect((await bookingOf(bookingId)).status).not.toBe('confirmed');
  control().pay(link);
  await desk.settle();
  await desk.minute();
  const ended = await bookingOf(bookingId);
  const [payment, ...more] = await listPayments(prisma(), desk.scope, bookingId);
  expect(more).toEqual([]);
  expect(payment).toMatchObject({ disposition: 'surplus', why: 'cancelled' });
  expect(ended).toMatchObject({ status: 'expired', askedPaise: 0, keptPaise: 0 });
  const refunds = await listRefunds(prisma(), desk.scope, bookingId);
  expect(refunds).toMatchObject([{ status: 'processed', amountPaise: price }]);
  expect(control().account.refundsOf(payment?.gatewayPaymentId ?? '')).toHaveLength(1);
  expect(
    visitor.received().filter(({ content }) => 'body' in content && content.body.includes('Booked')),
  ).toEqual([]);
});

test('paid first, then called off before the webhook is worked on: all goes back, once', async () => {
  const { visitor, bookingId, link, price } = await confirm('Ezhil');
  control().misbehave({ hold: true });
  control().pay(link);
  await desk.say(visitor, 'cancel');
  control().misbehave({ hold: false });
  control().releaseWebhooks();
  await desk.settle();
  await desk.minute();
  const [payment, ...more] = await listPayments(prisma(), desk.scope, bookingId);
  expect(more).toEqual([]);
  expect(payment).toMatchObject({ disposition: 'surplus', why: 'cancelled' });
  expect(await bookingOf(bookingId)).toMatchObject({ status: 'expired', askedPaise: 0, keptPaise: 0 });
  expect(await listRefunds(prisma(), desk.scope, bookingId)).toMatchObject([
    { status: 'processed', amountPaise: price },
  ]);
});

test('the end of the hold and the webhook at the same moment: booked and paid, never one without the other', async () => {
  for (const name of ['Farida', 'Faisal', 'Fathima', 'Firoz']) {
    day += 1;
    const paying = await confirm(name);
    const { businessId } = desk.scope;
    control().pay(paying.link);
    await control().settled();
    const events = await prisma().gatewayEvent.findMany({ where: { status: 'pending' } });
    desk.pass({ minutes: 25, seconds: 1 });
    await Promise.all([
      ...events.map(({ id }) => handleGatewayEvent(desk.world, { businessId, eventId: id })),
      endPayment(desk.world, { businessId, attemptId: paying.attemptId }),
      expireStaleHolds(desk.world),
      sweepPayments(desk.world),
    ]);
    await desk.settle();
    await desk.minute();
    expect(await bookingOf(paying.bookingId)).toMatchObject({
      status: 'confirmed',
      keptPaise: paying.price,
    });
    expect(await listPayments(prisma(), desk.scope, paying.bookingId)).toMatchObject([
      { disposition: 'applied' },
    ]);
    expect(await listRefunds(prisma(), desk.scope, paying.bookingId)).toEqual([]);
    const told = (await labelsSince(paying.visitor, 0)).filter((label) => label === 'payment.received');
    expect(told).toHaveLength(1);
  }
});

test('a refund that the gateway says is done already is not sent twice, and staff see it', async () => {
  const { bookingId, link, price } = await confirm('Gopal');
  control().pay(link);
  await desk.settle();
  const [payment] = await listPayments(prisma(), desk.scope, bookingId);
  // Given back on the gateway's own pages, and its webhook lost.
  const there = control().account.payments.get(payment?.gatewayPaymentId ?? '');
  if (!there) throw new Error('The gateway knows no such payment.');
  there.amount_refunded = there.amount;
  const userId = randomUUID();
  await prisma().staffUser.create({
    data: { id: userId, email: 'desk@club.test', name: 'Desk', passwordHash: 'x' },
  });
  const actor = { userId, name: 'Desk', role: 'owner', address: '127.0.0.1', agent: 'test' } as const;
  await actOnMoney(
    { world: desk.world, scope: desk.scope, actor },
    {
      booking: bookingId,
      within: null,
      act: {
        act: 'refund',
        key: randomUUID(),
        paymentId: payment?.id ?? '',
        amountPaise: price,
        reason: 'rain',
        tell: true,
        afterwards: 'let-go',
      },
    },
  );
  await desk.settle();
  await desk.minute();
  const [refund, ...others] = await listRefunds(prisma(), desk.scope, bookingId);
  expect(others).toEqual([]);
  expect(refund?.status).toBe('failed');
  expect(refund?.failure).toContain('fully refunded already');
  const { refunds } = await loadAttention(prisma(), desk.scope, { now: desk.now(), raw: false });
  expect(refunds.map(({ id }) => id)).toContain(refund?.id);
  expect([...control().account.refunds.values()].filter(({ payment_id: of }) => of === there.id)).toEqual([]);
});

test('a dispute is written down and shown, and changes neither booking nor ledger', async () => {
  const { bookingId, link, price } = await confirm('Hari');
  control().pay(link);
  await desk.settle();
  const [payment] = await listPayments(prisma(), desk.scope, bookingId);
  await told('payment.dispute.created', payment?.gatewayPaymentId ?? '', price);
  const shown = await loadPayment(prisma(), desk.scope, { payment: payment?.id ?? '', raw: false });
  expect(shown.payment.dispute).toBe('open');
  expect(shown.disputedAt).toBe(desk.now().toISOString());
  const { payments } = await loadAttention(prisma(), desk.scope, { now: desk.now(), raw: false });
  expect(payments.map(({ id }) => id)).toContain(payment?.id);
  expect(await bookingOf(bookingId)).toMatchObject({ status: 'confirmed', keptPaise: price });
});

async function told(event: string, paymentId: string, amount: number): Promise<void> {
  const { account } = control();
  const entity = { id: paymentId, entity: 'payment', amount, currency: 'INR', status: 'captured', notes: [] };
  const body = JSON.stringify({ entity: 'event', event, payload: { payment: { entity } } });
  account.post.post({
    name: event,
    body,
    headers: {
      'content-type': 'application/json',
      'x-razorpay-event-id': randomUUID(),
      'x-razorpay-signature': createHmac('sha256', account.options.webhook?.secret ?? '')
        .update(body)
        .digest('hex'),
    },
  });
  await desk.settle();
}
