import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskBookings, type DeskFilters } from '../booking/desk/queries';
import { streamXlsxRows } from 'hucre/xlsx';
import { bookingsCsv } from '../web/bookings-csv';
import { bookingsXlsx } from '../web/bookings-xlsx';
import { newId } from '../db/new-id';
import { readsWhole } from '../testing/read-plans';
import { makeSampleClub, type SampleClub } from '../testing/sample-club';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { listBookings, type ListWish } from './list-bookings';

let db: TestDatabase;
let club: SampleClub;
const now = new Date('2026-11-26T06:00:00Z');
const count = 200_000;
const rareId = newId();

/**
 * Two hundred thousand bookings of twenty thousand people, newest last: as a busy place has them, most completed, the
 * rest missed or to come, every tenth made at the desk; and a second service that hardly anybody books.
 */
beforeAll(async () => {
  db = await createTestDatabase();
  club = await makeSampleClub(db.database, { courts: 3 });
  const { businessId } = club.scope;
  const { pool, prisma } = db.database;
  const shape = { name: { en: 'Coaching' }, durationMinutes: [20], stepMinutes: 20, priceBasis: 'visit' };
  await prisma.service.create({
    data: { businessId, id: rareId, kind: 'court', ...shape, pricePaise: 40_000, paymentRule: 'deposit' },
  });
  await pool.query(
    `INSERT INTO customer (business_id, id, name, phone, created_at)
     SELECT $1, gen_random_uuid(), 'Player ' || n, '+9198' || lpad(n::text, 8, '0'), now()
     FROM generate_series(1, 20000) n`,
    [businessId],
  );
  await pool.query(
    `INSERT INTO attendee (business_id, id, customer_id, name, relation, created_at)
     SELECT business_id, gen_random_uuid(), id, 'Guest of ' || name, 'other', now() FROM customer WHERE business_id = $1`,
    [businessId],
  );
  await pool.query(
    `WITH people AS (SELECT id, row_number() OVER (ORDER BY name) AS n FROM customer WHERE business_id = $1 AND phone IS NOT NULL)
     INSERT INTO booking (business_id, id, reference, service_id, resource_id, customer_id, attendee_name, status,
       starts_at, ends_at, price_paise, source, created_at, updated_at)
     SELECT $1, gen_random_uuid(), 'R' || lpad(g::text, 6, '0'), CASE WHEN g % 5000 = 0 THEN $5::uuid ELSE $2::uuid END,
       ($3::uuid[])[1 + g % 3], p.id, 'Player',
       CASE WHEN g % 9973 = 0 THEN 'checked-in' WHEN g % 50 = 0 THEN 'no-show' WHEN g % 12 = 0 THEN 'cancelled'
         WHEN g > 180000 THEN 'confirmed' ELSE 'completed' END,
       '2020-01-01T00:00:00Z'::timestamptz + g * interval '20 minutes',
       '2020-01-01T00:20:00Z'::timestamptz + g * interval '20 minutes', 40000,
       CASE WHEN g % 10 = 0 THEN 'staff' ELSE 'chat' END,
       '2019-12-01T00:00:00Z'::timestamptz + g * interval '20 minutes', now()
     FROM generate_series(1, $4::int) g JOIN people p ON p.n = 1 + g % 20000`,
    [businessId, club.serviceId, club.courts, count, rareId],
  );
  await pool.query('ANALYZE booking; ANALYZE customer; ANALYZE attendee;');
}, 300_000);
afterAll(() => db.drop());

const desk = { zone: 'Asia/Kolkata', within: null, now };
const list = (wish: ListWish) => listBookings(db.database.prisma, club.scope, desk, wish);

async function scannedWhole(
  filters: Omit<DeskFilters, 'now'>,
  after: { at: Date; id: string } | null = null,
) {
  const { text, values } = deskBookings(club.scope, { ...filters, now }, { after, limit: 51 });
  const client = await db.database.pool.connect();
  try {
    // Twenty thousand people are still so few that reading them all is a fair choice; it may not be the only one.
    await client.query(`SET enable_seqscan = ${filters.q ? 'off' : 'on'}`);
    const read = await readsWhole(client, { text, values });
    return read.filter((name) => ['booking', 'customer', 'attendee'].includes(name));
  } finally {
    await client.query('RESET enable_seqscan');
    client.release();
  }
}

