import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchCustomers } from '../customers/queries';
import { newId } from '../db/new-id';
import { loadNews } from './load-news';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { overhear, readsWhole } from '../testing/read-plans';
import { makeSampleClub, type SampleClub } from '../testing/sample-club';
import { listChats } from './list-chats';
import { listCustomers } from './list-customers';
import { loadBooking } from './load-booking';
import { loadCalendar } from './load-calendar';
import { loadCustomer } from './load-customer';
import { loadMoveTimes } from './load-move-times';
import { loadQueue } from './load-queue';
import { loadTranscript } from './load-transcript';

let db: TestDatabase;
let club: SampleClub;
let heard: ReturnType<typeof overhear>;
const now = new Date('2020-06-15T06:00:00Z');
/** Of each business. */
const people = 10_000;
const bookings = 20_000;
/** By the clocks of the last bookings made. */
const lately = new Date('2020-09-04T00:00:00Z');
const zone = 'Asia/Kolkata';

/** Nine months of a busy club, every customer with a chat of four messages and two bookings, beside four others like it. */
beforeAll(async () => {
  db = await createTestDatabase();
  heard = overhear(db.database.pool);
  club = await makeSampleClub(db.database, { courts: 3 });
  await fill(club);
  for (let other = 0; other < 4; other += 1) await fill(await makeSampleClub(db.database, { courts: 3 }));
  await db.database.pool.query('ANALYZE');
}, 300_000);
afterAll(() => db.drop());

async function fill({ scope, serviceId, courts }: SampleClub): Promise<void> {
  const { businessId } = scope;
  const { pool } = db.database;
  const channelId = newId();
  await pool.query(
    `INSERT INTO channel (business_id, id, provider, key, phone_number_id, credentials)
     VALUES ($1, $2::uuid, 'cloud-api', $3, '1', 'none')`,
    [businessId, channelId, channelId],
  );
  await pool.query(
    `INSERT INTO customer (business_id, id, name, phone, wa_id, created_at)
     SELECT $1, gen_random_uuid(), 'Player ' || n, '+9198' || lpad(n::text, 8, '0'), '9198' || lpad(n::text, 8, '0'),
       '2019-12-01T00:00:00Z'::timestamptz + n * interval '40 minutes' FROM generate_series(1, $2::int) n`,
    [businessId, people],
  );
  await pool.query(
    `INSERT INTO attendee (business_id, id, customer_id, name, relation, created_at)
     SELECT business_id, gen_random_uuid(), id, 'Guest of ' || name, 'other', now() FROM customer WHERE business_id = $1`,
    [businessId],
  );
  await pool.query(
    `INSERT INTO consent_record (business_id, id, customer_id, purpose, granted, at, source, words, language)
     SELECT business_id, gen_random_uuid(), id, 'own-bookings', true, created_at, 'chat', 'ok', 'en' FROM customer
     WHERE business_id = $1`,
    [businessId],
  );
  await pool.query(
    `INSERT INTO thread (business_id, id, channel_id, customer_id, handled_by, staff_reason, last_inbound_at,
       next_position, seen_position, created_at, updated_at)
     SELECT business_id, gen_random_uuid(), $2, id, 'bot',
       CASE WHEN row_number() OVER (ORDER BY created_at) % 1000 = 0 THEN 'asked' END, created_at, 4, 3, created_at, created_at
     FROM customer WHERE business_id = $1 AND wa_id IS NOT NULL`,
    [businessId, channelId],
  );
  await pool.query(
    `INSERT INTO message (business_id, id, thread_id, position, direction, effect_id, label, content, status, created_at)
     SELECT t.business_id, gen_random_uuid(), t.id, p, CASE WHEN p % 2 = 0 THEN 'in' ELSE 'out' END, t.id || ':' || p,
       'text', '{"kind": "text", "body": "hello", "text": "hello"}', CASE WHEN p % 2 = 0 THEN 'received' ELSE 'read' END,
       t.created_at + p * interval '1 minute'
     FROM thread t, generate_series(0, 3) p WHERE t.business_id = $1`,
    [businessId],
  );
  await pool.query(
    `WITH known AS (SELECT id, row_number() OVER (ORDER BY created_at) AS n FROM customer
       WHERE business_id = $1 AND wa_id IS NOT NULL)
     INSERT INTO booking (business_id, id, reference, service_id, resource_id, customer_id, attendee_name, status,
       starts_at, ends_at, price_paise, source, created_at, updated_at)
     SELECT $1, gen_random_uuid(), 'R' || lpad(g::text, 5, '0'), $2, ($3::uuid[])[1 + g % 3], k.id, 'Player',
       CASE WHEN g % 12 = 0 THEN 'cancelled' ELSE 'confirmed' END,
       '2020-01-01T00:00:00Z'::timestamptz + g * interval '20 minutes',
       '2020-01-01T01:00:00Z'::timestamptz + g * interval '20 minutes', 40000, 'chat',
       '2019-12-01T00:00:00Z'::timestamptz + g * interval '20 minutes', now()
     FROM generate_series(1, $4::int) g JOIN known k ON k.n = 1 + g % $5::int`,
    [businessId, serviceId, courts, bookings, people],
  );
  await pool.query(
    `INSERT INTO booking_event (business_id, id, booking_id, kind, at, actor)
     SELECT business_id, gen_random_uuid(), id, 'confirmed', created_at, '{"kind": "customer"}' FROM booking
     WHERE business_id = $1`,
    [businessId],
  );
  await pool.query(
    `INSERT INTO occupancy (business_id, id, resource_id, unit, kind, during, active, booking_id, created_at)
     SELECT business_id, gen_random_uuid(), resource_id, 1, 'booking', tstzrange(starts_at, ends_at), status = 'confirmed',
       id, created_at FROM booking WHERE business_id = $1`,
    [businessId],
  );
}

