import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { foldLedger } from '../../../payments/ledger';
import { noteBadSignature } from '../../../payments/commands/bad-signatures';
import { noteHeard } from '../../../payments/commands/note-account';
import { listRefundPage } from '../../../payments/desk/queries';
import { countAttention } from '../../../payments/desk/schema';
import { countMoneyAttention, currentAccount, listLedger } from '../../../payments/queries';
import { ChatDesk } from '../../../testing/chat-desk';
import { connectAccount, razorpayKeys } from '../../../testing/razorpay-account';
import { reportCsv } from '../../../web/report-csv';
import { loadReport } from '../../load-report';
import { clearSignatureAlert } from '../../payment-accounts/clear-bad-signatures';
import { receiveGatewayWebhook } from '../receive-gateway-webhook';
import { actOnEvent } from './act-on-event';
import { actOnMoney } from './act-on-money';
import { actOnPayment, actOnRefund } from './act-on-payment';
import { closeDay, loadDayClose } from './day-close';
import type { Desk } from './desk-act';
import { loadAttention, loadBookingMoney, loadPayment } from './load-money';
import { loadPayouts } from './load-payouts';

vi.stubEnv('TZ', 'America/New_York');

const zone = 'Asia/Kolkata';
let desk: ChatDesk;
let at: Desk;
let staffId: string;
beforeAll(async () => {
  desk = await ChatDesk.open();
  await desk.takePayments('court');
  staffId = randomUUID();
  await prisma().staffUser.create({
    data: { id: staffId, email: 'desk@club.test', name: 'Desk', passwordHash: 'x' },
  });
  const actor = {
    userId: staffId,
    name: 'Desk',
    role: 'owner',
    address: '127.0.0.1',
    agent: 'test',
  } as const;
  at = { world: desk.world, scope: desk.scope, actor };
});
afterAll(() => desk.close());

const prisma = () => desk.db.database.prisma;
const control = () => desk.razorpay.control;
let day = 0;
beforeEach(() => {
  day += 1;
});

/** A court that waits to be paid, on a day of its own. */
async function held(name: string) {
  const visitor = desk.visitor(name);
  const on = new Date(desk.now().getTime() + (1 + day) * 86_400_000);
  await desk.say(visitor, `court ${String(on.getUTCDate())}/${String(on.getUTCMonth() + 1)} 7 am`);
  await desk.tap(visitor, name);
  await desk.tap(visitor, 'Confirm');
  const booking = await prisma().booking.findFirstOrThrow({ where: { customer: { profileName: name } } });
  const attempt = await prisma().paymentAttempt.findFirstOrThrow({ where: { bookingId: booking.id } });
  return { visitor, booking: booking.id, price: booking.pricePaise, link: attempt.linkId ?? '' };
}

const act = (booking: string, wanted: Parameters<typeof actOnMoney>[1]['act']) =>
  actOnMoney(at, { booking, within: null, act: wanted });
const money = (booking: string) =>
  loadBookingMoney(prisma(), desk.scope, { booking, within: null, now: desk.now() });
/** What wants a person; what is counted of it, for every page, is as much. */
async function attention() {
  const listed = await loadAttention(prisma(), desk.scope, { now: desk.now(), raw: true });
  expect(await countMoneyAttention(prisma(), desk.scope, desk.now())).toBe(countAttention(listed));
  return listed;
}

/** An event as the gateway signs it. */
async function told(name: string, payload: object): Promise<void> {
  const body = JSON.stringify({ entity: 'event', event: name, payload });
  const signature = createHmac('sha256', razorpayKeys.webhookSecret).update(body).digest('hex');
  const headers = new Headers({ 'x-razorpay-signature': signature, 'content-type': 'application/json' });
  const at = { gateway: 'razorpay', slug: 'demo' } as const;
  const outcome = await receiveGatewayWebhook(desk.world, at, new TextEncoder().encode(body), headers);
  expect(outcome).toEqual({ kind: 'stored' });
  await desk.settle();
}