describe('the list of bookings', () => {
  test('never reads a whole large table, in any order, on any page, for any search', async () => {
    const after = { at: new Date('2024-05-05T10:00:00Z'), id: '00000000-0000-0000-0000-000000000000' };
    const from = new Date('2024-05-01T00:00:00Z');
    const to = new Date('2024-05-08T00:00:00Z');
    for (const filters of [
      {},
      { sort: 'created' },
      { sort: 'start', order: 'asc' },
      { from, to },
      { from, to, status: 'confirmed' },
      { over: false, order: 'asc' },
      { over: true },
      { over: true, status: 'no-show' },
      { status: 'cancelled' },
      { status: 'held' },
      { source: 'staff' },
      { source: 'chat', order: 'asc' },
      { status: 'checked-in', over: false },
      { serviceId: club.serviceId, from },
      { serviceId: rareId },
      { resourceId: club.courts[0] ?? '' },
      { resourceId: club.courts[1] ?? '', status: 'completed', sort: 'created' },
      { payment: 'venue' },
      { payment: 'none', over: false },
      { payment: 'deposit' },
      { payment: 'full', from, to },
      { q: 'Player 1234' },
      { q: '98 0001' },
      { q: 'R012345' },
      { q: 'nobody at all' },
    ] as const) {
      expect(await scannedWhole(filters), JSON.stringify(filters)).toEqual([]);
      expect(await scannedWhole(filters, after), JSON.stringify(filters)).toEqual([]);
    }
  });

  test('pages follow one another without a gap or a repetition, in both orders', async () => {
    for (const order of ['asc', 'desc'] as const) {
      const seen: string[] = [];
      let after: string | undefined;
      for (let page = 0; page < 4; page += 1) {
        const { rows, next } = await list({ order, from: '2024-05-01', ...(after && { after }) });
        seen.push(...rows.map((row) => row.startsAt));
        after = next ?? undefined;
      }
      expect(seen.length).toBe(200);
      expect(new Set(seen).size).toBe(200);
      const sorted = [...seen].sort();
      expect(seen).toEqual(order === 'asc' ? sorted : sorted.reverse());
    }
  });

  test('looks ahead where nothing is said, the soonest first, and back or by days where it is', async () => {
    // A game that is being played is not over yet.
    const late = new Date('2024-05-05T10:10:00Z');
    const seen = async (wish: ListWish) =>
      (await listBookings(db.database.prisma, club.scope, { ...desk, now: late }, wish)).rows.map(
        (row) => row.startsAt,
      );
    expect((await seen({})).slice(0, 2)).toEqual(['2024-05-05T10:00:00.000Z', '2024-05-05T10:20:00.000Z']);
    expect((await seen({ period: 'past' }))[0]).toBe('2024-05-05T09:40:00.000Z');
    expect((await seen({ from: '2024-05-01', to: '2024-05-01' }))[0]).toBe('2024-05-01T18:20:00.000Z');
    expect((await seen({ sort: 'created' }))[0]).not.toBe('2024-05-05T10:00:00.000Z');
  });

  test('is narrowed by how it is paid: as its service asks, and nothing for what costs nothing', async () => {
    const { prisma } = db.database;
    const [, free] = (await list({ from: '2024-05-01' })).rows;
    await prisma.booking.updateMany({ where: { id: free?.id ?? '' }, data: { pricePaise: 0 } });
    const none = await list({ payment: 'none', period: 'all' });
    expect(none.rows).toMatchObject([{ id: free?.id, payment: 'none' }]);
    expect(new Set((await list({ payment: 'venue', period: 'all' })).rows.map((row) => row.payment))).toEqual(
      new Set(['venue']),
    );
    expect((await list({ payment: 'deposit', period: 'all' })).rows).toHaveLength(count / 5000);
    expect((await list({ payment: 'full', period: 'all' })).rows).toEqual([]);
  });

  test('finds by name, by number with gaps, and by reference', async () => {
    const byReference = await list({ q: 'r012345' });
    expect(byReference.rows.map((row) => row.reference)).toEqual(['R012345']);
    const [row] = byReference.rows;
    const byPhone = await list({ q: `${row?.phone?.slice(3, 8) ?? ''} ${row?.phone?.slice(8) ?? ''}` });
    expect(new Set(byPhone.rows.map((one) => one.customerName))).toEqual(new Set([row?.customerName]));
    expect((await list({ q: row?.customerName ?? '' })).rows.length).toBeGreaterThan(0);
    expect((await list({ q: '100%_' })).rows).toEqual([]);
  });

  test('a practitioner’s list holds their own calendar alone', async () => {
    const [own = '', other = ''] = club.courts;
    const rows = await listBookings(
      db.database.prisma,
      club.scope,
      { ...desk, within: own },
      { resourceId: other },
    );
    expect(new Set(rows.rows.map((row) => row.resourceId))).toEqual(new Set([own]));
  });
});

