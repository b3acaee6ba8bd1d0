import { randomUUID } from 'node:crypto';
import { NextRequest } from 'next/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../db/new-id';
import type { Role } from '../kernel/roles';
import { bookingMoney, paymentList } from '../payments/desk/schema';
import { ChatDesk } from '../testing/chat-desk';
import { makeSampleClub } from '../testing/sample-club';
import { findStaffRoutes, type FoundRoute } from './find-staff-routes';
import { sessionCookie } from './session-cookie';

let desk: ChatDesk;
let routes: FoundRoute[];
let foreign: string;
let booking: string;
let paymentId: string;
let price: number;
const cookies = new Map<Role, string>();
const evil = '<script>alert("x")</script> =HYPERLINK("http://x")';

beforeAll(async () => {
  desk = await ChatDesk.open();
  await desk.takePayments('court');
  Object.assign(globalThis, { neramWorld: { ...desk.world, databaseUrl: desk.db.url, secret: desk.secret } });
  routes = await findStaffRoutes();
  foreign = (await makeSampleClub(desk.db.database)).scope.businessId;
  for (const role of ['owner', 'staff'] as const) {
    const id = newId();
    const user = await prisma().staffUser.create({
      data: { id, email: `${role}@money.test`, name: role, passwordHash: 'none' },
    });
    await prisma().membership.create({
      data: { businessId: desk.scope.businessId, id: newId(), userId: id, role },
    });
    if (role === 'owner')
      await prisma().membership.create({ data: { businessId: foreign, id: newId(), userId: id, role } });
    cookies.set(role, (await sessionCookie(user)).split(';')[0] ?? '');
  }
  const visitor = desk.visitor('Anbu');
  await desk.say(visitor, 'court 28/11 10 am');
  await desk.tap(visitor, 'Anbu');
  await desk.tap(visitor, 'Confirm');
  const row = await prisma().booking.findFirstOrThrow();
  booking = row.id;
  price = row.pricePaise;
  const attempt = await prisma().paymentAttempt.findFirstOrThrow();
  desk.razorpay.control.pay(attempt.linkId ?? '');
  await desk.settle();
  paymentId = (await prisma().payment.findFirstOrThrow()).id;
}, 120_000);
afterAll(() => desk.close());

const prisma = () => desk.db.database.prisma;

