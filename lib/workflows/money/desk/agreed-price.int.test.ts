import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { lockBooking } from '../../../booking/commands/lock-booking';
import { confirmBooking } from '../../../booking/commands/confirm-booking';
import { newId } from '../../../db/new-id';
import { transaction } from '../../../db/transaction';
import { formatMoney } from '../../../i18n/format-money';
import { lockPacks } from '../../../packs/commands/lock-packs';
import { saveOffer } from '../../../packs/commands/save-offer';
import { countAttention } from '../../../payments/desk/schema';
import { countMoneyAttention, listRefunds } from '../../../payments/queries';
import { ChatDesk } from '../../../testing/chat-desk';
import { moveFromDashboard } from '../../move-from-dashboard';
import { sellPack } from '../../packs/sell-pack';
import { payFromPack } from '../../packs/use-pack';
import { followPrice } from '../settle-change';
import { actOnMoney } from './act-on-money';
import type { Desk } from './desk-act';
import { loadAttention, loadBookingMoney } from './load-money';

vi.stubEnv('TZ', 'America/New_York');

let desk: ChatDesk;
let at: Desk;
beforeAll(async () => {
  desk = await ChatDesk.open();
  const userId = randomUUID();
  await prisma().staffUser.create({
    data: { id: userId, email: 'desk@club.test', name: 'Desk', passwordHash: 'x' },
  });
  const actor = { userId, name: 'Desk', role: 'owner', address: '127.0.0.1', agent: 'test' } as const;
  at = { world: desk.world, scope: desk.scope, actor };
});
afterAll(() => desk.close());

let day = 0;
beforeEach(async () => {
  day += 1;
  await desk.takePayments('court', { rule: 'full' });
});

const prisma = () => desk.db.database.prisma;
const control = () => desk.razorpay.control;
const bookingOf = (name: string) =>
  prisma().booking.findFirstOrThrow({ where: { customer: { profileName: name } } });
const attemptOf = (bookingId: string) =>
  prisma().paymentAttempt.findFirstOrThrow({ where: { bookingId }, orderBy: { createdAt: 'desc' } });
const money = (booking: string) =>
  loadBookingMoney(prisma(), desk.scope, { booking, within: null, now: desk.now() });
const act = (booking: string, wanted: Parameters<typeof actOnMoney>[1]['act']) =>
  actOnMoney(at, { booking, within: null, act: wanted });
const discount = (booking: string, amountPaise: number) =>
  act(booking, { act: 'discount', key: randomUUID(), amountPaise, reason: 'rain' });
const take = (booking: string, amountPaise: number, method: 'cash' | 'upi' | 'card' = 'cash') =>
  act(booking, { act: 'take', key: randomUUID(), amountPaise, method, bankReference: '', note: '' });

/** A court that waits to be paid, on a day of its own. */
async function held(name: string, hour = '10 am') {
  const visitor = desk.visitor(name);
  const on = new Date(desk.now().getTime() + (1 + day) * 86_400_000);
  await desk.say(visitor, `court ${String(on.getUTCDate())}/${String(on.getUTCMonth() + 1)} ${hour}`);
  await desk.tap(visitor, name);
  await desk.tap(visitor, 'Confirm');
  const booking = await bookingOf(name);
  const { linkId } = await attemptOf(booking.id);
  return { visitor, booking: booking.id, price: booking.pricePaise, link: linkId ?? '' };
}

describe('a discount stands', () => {
  test('when the customer of a booking asks for a link', async () => {
    await desk.takePayments('court', {
      rule: 'deposit',
      deposit: { kind: 'fixed', amountPaise: 10_000 },
    });
    const { visitor, booking, link } = await held('Anbu');
    control().pay(link);
    await desk.settle();
    await discount(booking, 5_000);
    expect(await money(booking)).toMatchObject({ askedPaise: 35_000, duePaise: 25_000 });
    desk.pass({ minutes: 1 });
    await desk.say(visitor, 'pay');
    const attempt = await attemptOf(booking);
    expect(attempt).toMatchObject({ purpose: 'balance', amountPaise: 25_000, status: 'open' });
    expect(await money(booking)).toMatchObject({ askedPaise: 35_000, duePaise: 25_000 });
    control().pay(attempt.linkId ?? '');
    await desk.settle();
    expect(await money(booking)).toMatchObject({ keptPaise: 35_000, duePaise: 0 });
  });

  test('when a slot that is held is asked to be paid', async () => {
    const { visitor, booking, link } = await held('Bala');
    desk.pass({ minutes: 1 });
    await discount(booking, 5_000);
    await desk.settle();
    expect(control().account.links.get(link)?.status).toBe('cancelled');
    expect(visitor.body()).toContain('₹350');
    const attempt = await attemptOf(booking);
    expect(attempt).toMatchObject({ purpose: 'confirm', amountPaise: 35_000, status: 'open' });
    control().pay(attempt.linkId ?? '');
    await desk.settle();
    expect(await bookingOf('Bala')).toMatchObject({
      status: 'confirmed',
      keptPaise: 35_000,
      askedPaise: 35_000,
    });
  });

  test('when the hold has ended and is asked for again', async () => {
    const { booking, price } = await held('Chitra');
    await discount(booking, 5_000);
    await desk.settle();
    desk.pass({ minutes: 30 });
    await desk.minute();
    expect(await bookingOf('Chitra')).toMatchObject({ status: 'expired', askedPaise: 0 });
    await take(booking, price - 5_000);
    expect(await bookingOf('Chitra')).toMatchObject({
      status: 'confirmed',
      askedPaise: price - 5_000,
    });
  });
});

