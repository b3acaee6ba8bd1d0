import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { touchCatalog } from '../../catalog/commands/touch-catalog';
import { transaction } from '../../db/transaction';
import { foldLedger } from '../../payments/ledger';
import { listLedger, listPayments, listRefunds } from '../../payments/queries';
import { ChatDesk } from '../../testing/chat-desk';
import type { ChatVisitor } from '../../testing/chat-visitor';
import { actOnMoney } from './desk/act-on-money';
import { nudgePayment } from './nudge-payment';

vi.stubEnv('TZ', 'America/New_York');

let desk: ChatDesk;
let userId: string;
beforeAll(async () => {
  desk = await ChatDesk.open();
  await desk.takePayments('court', { refund: { steps: [{ hoursBefore: 4, percent: 100 }] } });
  await changePrice(40_000);
  userId = randomUUID();
  await prisma().staffUser.create({
    data: { id: userId, email: 'desk@club.test', name: 'Desk', passwordHash: 'x' },
  });
}, 60_000);
afterAll(() => desk.close());

const prisma = () => desk.db.database.prisma;
const control = () => desk.razorpay.control;

let day = 1;
beforeEach(() => {
  day += 1;
  control().misbehave({ drop: false, hold: false, twice: false });
});

const wish = () => {
  const on = new Date(desk.now().getTime() + day * 86_400_000);
  return `court 1 ${String(on.getUTCDate())}/${String(on.getUTCMonth() + 1)} 10 am`;
};

async function confirm(name: string, words = wish()) {
  const visitor = desk.visitor(name);
  await desk.say(visitor, words);
  await desk.tap(visitor, name);
  await desk.tap(visitor, 'Confirm');
  return { visitor, ...(await newest(name)) };
}

async function newest(name: string) {
  const booking = await prisma().booking.findFirstOrThrow({
    where: { customer: { profileName: name } },
    orderBy: { createdAt: 'desc' },
  });
  const attempt = await prisma().paymentAttempt.findFirstOrThrow({
    where: { bookingId: booking.id },
    orderBy: { createdAt: 'desc' },
  });
  const { id: bookingId, pricePaise: price } = booking;
  return { booking, bookingId, attemptId: attempt.id, link: attempt.linkId ?? '', price };
}

const bookingOf = (id: string) => prisma().booking.findFirstOrThrow({ where: { id } });
const attemptOf = (id: string) => prisma().paymentAttempt.findFirstOrThrow({ where: { id } });
const ledgerOf = async (id: string) => foldLedger(await listLedger(prisma(), desk.scope, id));
async function labelsOf(visitor: ChatVisitor): Promise<string[]> {
  const rows = await prisma().message.findMany({
    where: { direction: 'out', thread: { customer: { profileName: visitor.phone.name } } },
    orderBy: { position: 'asc' },
  });
  return rows.map(({ label }) => label);
}
const minutes = async (count: number): Promise<void> => {
  for (let minute = 0; minute < count; minute += 1) {
    desk.pass({ minutes: 1 });
    await desk.minute();
  }
};
const nudge = (attemptId: string) =>
  nudgePayment(desk.world, { businessId: desk.scope.businessId, attemptId }).then(() => desk.settle());

/** Somebody else has the court at this booking's time. */
async function takeBlock(bookingId: string): Promise<void> {
  const { resourceId, startsAt, endsAt } = await bookingOf(bookingId);
  await prisma()
    .$executeRaw`INSERT INTO occupancy (business_id, id, resource_id, unit, kind, during, active, reason, created_at)
    VALUES (${desk.scope.businessId}::uuid, gen_random_uuid(), ${resourceId}::uuid, 1, 'block',
      tstzrange(${startsAt.toISOString()}::timestamptz, ${endsAt.toISOString()}::timestamptz), true, 'x', now())`;
}

/** Money that came when its slot had gone to somebody else. */
async function paidTooLate(name: string) {
  const paying = await confirm(name);
  desk.pass({ minutes: 21 });
  await desk.minute();
  await takeBlock(paying.bookingId);
  control().pay(paying.link);
  await desk.settle();
  expect(await listPayments(prisma(), desk.scope, paying.bookingId)).toMatchObject([{ disposition: 'late' }]);
  expect((await labelsOf(paying.visitor)).at(-1)).toBe('payment.late');
  return paying;
}

