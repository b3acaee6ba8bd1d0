import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { foldLedger } from '../../payments/ledger';
import { listLedger, listPayments, listRefunds } from '../../payments/queries';
import { loadPayPage, noteReturn } from './load-pay-page';
import { payPageUrl } from './pay-page-url';
import type { ChatVisitor } from '../../testing/chat-visitor';
import { ChatDesk } from '../../testing/chat-desk';

vi.stubEnv('TZ', 'America/New_York');

let desk: ChatDesk;
beforeAll(async () => {
  desk = await ChatDesk.open();
  await desk.takePayments('court', {
    refund: {
      steps: [
        { hoursBefore: 24, percent: 100 },
        { hoursBefore: 4, percent: 50 },
      ],
    },
  });
});
afterAll(() => desk.close());

let hour = 0;
beforeEach(() => {
  hour += 1;
});

const prisma = () => desk.db.database.prisma;
const bookingOf = (name: string) =>
  prisma().booking.findFirstOrThrow({
    where: { customer: { profileName: name } },
    orderBy: { createdAt: 'desc' },
  });
const attemptOf = (bookingId: string) =>
  prisma().paymentAttempt.findFirstOrThrow({ where: { bookingId }, orderBy: { createdAt: 'desc' } });
const ledgerOf = async (bookingId: string) => foldLedger(await listLedger(prisma(), desk.scope, bookingId));

/** Every test has a day of its own, so that none takes another's court. */
const dayAhead = () => 2 + hour;
const wish = (court = '', time = '10 am') => {
  const day = new Date(desk.now().getTime() + dayAhead() * 86_400_000);
  return `court ${court} ${String(day.getUTCDate())}/${String(day.getUTCMonth() + 1)} ${time}`;
};

async function confirm(
  name: string,
  words = wish(),
): Promise<{ visitor: ChatVisitor; bookingId: string; linkId: string }> {
  const visitor = desk.visitor(name);
  await desk.say(visitor, words);
  await desk.tap(visitor, name);
  await desk.tap(visitor, 'Confirm');
  const { id } = await bookingOf(name);
  const { linkId } = await attemptOf(id);
  return { visitor, bookingId: id, linkId: linkId ?? '' };
}

const control = () => desk.razorpay.control;

