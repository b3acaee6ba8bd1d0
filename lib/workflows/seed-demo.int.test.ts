import { verify } from '@node-rs/argon2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCatalog } from '../catalog/queries';
import { demoBusiness } from '../catalog/demo-business';
import { currentAccount } from '../payments/queries';
import { findChannelByKey } from '../tenancy/queries';
import { scopeOf } from '../tenancy/scope';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { loadAvailability } from './load-availability';
import { seedDemo, type SeedDemoInput } from './seed-demo';

let db: TestDatabase;
const now = new Date('2026-11-23T04:00:00Z');
const input: SeedDemoInput = {
  env: {
    demoPassword: 'a long demo password',
    whatsapp: null,
    payments: { mode: 'built-in', credentials: { gateway: 'upi', address: 'club@bank', payee: 'Club' } },
    simulator: { accessToken: 'token', appSecret: 'secret', verifyToken: 'verify' },
  },
  now,
  seal: (plain) => `sealed:${plain.length}`,
};

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const demoScope = async () => scopeOf((await db.database.prisma.business.findFirstOrThrow()).id);

test('of three seeds at once one founds the demo business and the others leave it alone', async () => {
  const outcomes = await Promise.all([1, 2, 3].map(() => seedDemo(db.database, input)));
  expect(outcomes.filter((each) => each.created)).toHaveLength(1);
  expect(await db.database.prisma.business.count()).toBe(1);
  expect(await seedDemo(db.database, input)).toEqual({ created: false });
});

const withoutId = <T extends { resourceId: string | null }>(row: T) => ({
  ...row,
  resourceId: row.resourceId !== null,
});

test('the catalogue read back is the demo business as described, but for its ids', async () => {
  const catalog = await loadCatalog(db.database.prisma, await demoScope());
  expect(catalog.resources.map((each) => each.name)).toEqual(demoBusiness.resources.map((each) => each.name));
  expect(catalog.services.map(({ offerings }) => offerings.map(withoutId))).toEqual(
    demoBusiness.services.map(({ offerings }) => offerings.map(withoutId)),
  );
  expect(catalog.services.map(({ priceRules }) => priceRules.map(withoutId))).toEqual(
    demoBusiness.services.map(({ priceRules }) => priceRules.map(withoutId)),
  );
  expect(catalog.hours).toHaveLength(demoBusiness.hours.length);
  expect(catalog.closures.map((each) => each.reason.en)).toContain('Republic Day');
  expect(catalog.closures.every((each) => each.reason.ta && each.reason.en)).toBe(true);
});

test('the demo owner signs in with the given password and the channel leads to the business', async () => {
  const owner = await db.database.prisma.staffUser.findUniqueOrThrow({ where: { email: 'owner@demo.test' } });
  expect(await verify(owner.passwordHash, input.env.demoPassword)).toBe(true);
  const channel = await findChannelByKey(db.database.prisma, 'demo');
  expect(channel?.provider).toBe('simulator');
  expect(channel?.scope).toEqual(await demoScope());
});

test('the demo business has the payment account that was given, and asks for nothing before the visit', async () => {
  const scope = await demoScope();
  const account = await currentAccount(db.database.prisma, scope);
  expect(account).toMatchObject({ gateway: 'upi', mode: 'built-in' });
  expect(account?.credentials).toMatch(/^sealed:/);
  const { services } = await loadCatalog(db.database.prisma, scope);
  expect(new Set(services.map(({ paymentRule }) => paymentRule))).toEqual(new Set(['venue']));
});

test('the calendar looks alive: past and coming bookings, none overlapping, a court free at every coming hour', async () => {
  const scope = await demoScope();
  const groups = await db.database.prisma.booking.groupBy({ by: ['status'], _count: true });
  const count = new Map(groups.map((each) => [each.status, each._count]));
  for (const status of ['completed', 'no-show', 'cancelled', 'confirmed'])
    expect(count.get(status)).toBeGreaterThan(5);
  const catalog = await loadCatalog(db.database.prisma, scope);
  const [court] = catalog.services;
  const wish = { serviceId: court?.id ?? '', fromDate: '2026-11-24', toDate: '2026-12-06', now };
  const days = await loadAvailability(db.database.prisma, scope, wish);
  expect(days.map((day) => day.slots.length)).toEqual(days.map(() => 16));
  const [{ overlaps } = { overlaps: -1 }] = await db.database.prisma.$queryRaw<{ overlaps: number }[]>`
    SELECT count(*)::int AS overlaps FROM occupancy a JOIN occupancy b ON a.resource_id = b.resource_id
      AND a.id < b.id AND a.active AND b.active AND a.during && b.during`;
  expect(overlaps).toBe(0);
});