/** Ten visits for courts, sold at the desk. */
async function sell(name: string): Promise<void> {
  const court = await prisma().service.findFirstOrThrow({ where: { kind: 'court' } });
  const { id: customerId } = await prisma().customer.findFirstOrThrow({ where: { profileName: name } });
  const draft = {
    kind: 'visits' as const,
    name: { en: 'Ten visits', ta: 'பத்து முறை' },
    quantity: 10,
    serviceIds: [court.id],
    pricePaise: 300_000,
    validDays: 90,
  };
  const offerId = await transaction(desk.world.database, (tx) =>
    saveOffer(tx, desk.scope, { id: null, draft, now: desk.now() }),
  );
  await sellPack(desk.world, desk.scope, {
    actor: at.actor,
    key: newId(),
    offerId,
    customerId,
    method: 'cash',
  });
}

describe('a link that is open while a pack pays', () => {
  test('brings money that goes back, and the price is not asked for again', async () => {
    const { visitor, booking, price, link } = await held('Divya');
    await sell('Divya');
    // The slot is lost and taken again in the chat, now out of the pack, while the payer's bank is still at work.
    await transaction(desk.world.database, async (tx) => {
      const confirmed = await confirmBooking(tx, desk.scope, {
        bookingId: booking,
        actor: { kind: 'system' },
        now: desk.now(),
      });
      if (!confirmed.ok) throw new Error(confirmed.reason);
      const { customerId } = confirmed.value;
      const [pack] = await lockPacks(tx, desk.scope, { customerId: customerId ?? '', now: desk.now() });
      if (!pack) throw new Error('No pack was sold.');
      const by = { actor: { kind: 'system' }, now: desk.now() } as const;
      await payFromPack(tx, desk.scope, { booking: confirmed.value, pack, ...by });
    });
    control().pay(link);
    await desk.settle();
    expect(await prisma().payment.findFirstOrThrow({ where: { bookingId: booking } })).toMatchObject({
      disposition: 'surplus',
      why: 'paid-already',
    });
    expect(await bookingOf('Divya')).toMatchObject({ status: 'confirmed', askedPaise: 0, keptPaise: 0 });
    expect([...control().account.refunds.values()].at(-1)).toMatchObject({ amount: price });
    const told = visitor.received().map(({ content }) => JSON.stringify(content));
    expect(told.join()).toContain('goes back');
  });
});

describe('a customer who moves to another price', () => {
  /** A deposit is paid, and the rest asked for by a link. */
  async function asked(name: string, hour: string) {
    await desk.takePayments('court', { rule: 'deposit', deposit: { kind: 'fixed', amountPaise: 10_000 } });
    const made = await held(name, hour);
    control().pay(made.link);
    await desk.settle();
    desk.pass({ minutes: 1 });
    await desk.say(made.visitor, 'pay');
    return { ...made, balance: await attemptOf(made.booking) };
  }

  test('has the open link closed and is asked for what is owed now', async () => {
    const { booking, price, balance } = await asked('Elango', '10 am');
    expect(balance).toMatchObject({ amountPaise: price - 10_000, status: 'open' });
    desk.pass({ minutes: 1 });
    await transaction(desk.world.database, async (tx) => {
      // Another court may cost more: only its price matters here.
      await tx.booking.updateMany({ where: { id: booking }, data: { pricePaise: price + 20_000 } });
      const moved = await lockBooking(tx, desk.scope, booking);
      if (!moved) throw new Error('The booking is gone.');
      const by = { actor: { kind: 'system' }, now: desk.now() } as const;
      await followPrice(tx, desk.world, desk.scope, { booking: moved, ...by });
    });
    await desk.settle();
    expect(await money(booking)).toMatchObject({ askedPaise: price + 20_000, duePaise: price + 10_000 });
    expect(control().account.links.get(balance.linkId ?? '')?.status).toBe('cancelled');
    expect(await attemptOf(booking)).toMatchObject({ status: 'open', amountPaise: price + 10_000 });
  });
});

