import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmBooking } from '../../booking/commands/confirm-booking';
import { holdSlot } from '../../booking/commands/hold-slot';
import { newId } from '../../db/new-id';
import { transaction } from '../../db/transaction';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { makeSampleClub, type SampleClub } from '../../testing/sample-club';
import { receiptsCsv } from '../../web/receipts-csv';
import { issueReceipt } from './issue-receipt';
import { eachReceipt, listReceipts } from './list-receipts';

let db: TestDatabase;
let club: SampleClub;
let now = new Date('2026-10-31T18:29:00Z');
const zone = 'Asia/Kolkata';

beforeAll(async () => {
  db = await createTestDatabase(5);
  club = await makeSampleClub(db.database, { courts: 60 });
  // 31 October, 23:59 in Kolkata; then a minute later, in November.
  await paid();
  now = new Date('2026-10-31T18:30:00Z');
  for (let count = 0; count < 52; count += 1) await paid();
});
afterAll(() => db.drop());

async function paid(): Promise<void> {
  const { businessId } = club.scope;
  await transaction(db.database, async (tx) => {
    const held = await holdSlot(
      tx,
      club.scope,
      club.wish({ startsAt: new Date('2026-12-01T04:00:00Z'), now }),
    );
    if (!held.ok) throw new Error(held.reason);
    const bookingId = held.value.id;
    await confirmBooking(tx, club.scope, { bookingId, actor: { kind: 'customer' }, now });
    const id = newId();
    const money = { businessId, bookingId, amountPaise: 40_000, method: 'cash' };
    await tx.payment.create({ data: { ...money, id, receivedAt: now, disposition: 'applied' } });
    const line = { kind: 'payment', key: id, at: now, actor: { kind: 'staff' } };
    await tx.ledgerEntry.create({ data: { ...money, ...line, id: newId() } });
    await issueReceipt({ clock: { now: () => now } }, tx, club.scope, { bookingId });
  });
}

const list = (wish: Parameters<typeof listReceipts>[3]) =>
  listReceipts(db.database.prisma, club.scope, zone, wish);

test('receipts come newest first, by pages, none twice', async () => {
  const first = await list({});
  expect(first.rows).toHaveLength(50);
  expect(first.rows[0]?.number).toBe('R/26-27/0053');
  const second = await list({ after: first.next ?? '' });
  expect(second.rows.map((row) => row.number)).toEqual(['R/26-27/0003', 'R/26-27/0002', 'R/26-27/0001']);
  expect(second.next).toBeNull();
});

test('a month is that of the business', async () => {
  expect((await list({ month: '2026-10' })).rows.map((row) => row.number)).toEqual(['R/26-27/0001']);
  expect((await list({ month: '2026-11' })).rows).toHaveLength(50);
  expect((await list({ month: '2026-12' })).rows).toEqual([]);
});

test('one is found by number, reference and name, whatever else is typed', async () => {
  const [row] = (await list({ q: '26-27/0007' })).rows;
  expect(row).toMatchObject({ number: 'R/26-27/0007', customerName: 'Sample' });
  expect((await list({ q: row?.reference ?? '' })).rows).toEqual([row]);
  expect((await list({ q: 'sampl' })).rows).toHaveLength(50);
  for (const q of ['%', "'", '\\']) expect((await list({ q })).rows).toEqual([]);
});

test('a month is exported with every receipt once, and adds up', async () => {
  const pages = eachReceipt(db.database.prisma, club.scope, { month: '2026-11', zone });
  const text = await new Response(receiptsCsv(pages, 'en')).text();
  const [head, ...rows] = text.trim().split('\r\n');
  expect(head).toContain('Number,Date,Kind');
  expect(rows).toHaveLength(52);
  expect(rows.at(-1)).toMatch(/^R\/26-27\/0002,2026-11-01,Receipt,,Sample,\w{6},Sample,,,,,,400,cash,$/);
});
