import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmBooking } from '../../booking/commands/confirm-booking';
import { holdSlot } from '../../booking/commands/hold-slot';
import { newId } from '../../db/new-id';
import { transaction } from '../../db/transaction';
import { checkMessage } from '../../messaging/check-message';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { linkToken } from '../../vault/link-token';
import { makeSampleClub, type SampleClub } from '../../testing/sample-club';
import { findReceipts, issueReceipt } from './issue-receipt';
import { linkedReceipt, receiptFile, receiptLink } from './receipt-file';
import { issueAtDesk, loadReceipts } from './receipts-at-desk';
import { receiptMessage } from './send-receipt';

let db: TestDatabase;
let now = new Date('2026-11-26T04:00:00Z');
const world = { clock: { now: () => now } };

beforeAll(async () => {
  db = await createTestDatabase(35);
});
afterAll(() => db.drop());

async function book(club: SampleClub, hour: number): Promise<string> {
  const startsAt = new Date(Date.UTC(2026, 10, 27, hour));
  const made = await transaction(db.database, async (tx) => {
    const held = await holdSlot(tx, club.scope, club.wish({ startsAt, now }));
    if (!held.ok) return held;
    const { id: bookingId } = held.value;
    return confirmBooking(tx, club.scope, { bookingId, actor: { kind: 'customer' }, now });
  });
  if (!made.ok) throw new Error(made.reason);
  return made.value.id;
}

/** Money for a booking as the commands of payments write it. */
async function pay(club: SampleClub, bookingId: string, amountPaise: number): Promise<string> {
  const { businessId } = club.scope;
  const id = newId();
  const money = { businessId, bookingId, amountPaise, method: 'cash' };
  await db.database.prisma.payment.create({
    data: { ...money, id, receivedAt: now, disposition: 'applied', decidedAt: now },
  });
  await db.database.prisma.ledgerEntry.create({
    data: { ...money, id: newId(), kind: 'payment', key: id, at: now, actor: { kind: 'staff' } },
  });
  await db.database.prisma.booking.update({
    where: { businessId_id: { businessId, id: bookingId } },
    data: { keptPaise: { increment: amountPaise } },
  });
  return id;
}

async function payBack(
  club: SampleClub,
  of: { bookingId: string; paymentId: string; amountPaise: number; status: string },
) {
  const { businessId } = club.scope;
  const data = {
    businessId,
    id: newId(),
    ...of,
    method: 'cash',
    reason: 'staff',
    requestedBy: { kind: 'staff' },
  };
  await db.database.prisma.refund.create({ data: { ...data, createdAt: now, endedAt: now } });
  return data.id;
}

const issue = (club: SampleClub, bookingId: string) =>
  transaction(db.database, (tx) => issueReceipt(world, tx, club.scope, { bookingId }));

const register = (club: SampleClub) =>
  transaction(db.database, async (tx) => {
    const { businessId } = club.scope;
    await tx.business.update({
      where: { id: businessId },
      data: { gstin: '33AAPFU0939F1Z2', legalName: 'Kalai Sports LLP', receiptPrefix: 'KS' },
    });
    await tx.service.updateMany({ where: { businessId }, data: { gstPercent: 18, sac: '999652' } });
  });

test('nothing paid has no document', async () => {
  const club = await makeSampleClub(db.database);
  const bookingId = await book(club, 1);
  expect(await issue(club, bookingId)).toEqual([]);
  expect(await findReceipts(db.database.prisma, club.scope, { bookingId })).toEqual({
    issued: [],
    due: false,
  });
  expect(await issue(club, newId())).toEqual([]);
});