describe('what staff give back', () => {
  async function paidAndGiven(name: string, afterwards: 'owed' | 'let-go') {
    const { booking, price, link } = await held(name);
    control().pay(link);
    await desk.settle();
    const [payment] = (await money(booking)).payments;
    const refund = {
      act: 'refund',
      key: randomUUID(),
      paymentId: payment?.id ?? '',
      amountPaise: 10_000,
      reason: 'net torn',
      tell: false,
      afterwards,
    } as const;
    await act(booking, refund);
    await act(booking, refund);
    await desk.settle();
    return { price, money: await money(booking) };
  }

  test('as goodwill is not owed again', async () => {
    const { price, money: books } = await paidAndGiven('Farida', 'let-go');
    expect(books).toMatchObject({ askedPaise: price - 10_000, keptPaise: price - 10_000, duePaise: 0 });
  });

  test('because it is to be paid otherwise is owed again', async () => {
    const { price, money: books } = await paidAndGiven('Fazil', 'owed');
    expect(books).toMatchObject({ askedPaise: price, keptPaise: price - 10_000, duePaise: 10_000 });
  });
});

/** Has staff move a court to another hour of its day, at its price or at today's. */
async function moveTo(name: string, hours: number, price: 'keep' | 'new' | 'before') {
  const { id, resourceId, startsAt, version } = await bookingOf(name);
  const placed = await moveFromDashboard(desk.world, desk.scope, at.actor, {
    bookingId: id,
    resourceId,
    startsAt: new Date(startsAt.getTime() + hours * 3_600_000).toISOString(),
    durationMinutes: 60,
    version,
    overrideReason: null,
    notify: false,
    within: null,
    price,
  });
  expect(placed).toMatchObject({ outcome: 'done' });
  await desk.settle();
}

describe('a paid court that staff move to a dearer hour', () => {
  /** Paid at ten in the morning, moved to seven in the evening of the same day. */
  async function movedWith(name: string, price: 'keep' | 'new') {
    const { booking, link } = await held(name);
    control().pay(link);
    await desk.settle();
    const before = await bookingOf(name);
    await moveTo(name, 9, price);
    return { before, after: await bookingOf(name), money: await money(booking) };
  }

  test('costs what it did where they keep the price', async () => {
    const { before, after, money: books } = await movedWith('Kavitha', 'keep');
    expect(after).toMatchObject({ pricePaise: before.pricePaise, priceLines: before.priceLines });
    expect(books).toMatchObject({ askedPaise: before.pricePaise, duePaise: 0 });
  });

  test('owes the difference where they ask for it', async () => {
    const { before, after, money: books } = await movedWith('Latha', 'new');
    expect(after.pricePaise).toBeGreaterThan(before.pricePaise);
    expect(books).toMatchObject({
      askedPaise: after.pricePaise,
      keptPaise: before.pricePaise,
      duePaise: after.pricePaise - before.pricePaise,
    });
  });
});

test('a move at the new price that is undone costs what was agreed, not what the hour costs today', async () => {
  const { booking, price, link } = await held('Padma');
  control().pay(link);
  await desk.settle();
  const before = await bookingOf('Padma');
  const { businessId } = desk.scope;
  const service = await prisma().service.findFirstOrThrow({ where: { businessId, kind: 'court' } });
  const costs = async (pricePaise: number): Promise<void> => {
    await prisma().service.updateMany({ where: { businessId, id: service.id }, data: { pricePaise } });
    await prisma().business.update({
      where: { id: businessId },
      data: { catalogVersion: { increment: 1 } },
    });
  };
  await costs(99_000);
  await moveTo('Padma', 9, 'new');
  expect((await bookingOf('Padma')).pricePaise).toBeGreaterThan(price);
  await moveTo('Padma', -9, 'before');
  expect(await bookingOf('Padma')).toMatchObject({ pricePaise: price, priceLines: before.priceLines });
  expect(await money(booking)).toMatchObject({ askedPaise: price, keptPaise: price, duePaise: 0 });
  // Nothing is left to undo: at another hour it keeps its price.
  await moveTo('Padma', 2, 'before');
  expect((await bookingOf('Padma')).pricePaise).toBe(price);
  await costs(service.pricePaise);
});