describe('a court that is paid beforehand', () => {
  test('is kept while it is paid, and confirmed by the webhook with one message', async () => {
    const { visitor, bookingId, linkId } = await confirm('Anbu');
    expect(await bookingOf('Anbu')).toMatchObject({ status: 'held', keptPaise: 0 });
    const sentBefore = desk.sent.length;
    control().pay(linkId);
    await desk.settle();
    expect(await bookingOf('Anbu')).toMatchObject({ status: 'confirmed', keptPaise: 40_000 });
    expect(visitor.body()).toContain('Booked');
    expect(desk.sent.length - sentBefore).toBe(1);
    expect(await ledgerOf(bookingId)).toMatchObject({ settlement: 'paid', keptPaise: 40_000 });
    expect((await attemptOf(bookingId)).status).toBe('paid');
  });

  test('P13 is confirmed within two minutes when the webhook is lost, once', async () => {
    const { visitor, linkId } = await confirm('Bala');
    control().misbehave({ drop: true });
    control().pay(linkId);
    control().misbehave({ drop: false });
    await desk.settle();
    expect((await bookingOf('Bala')).status).toBe('held');
    for (let minute = 0; minute < 2; minute += 1) {
      desk.pass({ minutes: 1 });
      await desk.minute();
    }
    expect((await bookingOf('Bala')).status).toBe('confirmed');
    expect(visitor.body()).toContain('Booked');
    const sent = desk.sent.length;
    control().releaseWebhooks();
    await desk.minute();
    expect(desk.sent.length).toBe(sent);
  });

  test('P09 unpaid, is offered again on time: the link cancelled, its customer told once', async () => {
    const { visitor, linkId, bookingId } = await confirm('Chitra');
    const sent = desk.sent.length;
    desk.pass({ minutes: 15 });
    await desk.minute();
    desk.pass({ minutes: 5, seconds: 1 });
    await desk.minute();
    await desk.minute();
    expect((await bookingOf('Chitra')).status).toBe('expired');
    expect(control().account.links.get(linkId)?.status).toBe('cancelled');
    expect((await attemptOf(bookingId)).status).toBe('expired');
    // The nudge, and the end.
    expect(desk.sent.length - sent).toBeLessThanOrEqual(2);
    expect(visitor.body()).not.toBe('');
    expect(await ledgerOf(bookingId)).toMatchObject({ duePaise: 0, keptPaise: 0 });
  });

  test('P10 still has to be paid on a second attempt', async () => {
    const { visitor, linkId } = await confirm('Divya');
    desk.pass({ minutes: 21 });
    await desk.minute();
    await desk.say(visitor, wish());
    await desk.tap(visitor, 'Confirm');
    const again = await bookingOf('Divya');
    expect(again).toMatchObject({ status: 'held' });
    const attempt = await attemptOf(again.id);
    expect(attempt).toMatchObject({ status: 'open', amountPaise: 40_000 });
    expect(attempt.linkId).not.toBe(linkId);
  });

  test('paid late with the slot still free, is booked; paid twice, the second goes back', async () => {
    const { visitor, linkId, bookingId } = await confirm('Elango');
    desk.pass({ minutes: 21 });
    await desk.minute();
    expect((await bookingOf('Elango')).status).toBe('expired');
    control().pay(linkId);
    await desk.settle();
    expect((await bookingOf('Elango')).status).toBe('confirmed');
    expect(visitor.body()).toContain('Booked');
    expect(await listPayments(prisma(), desk.scope, bookingId)).toMatchObject([{ disposition: 'applied' }]);
    expect(await ledgerOf(bookingId)).toMatchObject({ settlement: 'paid', keptPaise: 40_000 });
    control().pay(linkId);
    await desk.settle();
    const payments = await listPayments(prisma(), desk.scope, bookingId);
    expect(payments.map(({ disposition }) => disposition).sort()).toEqual(['applied', 'surplus']);
    await desk.minute();
    const refunds = await listRefunds(prisma(), desk.scope, bookingId);
    expect(refunds).toMatchObject([{ status: 'processed', amountPaise: 40_000, reason: 'surplus' }]);
    expect(await ledgerOf(bookingId)).toMatchObject({
      settlement: 'paid',
      keptPaise: 40_000,
      refundedPaise: 40_000,
    });
  });

  test('paid late with the slot gone, waits for an answer and then goes back by itself', async () => {
    const { linkId, bookingId } = await confirm('Farida', wish('1'));
    desk.pass({ minutes: 21 });
    await desk.minute();
    const { resourceId, startsAt, endsAt } = await bookingOf('Farida');
    await prisma()
      .$executeRaw`INSERT INTO occupancy (business_id, id, resource_id, unit, kind, during, active, reason, created_at)
      VALUES (${desk.scope.businessId}::uuid, gen_random_uuid(), ${resourceId}::uuid, 1, 'block',
        tstzrange(${startsAt.toISOString()}::timestamptz, ${endsAt.toISOString()}::timestamptz), true, 'x', now())`;
    control().pay(linkId);
    await desk.settle();
    expect((await bookingOf('Farida')).status).toBe('expired');
    expect(await listPayments(prisma(), desk.scope, bookingId)).toMatchObject([{ disposition: 'late' }]);
    expect(await ledgerOf(bookingId)).toMatchObject({ keptPaise: 40_000 });
    desk.pass({ minutes: 24 * 60 + 1 });
    await desk.minute();
    await desk.minute();
    expect(await listPayments(prisma(), desk.scope, bookingId)).toMatchObject([{ disposition: 'surplus' }]);
    expect(await ledgerOf(bookingId)).toMatchObject({ keptPaise: 0, settlement: 'nothing-due' });
    expect(
      [...control().account.refunds.values()].filter((one) => one.amount === 40_000).length,
    ).toBeGreaterThan(0);
  });

  test('off by one paisa or in dollars, never confirms, and is kept for staff', async () => {
    const one = await confirm('Gopal', wish('', '7 am'));
    control().pay(one.linkId, { amountPaise: 39_999 });
    await desk.settle();
    expect((await bookingOf('Gopal')).status).toBe('held');
    expect(await listPayments(prisma(), desk.scope, one.bookingId)).toMatchObject([
      { disposition: 'mismatch', why: 'less' },
    ]);
    const other = await confirm('Hari', wish('', '8 am'));
    control().pay(other.linkId, { currency: 'USD' });
    await desk.settle();
    expect((await bookingOf('Hari')).status).toBe('held');
    expect(await listPayments(prisma(), desk.scope, other.bookingId)).toMatchObject([
      { disposition: 'mismatch', why: 'currency' },
    ]);
    expect(await ledgerOf(other.bookingId)).toMatchObject({ keptPaise: 0 });
  });

  test('less than was asked for goes back by itself when the slot is let go, and that is said', async () => {
    const { visitor, linkId, bookingId } = await confirm('Ganga');
    control().pay(linkId, { amountPaise: 15_000 });
    await desk.settle();
    desk.pass({ minutes: 121 });
    await desk.minute();
    await desk.minute();
    expect(await bookingOf('Ganga')).toMatchObject({ status: 'expired', keptPaise: 0 });
    expect(await listPayments(prisma(), desk.scope, bookingId)).toMatchObject([
      { disposition: 'surplus', why: 'short' },
    ]);
    expect(await listRefunds(prisma(), desk.scope, bookingId)).toMatchObject([
      { status: 'processed', amountPaise: 15_000, reason: 'late' },
    ]);
    const said = visitor.received().map(({ content }) => ('body' in content ? content.body : ''));
    expect(said.filter((body) => body.includes('less than was asked for'))).toHaveLength(1);
  });

  test('more than was asked for keeps the slot until staff have decided', async () => {
    const { linkId, bookingId } = await confirm('Girija');
    const amountPaise = (await attemptOf(bookingId)).amountPaise + 10_000;
    control().pay(linkId, { amountPaise });
    await desk.settle();
    desk.pass({ minutes: 24 * 60 });
    await desk.minute();
    await desk.minute();
    expect(await bookingOf('Girija')).toMatchObject({ status: 'held', keptPaise: amountPaise });
    expect(await listPayments(prisma(), desk.scope, bookingId)).toMatchObject([
      { disposition: 'mismatch', why: 'more' },
    ]);
  });

  test('P14 cancelled in time gives everything back, and says so', async () => {
    const { visitor, linkId, bookingId } = await confirm('Indira');
    control().pay(linkId);
    await desk.settle();
    await desk.tap(visitor, 'Cancel');
    await desk.tap(visitor, 'Yes, cancel');
    await desk.minute();
    const { pricePaise, ...booking } = await bookingOf('Indira');
    expect(booking).toMatchObject({ status: 'cancelled', keptPaise: 0, askedPaise: 0 });
    expect(await listRefunds(prisma(), desk.scope, bookingId)).toMatchObject([
      { status: 'processed', amountPaise: pricePaise, reason: 'rule' },
    ]);
  });

  test('cancelled while it is being paid, takes no money that it keeps', async () => {
    const { visitor, linkId, bookingId } = await confirm('Jaya');
    await desk.say(visitor, 'cancel');
    control().pay(linkId);
    await desk.settle();
    await desk.minute();
    await desk.minute();
    // Who gave the slot up hears that nothing is booked, and so nothing is, though the time is still free.
    expect((await bookingOf('Jaya')).status).toBe('expired');
    expect(await ledgerOf(bookingId)).toMatchObject({ keptPaise: 0 });
  });

  test('gets one link, found by its reference, from a gateway that is slow by half a minute', async () => {
    control().faults('slow');
    const before = control().account.links.size;
    const sent = desk.sent.length;
    const { bookingId } = await confirm('Malar');
    const attempt = await attemptOf(bookingId);
    expect(attempt).toMatchObject({ status: 'open', linkId: expect.any(String) as string });
    expect(control().account.links.size).toBe(before + 1);
    const told = desk.sent.slice(sent).map(({ payload }) => JSON.stringify(payload));
    expect(told.at(-2)).toContain('/pay/~p');
    expect(told.at(-1)).toContain(attempt.linkId);
  });

  test('asked whether the money has come, it is answered at once, from the gateway', async () => {
    const { visitor, linkId } = await confirm('Nila');
    expect(await desk.say(visitor, 'I have paid')).toContain('do not see your payment yet');
    control().misbehave({ drop: true });
    control().pay(linkId);
    control().misbehave({ drop: false });
    expect(await desk.say(visitor, 'I have paid')).toContain('Booked!');
  });

  test('asked whether the money has come while the gateway hangs, it is answered within seconds', async () => {
    const { visitor, bookingId } = await confirm('Oviya');
    control().faults('hang');
    const before = visitor.received().length;
    visitor.type('I have paid');
    let given = false;
    const working = desk.settle().then(() => (given = true));
    const effectId = { startsWith: `payment:${(await attemptOf(bookingId)).id}:not-seen` };
    const written = () => prisma().message.count({ where: { effectId } });
    while ((await written()) === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    // The answer stands in the outbox while the gateway still has not answered.
    expect(given).toBe(false);
    await working;
    expect(visitor.received().length).toBe(before + 1);
  });

  test('of whom the gateway gave no link in time is told that, and has paid nothing', async () => {
    const down = () => control().faults(...Array.from({ length: 60 }, () => 'bad-gateway' as const));
    down();
    const { visitor, bookingId } = await confirm('Padma');
    expect(await attemptOf(bookingId)).toMatchObject({ status: 'creating', linkId: null });
    desk.pass({ minutes: 21 });
    down();
    // One last try for a link, and the end of the time to pay.
    await desk.work();
    control().noMoreFaults();
    await desk.settle();
    expect(await bookingOf('Padma')).toMatchObject({ status: 'expired', askedPaise: 0 });
    expect(visitor.body()).toContain('gave us no link in time');
    await desk.tap(visitor, 'Try again');
    await desk.tap(visitor, 'Confirm');
    expect(await attemptOf((await bookingOf('Padma')).id)).toMatchObject({ status: 'open' });
  });

  test('hears within seconds that the gateway hangs, and then gets the link', async () => {
    control().faults('hang');
    const before = desk.sent.length;
    const { bookingId } = await confirm('Meena');
    const told = desk.sent.slice(before).map(({ payload }) => JSON.stringify(payload));
    const attempt = await attemptOf(bookingId);
    expect(attempt.status).toBe('open');
    // First our own page, then the gateway's.
    expect(told.at(-2)).toContain('/pay/~p');
    expect(told.at(-1)).toContain(attempt.linkId);
  });

  test('shows on its page how it stands, and nothing to who has no link', async () => {
    const { bookingId, linkId } = await confirm('Latha');
    const { id } = await attemptOf(bookingId);
    const token = payPageUrl(desk.world, desk.scope, id).split('/').pop() ?? '';
    const show = (of: string) =>
      loadPayPage(desk.world, { secret: desk.secret, token: of, qrOf: () => ({ size: 1, path: '' }) });
    expect(await show(token)).toMatchObject({
      state: 'open',
      url: expect.stringContaining(linkId) as string,
    });
    expect(await show(`${token}x`)).toBeNull();
    control().misbehave({ drop: true });
    control().pay(linkId);
    expect(await show(token)).toMatchObject({ state: 'open' });
    expect(await noteReturn(desk.world, desk.secret, token)).toBe(true);
    control().misbehave({ drop: false });
    await desk.settle();
    expect(await show(token)).toMatchObject({ state: 'booked', url: null });
  });

  test('is told kindly when the gateway is down, and gets its link when it is back', async () => {
    control().faults(...Array.from({ length: 12 }, () => 'bad-gateway' as const));
    const { visitor, bookingId } = await confirm('Kumar');
    expect((await bookingOf('Kumar')).status).toBe('held');
    expect((await attemptOf(bookingId)).status).toBe('creating');
    expect(visitor.body()).not.toBe('');
    for (let round = 0; round < 4; round += 1) {
      desk.pass({ minutes: 1 });
      await desk.minute();
    }
    expect((await attemptOf(bookingId)).status).toBe('open');
  });
});