const large = [
  'booking',
  'booking_event',
  'occupancy',
  'customer',
  'attendee',
  'consent_record',
  'thread',
  'message',
];

/** Which large tables a page of the dashboard would read from end to end. */
async function wholeReadsOf(work: () => Promise<unknown>): Promise<string[]> {
  const statements = await heard.of(work);
  expect(statements.length, 'reads that were overheard').toBeGreaterThan(0);
  const client = await db.database.pool.connect();
  try {
    const found: string[] = [];
    for (const statement of [...statements]) found.push(...(await readsWhole(client, statement)));
    return found.filter((table) => large.includes(table));
  } finally {
    client.release();
  }
}

const one = async (table: 'customer' | 'thread' | 'booking'): Promise<string> => {
  const { rows } = await db.database.pool.query<{ id: string }>(
    `SELECT id FROM ${table} WHERE business_id = $1 ORDER BY created_at OFFSET 5000 LIMIT 1`,
    [club.scope.businessId],
  );
  return rows[0]?.id ?? '';
};

const calendar = (fromDate: string, toDate: string, court?: number) => () =>
  loadCalendar(db.database.prisma, club.scope, {
    fromDate,
    toDate,
    resourceId: court === undefined ? null : (club.courts[court] ?? ''),
    now,
  });

const reads: [string, () => Promise<unknown>][] = [
  ['the calendar of a day', calendar('2020-06-15', '2020-06-15')],
  ['the calendar of a court’s week', calendar('2020-06-15', '2020-06-21', 1)],
  ['the calendar of a month', calendar('2020-06-01', '2020-07-05')],
  ['the list of chats', () => listChats(db.database.prisma, club.scope, {})],
  [
    'a later page of chats',
    () =>
      listChats(db.database.prisma, club.scope, {
        after: `2020-04-15T06:00:00.000Z_${newId()}`,
      }),
  ],
  ['chats by a name', () => listChats(db.database.prisma, club.scope, { q: 'Player 1234' })],
  ['chats by a number', () => listChats(db.database.prisma, club.scope, { q: '+919800012' })],
  [
    'a chat',
    async () =>
      loadTranscript(db.database.prisma, club.scope, { threadId: await one('thread'), before: 3, now }),
  ],
  ['the list of customers', () => listCustomers(db.database.prisma, club.scope, {})],
  [
    'a later page of customers',
    () => listCustomers(db.database.prisma, club.scope, { after: `2020-04-15T06:00:00.000Z_${newId()}` }),
  ],
  ['customers by a name', () => listCustomers(db.database.prisma, club.scope, { q: 'guest of player 77' })],
  ['customers by a number', () => listCustomers(db.database.prisma, club.scope, { q: '98000 123' })],
  ['customers while typing', () => searchCustomers(db.database.prisma, club.scope, 'ayer 432')],
  ['customers by digits while typing', () => searchCustomers(db.database.prisma, club.scope, '98000 12')],
  [
    'a customer',
    async () => loadCustomer(db.database.prisma, club.scope, { customerId: await one('customer'), now }),
  ],
  ['a booking', () => loadBooking(db.database.prisma, club.scope, { booking: 'R05000', within: null, now })],
  [
    'the times a booking could go to',
    async () =>
      loadMoveTimes(db.database.prisma, club.scope, {
        booking: await one('booking'),
        from: '2020-06-15',
        on: '2020-06-15',
        within: null,
        now,
      }),
  ],
  [
    'the queue of a day',
    () =>
      loadQueue(db.database.prisma, club.scope, {
        resourceId: club.courts[0] ?? '',
        date: '2020-06-15',
        zone,
        now,
      }),
  ],
  [
    'what is new since a minute ago',
    () =>
      loadNews(db.database.prisma, club.scope, {
        since: new Date(lately.getTime() - 60_000),
        now: lately,
        resourceId: null,
        money: true,
      }),
  ],
];

test.each(reads)('%s reads no large table from end to end', async (_, work) => {
  expect(await wholeReadsOf(work)).toEqual([]);
});