describe('money at the desk', () => {
  test('cash confirms a slot that waits to be paid, once, and its link takes nothing more', async () => {
    const { visitor, booking, price, link } = await held('Anbu');
    const take = {
      act: 'take',
      key: randomUUID(),
      amountPaise: price,
      method: 'cash',
      bankReference: '',
      note: '',
    } as const;
    await act(booking, take);
    await act(booking, take);
    await desk.settle();
    expect(await money(booking)).toMatchObject({
      keptPaise: price,
      duePaise: 0,
      payments: [{ method: 'cash', takenBy: 'Desk' }],
    });
    expect(visitor.body()).toContain('Booked');
    expect(control().account.links.get(link)?.status).toBe('cancelled');
    await expect(act(booking, { ...take, key: randomUUID(), amountPaise: 100 })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('goes back in part, never more than there is, and each request once', async () => {
    const { booking, price, link } = await held('Bala');
    control().pay(link);
    await desk.settle();
    const [payment] = (await money(booking)).payments;
    const refund = {
      act: 'refund',
      key: randomUUID(),
      paymentId: payment?.id ?? '',
      amountPaise: 10_000,
      reason: 'net torn',
      tell: true,
      afterwards: 'let-go',
    } as const;
    await act(booking, refund);
    await act(booking, refund);
    await desk.settle();
    expect(await money(booking)).toMatchObject({
      keptPaise: price - 10_000,
      payments: [{ refunds: [{ status: 'processed' }] }],
    });
    await expect(act(booking, { ...refund, key: randomUUID(), amountPaise: price })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect([...control().account.refunds.values()].filter(({ amount }) => amount === 10_000)).toHaveLength(1);
  });

  test('a part of the price is let go, and the rest taken by UPI', async () => {
    const { booking, price } = await held('Chitra');
    await act(booking, {
      act: 'take',
      key: randomUUID(),
      amountPaise: 20_000,
      method: 'upi',
      bankReference: '123456789012',
      note: '',
    });
    await act(booking, { act: 'discount', key: randomUUID(), amountPaise: 5_000, reason: 'rain' });
    expect(await money(booking)).toMatchObject({ duePaise: price - 25_000, keptPaise: 20_000 });
  });

  test('a wrong amount is applied by staff, and the slot confirmed', async () => {
    const { booking, link } = await held('Divya');
    control().pay(link, { amountPaise: 30_000 });
    await desk.settle();
    const { payments } = await attention();
    const open = payments.find((one) => one.booking?.id === booking);
    expect(open).toMatchObject({ disposition: 'mismatch', why: 'less' });
    await actOnPayment(at, { payment: open?.id ?? '', act: { act: 'apply', reference: null } });
    expect(await prisma().booking.findFirstOrThrow({ where: { id: booking } })).toMatchObject({
      status: 'confirmed',
      keptPaise: 30_000,
    });
    await expect(
      actOnPayment(at, { payment: open?.id ?? '', act: { act: 'refund', reason: 'x' } }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  test('money that names nothing of ours is put to a booking by its reference', async () => {
    const { booking, price } = await held('Elango');
    control().takeOrder({ amountPaise: price, notes: { shop: 'other' } });
    await desk.settle();
    const { reference } = await prisma().booking.findFirstOrThrow({ where: { id: booking } });
    const open = (await attention()).payments.find(({ disposition }) => disposition === 'unmatched');
    await actOnPayment(at, { payment: open?.id ?? '', act: { act: 'apply', reference } });
    expect(await money(booking)).toMatchObject({ keptPaise: price, duePaise: 0 });
    expect(foldLedger(await listLedger(prisma(), desk.scope, booking))).toMatchObject({ settlement: 'paid' });
  });

  test.each([
    ['a negative amount', { id: 'pay_NEGATIVE000001', amount: -100, currency: 'INR', status: 'captured' }],
    ['half a paisa', { id: 'pay_FRACTION000001', amount: 100.5, currency: 'INR', status: 'captured' }],
  ])('a signed payment of %s is kept and shown, and changes nothing', async (_what, entity) => {
    const before = await prisma().payment.count();
    await told('payment.captured', { payment: { entity } });
    const [event] = (await attention()).events;
    expect(event).toMatchObject({ name: 'payment.captured', status: 'failed' });
    expect(event?.body).toContain(entity.id);
    expect(await prisma().payment.count()).toBe(before);
    await actOnEvent(at, { event: event?.id ?? '', act: 'set-aside' });
    expect((await attention()).events).toEqual([]);
    await expect(actOnEvent(at, { event: event?.id ?? '', act: 'retry' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('a refund told before its payment is kept and shown, and used once the payment is there', async () => {
    const { link, booking } = await held('Eswari');
    control().misbehave({ drop: true });
    control().pay(link);
    control().misbehave({ drop: false });
    const [paid] = [...control().account.payments.values()].slice(-1);
    const entity = { id: 'rfnd_EARLY000000001', amount: 5_000, payment_id: paid?.id, status: 'processed' };
    await told('refund.processed', { refund: { entity: { ...entity, notes: [] } } });
    const [event] = (await attention()).events;
    expect(event).toMatchObject({ name: 'refund.processed', status: 'unmatched' });
    // Tried again too early, it stays.
    await actOnEvent(at, { event: event?.id ?? '', act: 'retry' });
    await desk.settle();
    expect((await attention()).events).toHaveLength(1);
    desk.pass({ minutes: 2 });
    await desk.minute();
    expect((await attention()).events).toEqual([]);
    expect(await money(booking)).toMatchObject({ payments: [{ refunds: [{ amountPaise: 5_000 }] }] });
  });

  test('a dispute told before its payment is shown with it once the payment is there', async () => {
    const { link, booking } = await held('Esther');
    control().misbehave({ drop: true });
    control().pay(link);
    control().misbehave({ drop: false });
    const [paid] = [...control().account.payments.values()].slice(-1);
    const entity = { id: paid?.id, amount: paid?.amount, currency: 'INR', status: 'captured', notes: [] };
    await told('payment.dispute.created', {
      payment: { entity },
      dispute: { entity: { id: 'disp_EARLY' } },
    });
    const open = async () => (await attention()).payments.filter((one) => one.booking?.id === booking);
    expect((await attention()).events).toMatchObject([{ status: 'unmatched' }]);
    expect(await open()).toEqual([]);
    desk.pass({ minutes: 2 });
    await desk.minute();
    expect((await attention()).events).toEqual([]);
    expect(await open()).toMatchObject([{ dispute: 'open', disposition: 'applied' }]);
    await told('payment.dispute.won', { payment: { entity }, dispute: { entity: { id: 'disp_EARLY' } } });
    expect(await open()).toEqual([]);
  });

  test('refunds are listed, the newest first, by page and by state', async () => {
    const all = await listRefundPage(prisma(), desk.scope, {});
    expect(all.rows.length).toBeGreaterThan(1);
    const times = all.rows.map(({ createdAt }) => createdAt);
    expect(times).toEqual([...times].sort().reverse());
    const first = await listRefundPage(prisma(), desk.scope, {}, 1);
    const second = await listRefundPage(prisma(), desk.scope, { after: first.next ?? '' }, 1);
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(
      all.rows.slice(0, 2).map(({ id }) => id),
    );
    expect(await listRefundPage(prisma(), desk.scope, { status: 'failed' })).toEqual({
      rows: [],
      next: null,
    });
  });

  test('a payment shows when it was disputed and how that ended, whatever comes late', async () => {
    const { link, booking } = await held('Fathima');
    control().pay(link);
    await desk.settle();
    const { id, gatewayPaymentId } = await prisma().payment.findFirstOrThrow({
      where: { bookingId: booking },
    });
    const entity = { id: gatewayPaymentId, amount: 100, currency: 'INR', status: 'captured', notes: [] };
    const dispute = (what: string) =>
      told(`payment.dispute.${what}`, { payment: { entity }, dispute: { entity: { id: `disp_${what}` } } });
    const shown = () => loadPayment(prisma(), desk.scope, { payment: id, raw: false });
    await dispute('created');
    expect(await shown()).toMatchObject({
      payment: { dispute: 'open' },
      disputedAt: expect.any(String) as string,
    });
    expect((await attention()).payments.map((one) => one.id)).toContain(id);
    await dispute('won');
    await dispute('under_review');
    expect((await shown()).payment.dispute).toBe('won');
    expect((await attention()).payments.map((one) => one.id)).not.toContain(id);
    expect((await shown()).events.every(({ body }) => body === null)).toBe(true);
    expect((await loadPayment(prisma(), desk.scope, { payment: id, raw: true })).events[0]?.body).toContain(
      'pay',
    );
  });

  test('what the gateway paid out is read from it', async () => {
    desk.pass({ minutes: 4 * 24 * 60 });
    const { known, reachable, payouts } = await loadPayouts(desk.world, desk.scope);
    expect({ known, reachable }).toEqual({ known: true, reachable: true });
    expect(payouts.length).toBeGreaterThan(0);
    desk.pass({ minutes: -4 * 24 * 60 });
  });

  test('a failed refund is sent again as a new one', async () => {
    const { visitor, booking, link, price } = await held('Farida');
    control().pay(link);
    await desk.settle();
    control().account.refundsWait = true;
    await desk.tap(visitor, 'Cancel');
    await desk.tap(visitor, 'Yes, cancel');
    const [waiting] = [...control().account.refunds.values()].filter(({ status }) => status === 'pending');
    control().settleRefund(waiting?.id ?? '', 'failed');
    await desk.settle();
    control().account.refundsWait = false;
    const [failed] = (await attention()).refunds;
    expect(failed).toMatchObject({ status: 'failed' });
    await actOnRefund(at, { refund: failed?.id ?? '', act: { act: 'retry' } });
    await desk.settle();
    expect((await attention()).refunds).toEqual([]);
    expect(await money(booking)).toMatchObject({ keptPaise: 0 });
    await expect(actOnRefund(at, { refund: failed?.id ?? '', act: { act: 'retry' } })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(price).toBeGreaterThan(0);
  });

  test('what somebody says they sent by UPI is seen in the bank, or is not', async () => {
    await connectAccount(desk.world, desk.scope, { gateway: 'upi', address: 'club@bank', payee: 'Club' });
    const { visitor, booking, price } = await held('Gopal');
    await desk.say(visitor, 'paid 412345678901');
    expect((await attention()).claims).toMatchObject([
      { bookingId: booking, claimedReference: '412345678901', amountPaise: price },
    ]);
    await act(booking, { act: 'claim-seen', key: randomUUID(), bankReference: '412345678901' });
    await desk.settle();
    expect(visitor.body()).toContain('Booked');
    expect((await attention()).claims).toEqual([]);
    expect(await money(booking)).toMatchObject({ keptPaise: price, duePaise: 0 });
  });

  test('the day adds up, by who took it and how', async () => {
    const on = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(desk.now());
    const before = await loadDayClose(prisma(), desk.scope, { on, zone });
    const cash = before.drawers.find(({ method }) => method === 'cash');
    const upi = before.drawers.find(({ method }) => method === 'upi');
    expect(cash).toMatchObject({ staffId, name: 'Desk', count: 1 });
    expect(upi?.count).toBe(2);
    await closeDay(at, {
      on,
      zone,
      staffId,
      countedPaise: (cash?.takenPaise ?? 0) - 500,
      note: 'a coin short',
    });
    const { closings } = await loadDayClose(prisma(), desk.scope, { on, zone });
    expect(closings).toMatchObject([
      { expectedPaise: cash?.takenPaise, countedPaise: (cash?.takenPaise ?? 0) - 500, note: 'a coin short' },
    ]);
    const report = await loadReport(prisma(), desk.scope, { from: on, to: on });
    expect(report.money.find(({ method }) => method === 'cash')).toMatchObject({
      takenPaise: cash?.takenPaise,
      count: 1,
    });
    const { rows: told } = await desk.db.database.pool.query<{ taken: string; returned: string }>(
      `SELECT (SELECT sum(amount_paise) FROM payment WHERE method = 'gateway') AS taken,
         (SELECT sum(amount_paise) FROM refund WHERE method = 'gateway' AND status = 'processed') AS returned`,
    );
    expect(report.money.find(({ method }) => method === 'gateway')).toMatchObject({
      takenPaise: Number(told[0]?.taken),
      returnedPaise: Number(told[0]?.returned),
    });
    const { rows: ledger } = await desk.db.database.pool.query<{ asked: string }>(
      `SELECT sum(CASE kind WHEN 'charge' THEN amount_paise ELSE -amount_paise END) AS asked
         FROM ledger_entry WHERE kind IN ('charge', 'write-off')`,
    );
    const today = report.moneyDays.find(({ date }) => date === on);
    expect(today).toMatchObject({
      askedPaise: Number(ledger[0]?.asked),
      returnedPaise: report.money.reduce((sum, one) => sum + one.returnedPaise, 0),
      keptPaise: report.money.reduce((sum, one) => sum + one.takenPaise - one.returnedPaise, 0),
    });
    // What is downloaded says the same.
    const line = reportCsv(report, 'en')
      .split('\r\n')
      .find((one) => one.startsWith(`${on},`) && one.split(',').length === 9);
    const rupees = (paise = 0): string => (paise / 100).toFixed(2);
    expect(line?.split(',').slice(2, 5)).toEqual([
      rupees(today?.taken.gateway),
      rupees(today?.taken.cash),
      rupees(today?.taken.upi),
    ]);
    const { rows } = await desk.db.database.pool.query<{ sum: string }>(
      `SELECT sum(amount_paise) FROM payment WHERE method = 'cash'`,
    );
    expect(Number(rows[0]?.sum)).toBe(cash?.takenPaise);
  });
});

test('cash that is handed back is carried by whoever hands it over', async () => {
  const on = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(desk.now());
  const closed = () => loadDayClose(prisma(), desk.scope, { on, zone });
  const backOf = async () =>
    (await closed()).drawers.find((one) => one.staffId === staffId && one.method === 'cash')?.returnedPaise ??
    0;
  await connectAccount(desk.world, desk.scope);
  const before = await backOf();
  const cash = await held('Hema');
  const take = { act: 'take', key: randomUUID(), amountPaise: cash.price, method: 'cash' } as const;
  await act(cash.booking, { ...take, bankReference: '', note: '' });
  await desk.settle();
  await desk.tap(cash.visitor, 'Cancel');
  await desk.tap(cash.visitor, 'Yes, cancel');
  const handOver = (await attention()).refunds.find(({ payment }) => payment.booking?.id === cash.booking);
  await actOnRefund(at, { refund: handOver?.id ?? '', act: { act: 'handed-over', note: '' } });
  expect(await backOf()).toBe(before + (handOver?.amountPaise ?? 0));
  expect(handOver?.amountPaise).toBe(cash.price);

  day += 1;
  const online = await held('Indra');
  control().pay(online.link);
  await desk.settle();
  control().account.refundsWait = true;
  await desk.tap(online.visitor, 'Cancel');
  await desk.tap(online.visitor, 'Yes, cancel');
  const [waiting] = [...control().account.refunds.values()].filter(({ status }) => status === 'pending');
  control().settleRefund(waiting?.id ?? '', 'failed');
  await desk.settle();
  control().account.refundsWait = false;
  const failed = (await attention()).refunds.find(({ payment }) => payment.booking?.id === online.booking);
  const onlineBack = async () =>
    (await closed()).online.reduce((sum, { returnedPaise }) => sum + returnedPaise, 0);
  const gatewayBefore = await onlineBack();
  await actOnRefund(at, { refund: failed?.id ?? '', act: { act: 'handed-over', note: '' } });
  expect(await backOf()).toBe(before + cash.price + online.price);
  expect(await onlineBack()).toBe(gatewayBefore);
  expect((await closed()).online.map(({ instrument }) => instrument)).toEqual(['upi']);
});

test('one transfer by UPI pays one booking, and the other is named', async () => {
  const [one, other] = [await held('Jaya'), await held('Kumar')];
  const { reference } = await prisma().booking.findFirstOrThrow({ where: { id: one.booking } });
  const upi = (amountPaise: number) =>
    ({
      act: 'take',
      key: randomUUID(),
      amountPaise,
      method: 'upi',
      bankReference: '777788889999',
      note: '',
    }) as const;
  await act(one.booking, upi(one.price));
  await expect(act(other.booking, upi(other.price))).rejects.toMatchObject({
    code: 'conflict',
    fields: [{ message: 'utr-used' }, { path: 'booking', message: reference }],
  });
  expect(await money(other.booking)).toMatchObject({ keptPaise: 0 });
  const { businessId } = desk.scope;
  const row = { businessId, amountPaise: 1, method: 'upi', receivedAt: desk.now(), disposition: 'applied' };
  await expect(
    prisma().payment.create({ data: { ...row, id: randomUUID(), bankReference: '777788889999' } }),
  ).rejects.toThrow(/unique/i);
});

test('of two desks that write one transfer down at once, the other is told where it is', async () => {
  const first = await held('Utr One');
  day += 1;
  const second = await held('Utr Two');
  const both = [first.booking, second.booking];
  // Whether both look before either writes is chance: several rounds make it all but sure.
  for (const round of [1, 2, 3, 4, 5, 6]) {
    const bankReference = `61234567800${String(round)}`;
    const paid = { act: 'take', amountPaise: 100, method: 'upi', bankReference, note: '' } as const;
    const results = await Promise.allSettled(both.map((id) => act(id, { ...paid, key: randomUUID() })));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = results.find((result) => result.status === 'rejected');
    expect(refused?.reason).toMatchObject({
      code: 'conflict',
      fields: [{ path: 'money', message: 'utr-used' }, { path: 'booking' }],
    });
    expect(await prisma().payment.count({ where: { bankReference } })).toBe(1);
  }
});

test('the same act told twice at once is done once', async () => {
  const { booking } = await held('Twice');
  const twice = {
    act: 'take',
    key: randomUUID(),
    amountPaise: 100,
    method: 'cash',
    bankReference: '',
  } as const;
  await Promise.all([1, 2].map(() => act(booking, { ...twice, note: '' })));
  expect(await money(booking)).toMatchObject({ keptPaise: 100 });
});

test('the alerts tell of what is so now', async () => {
  await desk.settle();
  const account = await connectAccount(desk.world, desk.scope).then(() =>
    currentAccount(prisma(), desk.scope),
  );
  const id = account?.id ?? '';
  desk.pass({ minutes: 60 });
  await noteBadSignature(prisma(), desk.scope, { id, at: desk.now() });
  expect((await attention()).alerts).toMatchObject({ badSignatures: 1 });
  await clearSignatureAlert(at);
  await clearSignatureAlert(at);
  expect((await attention()).alerts).toMatchObject({ badSignatures: 0, badSignatureAt: null });
  const { action } = await prisma().auditEntry.findFirstOrThrow({
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  });
  expect(action).toBe('payment-account.clear-signatures');
  await noteBadSignature(prisma(), desk.scope, { id, at: desk.now() });
  expect((await attention()).alerts).toMatchObject({ badSignatures: 1 });
  // A payment is found by looking, and of all events only a refund's was heard.
  const there = { businessId: desk.scope.businessId, accountId: id, receivedAt: desk.now() };
  await prisma().payment.create({
    data: {
      ...there,
      gatewayPaymentId: 'pay_silent',
      id: randomUUID(),
      amountPaise: 100,
      method: 'gateway',
      disposition: 'settled',
    },
  });
  await noteHeard(prisma(), desk.scope, { id, at: desk.now() });
  desk.pass({ minutes: 29 });
  expect((await attention()).alerts).toMatchObject({ silent: false });
  desk.pass({ minutes: 2 });
  expect((await attention()).alerts).toMatchObject({ silent: true });
  desk.pass({ minutes: 24 * 60 });
  expect((await attention()).alerts).toMatchObject({ badSignatures: 0, badSignatureAt: null });
});

test('what is not there is not found', async () => {
  await expect(act('01a00000-0000-7000-8000-000000000000', { act: 'claim-unseen' })).rejects.toMatchObject({
    code: 'not-found',
  });
});