async function call(
  method: 'GET' | 'POST',
  path: string,
  options: {
    role?: Role;
    business?: string;
    params?: Record<string, string>;
    query?: string;
    body?: object;
  } = {},
): Promise<{ status: number; type: string; text: string; json: unknown }> {
  const { role = 'owner', business = 'demo', params = {}, query = '', body } = options;
  const found = routes.find((one) => one.method === method && one.path === path);
  if (!found) throw new Error(`No route ${method} ${path}`);
  const request = new NextRequest(`http://localhost:3000/api/businesses/${business}/${path}${query}`, {
    method,
    headers: { cookie: cookies.get(role) ?? '', 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer = await found.route(request, { params: Promise.resolve({ business, ...params }) });
  const text = await answer.text();
  const type = answer.headers.get('content-type') ?? '';
  return { status: answer.status, type, text, json: type.includes('json') ? JSON.parse(text) : null };
}

const moneyPath = 'bookings/[booking]/money';
const act = (body: object, role: Role = 'owner') =>
  call('POST', moneyPath, { role, params: { booking }, body: { key: randomUUID(), ...body } });
const refund = (amountPaise: unknown, change: object = {}) => ({
  ...{ act: 'refund', paymentId, amountPaise, reason: 'rain', tell: false },
  ...{ afterwards: 'let-go' },
  ...change,
});
const take = (amountPaise: unknown) => ({
  act: 'take',
  amountPaise,
  method: 'cash',
  bankReference: '',
  note: '',
});
const discount = (amountPaise: unknown) => ({ act: 'discount', amountPaise, reason: 'rain' });
const books = async () => ({
  payments: await prisma().payment.count(),
  refunds: await prisma().refund.count(),
  ledger: await prisma().ledgerEntry.count(),
});

test('who stands at the desk takes money, and gives none back or away', async () => {
  const before = await books();
  for (const body of [refund(100), discount(100), { act: 'return-surplus', amountPaise: 100 }]) {
    const answer = await act(body, 'staff');
    expect(answer).toMatchObject({ status: 403, type: 'application/problem+json' });
  }
  expect(await books()).toEqual(before);
});

test.each([
  ['negative', -1],
  ['nothing', 0],
  ['fractional', 1.5],
  ['text', '100'],
  ['missing', undefined],
  ['null', null],
  ['beyond all sense', 1e12],
])('an amount that is %s is refused with its field named, and changes nothing', async (_, amount) => {
  const before = await books();
  for (const body of [refund(amount), take(amount), discount(amount)]) {
    const answer = await act(body);
    expect(answer).toMatchObject({
      status: 400,
      type: 'application/problem+json',
      json: { status: 400, errors: [{ path: 'amountPaise' }] },
    });
    expect(answer.text).not.toMatch(/ at .*\.ts|stack/i);
  }
  expect(await books()).toEqual(before);
});

test('more than was paid does not go back, and more than is due is not taken or let go', async () => {
  const before = await books();
  for (const body of [refund(price + 1), take(1), discount(price + 1)]) {
    const answer = await act(body);
    expect([body.act, answer.status, answer.type]).toEqual([body.act, 409, 'application/problem+json']);
  }
  // Of another business's payment, or of none, nothing goes back either.
  const stranger = await act(refund(100, { paymentId: randomUUID() }));
  expect([404, 409]).toContain(stranger.status);
  expect(await books()).toEqual(before);
});

test('HTML and formulas in a note go through as text, and stay text in what is downloaded', async () => {
  await prisma().customer.updateMany({ where: { profileName: 'Anbu' }, data: { name: `=${evil}` } });
  await prisma().booking.updateMany({ where: { id: booking }, data: { attendeeName: `=${evil}` } });
  const done = await act(refund(100, { reason: evil }));
  expect(done.status).toBe(200);
  expect(done.type).toContain('application/json');
  const [payment] = bookingMoney.parse(done.json).payments;
  expect(payment?.refunds).toMatchObject([{ note: evil, amountPaise: 100 }]);
  await desk.settle();
  const csv = await call('GET', 'bookings/export', { query: '?from=2026-11-20&to=2026-12-20&format=csv' });
  expect(csv).toMatchObject({ status: 200 });
  expect(csv.type).toContain('text/csv');
  // A cell that began with "=" would be worked out by the reader's spreadsheet.
  expect(csv.text).toContain(`"'=<script>`);
  expect(csv.text).not.toMatch(/(^|[,\n])"?=/);
});

test('payments come in pages, in one order, none twice and none left out', async () => {
  const at = new Date('2026-11-20T06:00:00Z');
  // Many of one moment: only their ids tell them apart.
  await prisma().payment.createMany({
    data: Array.from({ length: 130 }, (_, n) => ({
      businessId: desk.scope.businessId,
      id: newId(),
      amountPaise: 100 + n,
      method: n % 3 === 0 ? 'card' : 'cash',
      receivedAt: new Date(at.getTime() + Math.floor(n / 40) * 1000),
      disposition: 'settled',
      bookingId: booking,
    })),
  });
  const seen: string[] = [];
  let after: string | null = '';
  for (let page = 0; after !== null; page += 1) {
    const query: string = after === '' ? '' : `?after=${encodeURIComponent(after)}`;
    const { status, json } = await call('GET', 'payments', { query });
    expect(status).toBe(200);
    const { rows, next } = paymentList.parse(json);
    seen.push(...rows.map(({ id }) => id));
    after = next;
    // What comes in while somebody turns the pages moves none of them.
    if (page === 0)
      await prisma().payment.create({
        data: {
          ...{ businessId: desk.scope.businessId, id: newId(), amountPaise: 1, method: 'cash' },
          ...{ receivedAt: desk.now(), disposition: 'settled', bookingId: booking },
        },
      });
  }
  expect(seen).toHaveLength(131);
  expect(new Set(seen).size).toBe(131);
  const cards = paymentList.parse((await call('GET', 'payments', { query: '?method=card' })).json);
  expect(cards.rows).toHaveLength(44);
  expect(cards.rows.every(({ method }) => method === 'card')).toBe(true);
  const applied = paymentList.parse((await call('GET', 'payments', { query: '?disposition=applied' })).json);
  expect(applied.rows.map(({ id }) => id)).toEqual([paymentId]);
});

test('days are the business’s own, to the second', async () => {
  const { businessId } = desk.scope;
  const [last, first] = [newId(), newId()];
  const base = { businessId, amountPaise: 7, method: 'upi', disposition: 'settled', bookingId: booking };
  await prisma().payment.createMany({
    data: [
      { ...base, id: last, receivedAt: new Date('2026-11-10T18:29:59.999Z') },
      { ...base, id: first, receivedAt: new Date('2026-11-10T18:30:00Z') },
    ],
  });
  const on = async (date: string) =>
    paymentList
      .parse((await call('GET', 'payments', { query: `?from=${date}&to=${date}&method=upi` })).json)
      .rows.map(({ id }) => id);
  expect(await on('2026-11-10')).toEqual([last]);
  expect(await on('2026-11-11')).toEqual([first]);
});

test('another business sees none of it, whichever page or payment it asks for', async () => {
  const own = paymentList.parse((await call('GET', 'payments')).json);
  expect(own.rows.length).toBeGreaterThan(0);
  for (const query of ['', `?after=${encodeURIComponent(own.next ?? '')}`, '?q=Anbu', '?disposition=applied'])
    expect((await call('GET', 'payments', { business: foreign, query })).json).toEqual({
      rows: [],
      next: null,
    });
  const one = await call('GET', 'payments/[payment]', { business: foreign, params: { payment: paymentId } });
  expect(one.status).toBe(404);
  const settled = await call('POST', 'payments/[payment]', {
    ...{ business: foreign, params: { payment: paymentId }, body: { act: 'settle', note: 'x' } },
  });
  expect(settled.status).toBe(404);
});

test.each([
  ['a page that never was', `?after=${encodeURIComponent('2026-11-20T06:00:00.000Z|nonsense')}`],
  ['a page without a time', '?after=%7Cx'],
  ['a search of characters that no text has', '?q=%00'],
  ['a search of quotes and wildcards', `?q=${encodeURIComponent(`%_'";--`)}`],
])('%s is no fault of ours', async (_, query) => {
  for (const path of ['payments', 'payments/refunds']) {
    const { status } = await call('GET', path, { query });
    expect([path, [200, 400].includes(status)]).toEqual([path, true]);
  }
});