test('P09 unpaid: one reminder, one end, the link closed, the slot another’s to book', async () => {
  const { visitor, booking, attemptId, link } = await confirm('Anbu');
  const before = (await labelsOf(visitor)).length;
  await minutes(14);
  expect((await labelsOf(visitor)).slice(before)).toEqual([]);
  await minutes(5);
  expect((await labelsOf(visitor)).slice(before)).toEqual(['payment.nudge']);
  expect(await bookingOf(booking.id)).toMatchObject({ status: 'held' });
  await minutes(5);
  expect((await labelsOf(visitor)).slice(before)).toEqual(['payment.nudge', 'payment.ended']);
  expect(await bookingOf(booking.id)).toMatchObject({ status: 'expired', askedPaise: 0, keptPaise: 0 });
  expect(await attemptOf(attemptId)).toMatchObject({
    status: 'expired',
    nextCheckAt: expect.anything() as Date,
  });
  expect(control().account.links.get(link)?.status).toBe('cancelled');
  const other = await confirm('Akila');
  expect(other.booking).toMatchObject({
    status: 'held',
    resourceId: booking.resourceId,
    startsAt: booking.startsAt,
  });
  desk.pass({ minutes: 60 });
  await desk.minute();
  expect((await labelsOf(visitor)).slice(before)).toEqual(['payment.nudge', 'payment.ended']);
});

test('P11 who has paid is never reminded', async () => {
  const { visitor, attemptId, link } = await confirm('Bala');
  control().pay(link);
  await desk.settle();
  const before = (await labelsOf(visitor)).length;
  await minutes(25);
  await nudge(attemptId);
  expect((await labelsOf(visitor)).slice(before)).toEqual([]);
});

test('P11 who has paid without our having heard of it is booked instead of reminded', async () => {
  const { visitor, bookingId, attemptId, link } = await confirm('Banu');
  const before = (await labelsOf(visitor)).length;
  control().misbehave({ drop: true });
  control().pay(link);
  await nudge(attemptId);
  expect((await bookingOf(bookingId)).status).toBe('confirmed');
  expect((await labelsOf(visitor)).slice(before)).toEqual(['payment.received']);
});

test('P11 who paid at the desk, or gave up, is not reminded by a job that is late', async () => {
  const cash = await confirm('Chitra');
  const actor = { userId, name: 'Desk', role: 'owner', address: '127.0.0.1', agent: 'test' } as const;
  const at = { world: desk.world, scope: desk.scope, actor };
  const take = { act: 'take', key: randomUUID(), method: 'cash', bankReference: '', note: '' } as const;
  await actOnMoney(at, { booking: cash.bookingId, within: null, act: { ...take, amountPaise: cash.price } });
  await desk.settle();
  day += 1;
  const gone = await confirm('Cheran');
  await desk.say(gone.visitor, 'cancel');
  const before = [await labelsOf(cash.visitor), await labelsOf(gone.visitor)];
  await nudge(cash.attemptId);
  await nudge(gone.attemptId);
  expect([await labelsOf(cash.visitor), await labelsOf(gone.visitor)]).toEqual(before);
});

test('P12 is resumed by the same link at the same price until the hold ends, and then offered anew', async () => {
  const { visitor, bookingId, attemptId, link, price } = await confirm('Divya');
  await desk.say(visitor, 'hi');
  await desk.say(visitor, 'my bookings');
  expect((await labelsOf(visitor)).at(-1)).toBe('payment.again');
  expect(JSON.stringify(visitor.last().content)).toContain(link);
  await changePrice(price + 10_000);
  await desk.say(visitor, 'pay');
  expect((await labelsOf(visitor)).at(-1)).toBe('payment.again');
  expect(JSON.stringify(visitor.last().content)).toContain(link);
  expect(await attemptOf(attemptId)).toMatchObject({ status: 'open', amountPaise: price });
  expect(await prisma().paymentAttempt.count({ where: { bookingId } })).toBe(1);
  await minutes(21);
  expect((await labelsOf(visitor)).at(-1)).toBe('payment.ended');
  await desk.tap(visitor, 'Try again');
  await desk.tap(visitor, 'Confirm');
  const again = await newest('Divya');
  // Anew is at what it costs now.
  expect(again).toMatchObject({ price: price + 10_000, booking: { status: 'held' } });
  expect(again.link).not.toBe(link);
  expect(await attemptOf(again.attemptId)).toMatchObject({ status: 'open', amountPaise: price + 10_000 });
  await changePrice(price);
});