const whole = (filters: { from?: Date } = {}) => ({
  scope: club.scope,
  filters: { ...filters, now },
  language: 'en' as const,
  zone: 'Asia/Kolkata',
});

/** The database, with its statements counted. */
function counted() {
  let statements = 0;
  const prisma = new Proxy(db.database.prisma, {
    get: (target, name, self) => {
      if (name === '$queryRaw') statements += 1;
      return Reflect.get(target, name, self) as unknown;
    },
  });
  return { prisma, statements: () => statements };
}

describe('a list of two hundred thousand', () => {
  test.each(['csv', 'xlsx'] as const)(
    'is read only as far as its %s file has been taken, and no further once nobody wants it',
    async (format) => {
      const { prisma, statements } = counted();
      const { stream } = await (format === 'csv' ? bookingsCsv : bookingsXlsx)(prisma, whole());
      const reader = stream.getReader();
      for (let piece = 0; piece < 4; piece += 1) await reader.read();
      // Far from the two hundred pages that there are.
      expect(statements()).toBeLessThan(20);
      await reader.cancel();
      const before = statements();
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(statements() - before).toBeLessThan(2);
    },
  );

  test('comes whole in Excel, about as large as was told, and every row is as in the CSV', async () => {
    const { prisma } = db.database;
    const of = whole({ from: new Date('2026-06-01T00:00:00Z') });
    const made = await bookingsXlsx(prisma, of);
    const file = new Uint8Array(await new Response(made.stream).arrayBuffer());
    expect(made.total).toBeGreaterThan(30_000);
    expect(file.length / made.expectedBytes).toBeGreaterThan(0.7);
    expect(file.length / made.expectedBytes).toBeLessThan(1.4);
    const { stream } = await bookingsCsv(prisma, of);
    const lines = (await new Response(stream).text()).trim().split('\r\n');
    let place = 0;
    for await (const { values } of streamXlsxRows(file)) {
      // Quotes and the mark of text are the CSV's own; no value of this table holds a comma.
      const line = (lines[place] ?? '').replace(/^\uFEFF/, '').replaceAll(/"|(?<=^|,)'/g, '');
      if (line !== values.map((value) => String(value ?? '')).join(',')) expect(values.join(',')).toBe(line);
      place += 1;
    }
    expect(place).toBe(made.total + 1);
  });
});

test('the CSV holds every row once, and no cell starts a formula', async () => {
  const { prisma } = db.database;
  const first = await prisma.booking.findFirstOrThrow({ where: { reference: 'R012345' } });
  await prisma.booking.updateMany({
    where: { id: first.id },
    data: { attendeeName: '=HYPERLINK("http://evil")' },
  });
  const dayStart = new Date(first.startsAt.getTime() - 3 * 86_400_000);
  const filters = { from: dayStart, to: new Date(dayStart.getTime() + 40 * 86_400_000), now };
  const { total, stream } = await bookingsCsv(prisma, {
    scope: club.scope,
    filters,
    language: 'ta',
    zone: 'Asia/Kolkata',
  });
  const text = await new Response(stream).text();
  const lines = text.trim().split('\r\n');
  expect(lines.length).toBe(total + 1);
  expect(total).toBe(40 * 72);
  expect(lines.filter((line) => line.includes('R012345'))).toHaveLength(1);
  expect(text).toContain(`'=HYPERLINK`);
  expect(text).not.toMatch(/(^|,)"?=HYPERLINK/m);
});