test('a payment has one document, however often it is asked for, and it never changes', async () => {
  const club = await makeSampleClub(db.database);
  const bookingId = await book(club, 1);
  await pay(club, bookingId, 40_000);
  expect(await findReceipts(db.database.prisma, club.scope, { bookingId })).toEqual({
    issued: [],
    due: true,
  });
  const together = await Promise.all([1, 2, 3, 4, 5].map(() => issue(club, bookingId)));
  const [first] = together;
  for (const each of together) expect(each).toEqual(first);
  expect(first).toHaveLength(1);
  expect(first?.[0]?.snapshot).toMatchObject({
    kind: 'receipt',
    number: 'R/26-27/0001',
    amountPaise: 40_000,
    tax: null,
    booking: { askedPaise: 40_000, duePaise: 0 },
    customer: { name: 'Sample' },
  });
  await register(club);
  expect(await issue(club, bookingId)).toEqual(first);
  expect(await findReceipts(db.database.prisma, club.scope, { bookingId })).toEqual({
    issued: first,
    due: false,
  });
});

test('a later payment has a further document, a refund that has arrived a credit note with the tax taken back', async () => {
  const club = await makeSampleClub(db.database);
  await register(club);
  const bookingId = await book(club, 1);
  await pay(club, bookingId, 11_800);
  const [deposit] = await issue(club, bookingId);
  expect(deposit?.snapshot).toMatchObject({
    kind: 'tax-invoice',
    number: 'KS/26-27/0001',
    tax: { percent: 18, taxablePaise: 10_000, cgstPaise: 900, sgstPaise: 900, state: '33' },
    booking: { duePaise: 28_200 },
    business: { legalName: 'Kalai Sports LLP' },
  });
  const rest = await pay(club, bookingId, 28_200);
  await payBack(club, { bookingId, paymentId: rest, amountPaise: 5_900, status: 'failed' });
  await payBack(club, { bookingId, paymentId: rest, amountPaise: 5_900, status: 'submitted' });
  expect((await issue(club, bookingId)).map((one) => one.snapshot.number)).toEqual([
    'KS/26-27/0001',
    'KS/26-27/0002',
  ]);
  await payBack(club, { bookingId, paymentId: rest, amountPaise: 5_900, status: 'processed' });
  const all = await issue(club, bookingId);
  expect(all).toHaveLength(3);
  expect(all[2]?.snapshot).toMatchObject({
    kind: 'credit-note',
    number: 'KS/26-27/0003',
    amountPaise: 5_900,
    tax: { taxablePaise: 5_000, cgstPaise: 450, sgstPaise: 450 },
    refunded: { of: 'KS/26-27/0002', method: 'cash' },
  });
});

test('thirty issued at once are numbered 1 to 30, one rolled back leaves no gap', async () => {
  const club = await makeSampleClub(db.database, { courts: 30 });
  const bookings: string[] = [];
  for (let count = 0; count < 31; count += 1) {
    const bookingId = await book(club, 1 + Math.floor(count / 30));
    await pay(club, bookingId, 100);
    bookings.push(bookingId);
  }
  const [spoilt = '', ...others] = bookings;
  const failed = transaction(db.database, async (tx) => {
    await issueReceipt(world, tx, club.scope, { bookingId: spoilt });
    throw new Error('spoilt');
  });
  const [, ...issued] = await Promise.all([
    expect(failed).rejects.toThrow('spoilt'),
    ...others.map((bookingId) => issue(club, bookingId)),
  ]);
  const sequences = issued.map(([one]) => Number(one?.snapshot.number.slice(-4))).sort((a, b) => a - b);
  expect(sequences).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  const [last] = await issue(club, spoilt);
  expect(last?.snapshot.number).toBe('R/26-27/0031');
});

test('the series begins anew on 1 April by the clocks of the business', async () => {
  const club = await makeSampleClub(db.database, { courts: 2 });
  const before = now;
  const [one, other] = [await book(club, 1), await book(club, 1)];
  for (const bookingId of [one, other]) await pay(club, bookingId, 100);
  // In Kolkata it is 31 March, 23:59, and a minute later 1 April.
  now = new Date('2027-03-31T18:29:00Z');
  const [old] = await issue(club, one);
  now = new Date('2027-03-31T18:30:00Z');
  const [fresh] = await issue(club, other);
  now = before;
  expect([old?.snapshot.number, fresh?.snapshot.number]).toEqual(['R/26-27/0001', 'R/27-28/0001']);
});