test('a price changed in Setup after the booking changes nothing of what is paid for it', async () => {
  const { visitor, bookingId, link, price } = await confirm('Elango');
  await changePrice(price + 20_000);
  control().pay(link);
  await desk.settle();
  expect(await bookingOf(bookingId)).toMatchObject({
    status: 'confirmed',
    pricePaise: price,
    askedPaise: price,
    keptPaise: price,
  });
  expect(await ledgerOf(bookingId)).toMatchObject({ settlement: 'paid', duePaise: 0 });
  await changePrice(100);
  await desk.tap(visitor, 'Cancel');
  await desk.tap(visitor, 'Yes, cancel');
  await desk.minute();
  expect(await listRefunds(prisma(), desk.scope, bookingId)).toMatchObject([
    { status: 'processed', amountPaise: price },
  ]);
  await changePrice(price);
});

test('late money buys another time with one tap, and is never asked for or given back', async () => {
  const { visitor, bookingId, price } = await paidTooLate('Farida');
  const [first = ''] = visitor.titles().filter((title) => !/Money back|Talk/.test(title));
  await desk.tap(visitor, first);
  await desk.minute();
  const after = await newest('Farida');
  expect(after.bookingId).toBe(bookingId);
  expect(after.booking).toMatchObject({ status: 'confirmed', keptPaise: price });
  expect(await ledgerOf(bookingId)).toMatchObject({ settlement: 'paid', duePaise: 0, keptPaise: price });
  expect(await listPayments(prisma(), desk.scope, bookingId)).toMatchObject([{ disposition: 'applied' }]);
  await minutes(3);
  desk.pass({ minutes: 25 * 60 });
  await desk.minute();
  expect(await listRefunds(prisma(), desk.scope, bookingId)).toEqual([]);
  expect(
    await prisma().paymentAttempt.count({ where: { bookingId, status: { in: ['creating', 'open'] } } }),
  ).toBe(0);
});

test('late money goes back with one tap, once, however often it is tapped', async () => {
  const { visitor, bookingId, price } = await paidTooLate('Gopal');
  const { id, title } = visitor.option('Money back');
  visitor.press(id, title, 'row');
  visitor.press(id, title, 'row');
  await desk.settle();
  await desk.minute();
  desk.pass({ minutes: 25 * 60 });
  await desk.minute();
  expect(await listRefunds(prisma(), desk.scope, bookingId)).toMatchObject([
    { status: 'processed', amountPaise: price },
  ]);
  expect(await listPayments(prisma(), desk.scope, bookingId)).toMatchObject([{ disposition: 'surplus' }]);
  expect(await bookingOf(bookingId)).toMatchObject({ status: 'expired', keptPaise: 0 });
  expect(await ledgerOf(bookingId)).toMatchObject({ settlement: 'nothing-due', keptPaise: 0 });
});

test('late money that bought another time is not given back by an old button', async () => {
  const { visitor, bookingId, price } = await paidTooLate('Hari');
  const back = visitor.option('Money back');
  const [first = ''] = visitor.titles().filter((title) => !/Money back|Talk/.test(title));
  await desk.tap(visitor, first);
  visitor.press(back.id, back.title, 'row');
  await desk.settle();
  await desk.minute();
  expect(await bookingOf(bookingId)).toMatchObject({ status: 'confirmed', keptPaise: price });
  expect(await listRefunds(prisma(), desk.scope, bookingId)).toEqual([]);
});

/** As Setup does: every price of the court is this from now on. */
async function changePrice(pricePaise: number): Promise<void> {
  const { businessId } = desk.scope;
  await prisma().priceRule.deleteMany({ where: { businessId } });
  await prisma().service.updateMany({ where: { businessId, kind: 'court' }, data: { pricePaise } });
  await transaction(desk.world.database, (tx) => touchCatalog(tx, desk.scope));
}