describe('a booking that has been paid more than it costs', () => {
  const overpaid = async (booking: string) => {
    const listed = await loadAttention(prisma(), desk.scope, { now: desk.now(), raw: false });
    expect(await countMoneyAttention(prisma(), desk.scope, desk.now())).toBe(countAttention(listed));
    return listed.overpaid.find(({ bookingId }) => bookingId === booking);
  };
  const refunds = (booking: string) => listRefunds(prisma(), desk.scope, booking);

  test('is shown to staff, who give the rest back by one act, once', async () => {
    const { visitor, booking, link, price } = await held('Madhu', '7 pm');
    control().pay(link);
    await desk.settle();
    expect(await overpaid(booking)).toBeUndefined();
    await moveTo('Madhu', -9, 'new');
    const { pricePaise } = await bookingOf('Madhu');
    const surplusPaise = price - pricePaise;
    expect(await overpaid(booking)).toMatchObject({
      name: 'Madhu',
      askedPaise: pricePaise,
      keptPaise: price,
      surplusPaise,
    });
    const giveBack = { act: 'return-surplus', amountPaise: surplusPaise } as const;
    await expect(act(booking, { ...giveBack, amountPaise: surplusPaise - 100 })).rejects.toMatchObject({
      fields: [{ message: 'changed' }],
    });
    await Promise.all([act(booking, giveBack), act(booking, giveBack)]);
    await desk.settle();
    expect(visitor.body()).toContain(formatMoney(surplusPaise));
    expect(await overpaid(booking)).toBeUndefined();
    expect(await refunds(booking)).toMatchObject([
      { amountPaise: surplusPaise, status: 'processed', reason: 'surplus' },
    ]);
    expect(await money(booking)).toMatchObject({ keptPaise: pricePaise, duePaise: 0 });
  });

  test('waits at the desk for what was paid there, and is shown as one thing to do', async () => {
    const { booking, price } = await held('Nalini', '7 pm');
    await take(booking, price);
    await desk.settle();
    await moveTo('Nalini', -9, 'new');
    const found = await overpaid(booking);
    await act(booking, { act: 'return-surplus', amountPaise: found?.surplusPaise ?? 0 });
    const { refunds: waiting, overpaid: left } = await loadAttention(prisma(), desk.scope, {
      now: desk.now(),
      raw: false,
    });
    expect(left).toEqual([]);
    expect(waiting).toMatchObject([
      { method: 'cash', status: 'requested', amountPaise: found?.surplusPaise },
    ]);
  });

  test('is none where the money is dealt with elsewhere, or fails to go back', async () => {
    const { booking, link } = await held('Oviya', '7 pm');
    control().pay(link);
    await desk.settle();
    await moveTo('Oviya', -9, 'new');
    const found = await overpaid(booking);
    control().account.refundsWait = true;
    await act(booking, { act: 'return-surplus', amountPaise: found?.surplusPaise ?? 0 });
    await desk.settle();
    const [waiting] = [...control().account.refunds.values()].filter(({ status }) => status === 'pending');
    control().settleRefund(waiting?.id ?? '', 'failed');
    await desk.settle();
    control().account.refundsWait = false;
    // The refund that failed is the thing to look at.
    expect(await overpaid(booking)).toBeUndefined();
    expect(await money(booking)).toMatchObject({ duePaise: -(found?.surplusPaise ?? 0) });
    await prisma().payment.updateMany({ where: { bookingId: booking }, data: { disposition: 'settled' } });
    expect(await overpaid(booking)).toBeUndefined();
  });
});

describe('the chat', () => {
  test('names the price less what staff let go of, so that what is paid and due adds up to it', async () => {
    const { visitor, booking, price } = await held('Tara');
    await discount(booking, 10_000);
    await desk.settle();
    expect(visitor.body()).toContain(`💰 ${formatMoney(price - 10_000)} · to be paid now`);
    await take(booking, 5_000);
    await desk.settle();
    expect(visitor.body()).toContain(
      `💰 ${formatMoney(price - 10_000)} · ₹50 paid, ${formatMoney(price - 15_000)} at the venue`,
    );
    await discount(booking, price - 15_000);
    expect(await desk.say(visitor, 'my bookings')).toContain('💰 ₹50 · paid');
  });
});
