import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report } from '../reports/schema';
import { scopeOf } from '../tenancy/scope';
import type { BusinessScope } from '../tenancy/types';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { loadReport } from './load-report';
import { seedDemo } from './seed-demo';

let db: TestDatabase;
let scope: BusinessScope;
const now = new Date('2026-11-26T06:00:00Z');
const range = { from: '2026-11-16', to: '2026-11-29' };

beforeAll(async () => {
  db = await createTestDatabase();
  const credentials = { accessToken: 'a', appSecret: 'b', verifyToken: 'c' };
  await seedDemo(db.database, {
    env: { demoPassword: 'not-used-here', whatsapp: null, payments: null, simulator: credentials },
    now,
    seal: (plain) => plain,
  });
  const business = await db.database.prisma.business.findFirstOrThrow();
  scope = scopeOf(business.id);
});
afterAll(() => db.drop());

type Row = {
  status: string;
  source: string;
  service_id: string;
  resource_id: string;
  customer_id: string | null;
  price_paise: number;
  starts_at: Date;
  ends_at: Date;
  created_at: Date;
};

const indiaMs = 330 * 60_000;
const localIso = (at: Date): string => new Date(at.getTime() + indiaMs).toISOString();

/** Every booking of the span, by plain SQL; what a report says is counted from these by hand. */
async function plainRows(from: string, to: string): Promise<Row[]> {
  const { rows } = await db.database.pool.query<Row>(
    `SELECT * FROM booking WHERE business_id = $1 AND status NOT IN ('held', 'expired')
       AND starts_at >= $2::timestamptz AND starts_at < $3::timestamptz + interval '1 day'`,
    [scope.businessId, `${from}T00:00:00+05:30`, `${to}T00:00:00+05:30`],
  );
  return rows;
}

const counted = (rows: Row[]): Row[] => rows.filter((row) => row.status !== 'cancelled');
const value = (rows: Row[]): number =>
  counted(rows).reduce((sum, row) => sum + (row.status === 'no-show' ? 0 : row.price_paise), 0);
const minutes = (row: Row): number => (row.ends_at.getTime() - row.starts_at.getTime()) / 60_000;

function expectTotals(totals: Report['totals'], rows: Row[]): void {
  expect(totals.bookings).toBe(counted(rows).length);
  expect(totals.valuePaise).toBe(value(rows));
  expect(totals.cancelled).toBe(rows.filter((row) => row.status === 'cancelled').length);
  expect(totals.noShows).toBe(rows.filter((row) => row.status === 'no-show').length);
  expect(totals.bookedMinutes).toBe(counted(rows).reduce((sum, row) => sum + minutes(row), 0));
  expect(totals.customers).toBe(new Set(counted(rows).map((row) => row.customer_id)).size);
}

test('the figures are what plain SQL finds, for the span and for the one before it', async () => {
  const report = await loadReport(db.database.prisma, scope, range);
  const rows = await plainRows(range.from, range.to);
  expect(rows.length).toBeGreaterThan(50);
  expectTotals(report.totals, rows);
  expect(report.before).toMatchObject({ from: '2026-11-02', to: '2026-11-15' });
  expectTotals(report.before.totals, await plainRows('2026-11-02', '2026-11-15'));
});

test('days, hours, sources, services, courts and doctors add up to the same', async () => {
  const report = await loadReport(db.database.prisma, scope, range);
  const rows = await plainRows(range.from, range.to);
  for (const day of report.days) {
    const own = rows.filter((row) => localIso(row.starts_at).startsWith(day.date));
    expect(day).toMatchObject({ bookings: counted(own).length, valuePaise: value(own) });
  }
  for (const cell of report.hours) {
    const booked = counted(rows).reduce((sum, row) => {
      let own = 0;
      for (let at = row.starts_at.getTime(); at < row.ends_at.getTime(); at += 60_000) {
        const local = new Date(at + indiaMs);
        if ((local.getUTCDay() || 7) === cell.weekday && local.getUTCHours() === cell.hour) own += 1;
      }
      return sum + own;
    }, 0);
    expect(cell.bookedMinutes, JSON.stringify(cell)).toBe(booked);
    expect(cell.openMinutes).toBeGreaterThanOrEqual(0);
  }
  expect(report.sources.reduce((sum, one) => sum + one.bookings, 0)).toBe(report.totals.bookings);
  for (const [list, key] of [
    [report.services, 'service_id'],
    [report.resources, 'resource_id'],
  ] as const) {
    for (const one of list) {
      const own = rows.filter((row) => row[key] === one.id);
      expect(one).toMatchObject({ bookings: counted(own).length, valuePaise: value(own) });
    }
    expect(list.reduce((sum, one) => sum + one.bookings, 0)).toBe(report.totals.bookings);
  }
  expect(report.resources.reduce((sum, one) => sum + one.openMinutes, 0)).toBe(report.openMinutes);
});

test('narrowed to one service it counts that service alone', async () => {
  const whole = await loadReport(db.database.prisma, scope, range);
  const [first] = whole.services;
  if (!first) throw new Error('The demo has services.');
  const narrowed = await loadReport(db.database.prisma, scope, { ...range, serviceId: first.id });
  expect(narrowed.totals.bookings).toBe(first.bookings);
  expect(narrowed.services.map((one) => one.id)).toEqual([first.id]);
  expect(narrowed.openMinutes).toBeLessThan(whole.openMinutes);
});

test('a span without bookings is full of zeros, not of nothing', async () => {
  const report = await loadReport(db.database.prisma, scope, { from: '2020-01-01', to: '2020-01-07' });
  expect(report.totals).toMatchObject({ bookings: 0, valuePaise: 0, leadMinutes: null });
  expect(report.days).toEqual([]);
  expect(report.openMinutes).toBeGreaterThan(0);
});