test('the desk issues once, leaves one line in the log, and a practitioner reaches their own calendar only', async () => {
  const club = await makeSampleClub(db.database);
  const bookingId = await book(club, 1);
  await pay(club, bookingId, 40_000);
  const prisma = db.database.prisma;
  const desk = { booking: bookingId, within: null };
  expect(await loadReceipts(prisma, club.scope, desk)).toEqual({ issued: [], due: true });
  const actor = { userId: newId(), name: 'Kalai', role: 'staff', address: '', agent: '' } as const;
  const made = await issueAtDesk({ ...world, database: db.database }, club.scope, { ...desk, actor });
  expect(made).toMatchObject({ issued: [{ number: 'R/26-27/0001', amountPaise: 40_000 }], due: false });
  expect(await issueAtDesk({ ...world, database: db.database }, club.scope, { ...desk, actor })).toEqual(
    made,
  );
  const lines = await prisma.auditEntry.findMany({ where: { businessId: club.scope.businessId } });
  expect(lines).toMatchObject([{ action: 'receipt.issue', after: { numbers: 'R/26-27/0001' } }]);

  const id = made.issued[0]?.id ?? '';
  const file = await receiptFile(prisma, club.scope, { id, language: 'ta', within: null });
  expect(file?.name).toBe('Receipt-R-26-27-0001.pdf');
  expect(await receiptFile(prisma, club.scope, { id, language: 'ta', within: newId() })).toBeNull();
  await expect(loadReceipts(prisma, club.scope, { ...desk, within: newId() })).rejects.toMatchObject({
    code: 'not-found',
  });
  const other = await makeSampleClub(db.database);
  expect(await receiptFile(prisma, other.scope, { id, language: 'ta', within: null })).toBeNull();
});

test('a signed link leads to the file, and no other link does', async () => {
  const club = await makeSampleClub(db.database);
  const bookingId = await book(club, 1);
  await pay(club, bookingId, 40_000);
  const id = (await issue(club, bookingId))[0]?.id ?? '';
  const secret = 'a secret of this test';
  const signing = {
    publicUrl: 'https://neram.test',
    signLink: (parts: readonly string[]) => linkToken(secret, parts),
  };
  const token = receiptLink(signing, club.scope, { id, language: 'ta' }).split('/').at(-1) ?? '';
  const found = await linkedReceipt(db, secret, token);
  expect(found?.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(await linkedReceipt(db, 'another secret', token)).toBeNull();
  const calendar = linkToken(secret, ['b', club.scope.businessId, id]);
  for (const wrong of [
    '',
    token.slice(0, -1),
    calendar,
    linkToken(secret, ['r', club.scope.businessId, newId(), 'ta']),
  ])
    expect(await linkedReceipt(db, secret, wrong)).toBeNull();
});

test('goes into the chat as a file where it can be fetched, as words with its link otherwise', async () => {
  const club = await makeSampleClub(db.database);
  const bookingId = await book(club, 1);
  await pay(club, bookingId, 40_000);
  const [receipt] = await issue(club, bookingId);
  if (!receipt) throw new Error('It was just paid.');
  const message = (publicUrl: string, provider: 'cloud-api' | 'simulator') =>
    receiptMessage({ publicUrl, signLink: (parts) => parts.join('.') }, club.scope, {
      receipt,
      language: 'ta',
      provider,
    });
  const link = `/api/receipts/r.${club.scope.businessId}.${receipt.id}.ta`;
  const caption = 'ரசீது R/26-27/0001 · ₹400';
  const file = { kind: 'document', filename: 'Receipt-R-26-27-0001.pdf', caption };
  expect(message('https://neram.test', 'cloud-api')).toEqual({ ...file, url: `https://neram.test${link}` });
  expect(message('http://localhost:3000', 'simulator')).toEqual({
    ...file,
    url: `http://localhost:3000${link}`,
  });
  expect(message('http://localhost:3000', 'cloud-api')).toEqual({
    kind: 'text',
    body: `${caption}\nhttp://localhost:3000${link}`,
  });
  for (const one of [message('https://neram.test', 'cloud-api'), message('http://neram.test', 'cloud-api')])
    expect(checkMessage(one)).toEqual([]);
});
