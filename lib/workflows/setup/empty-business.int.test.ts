import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCatalog } from '../../catalog/queries';
import { loadSetup } from '../../catalog/setup/queries';
import { newId } from '../../db/new-id';
import { transaction } from '../../db/transaction';
import { simulatorNumber } from '../../simulator/credentials';
import { connectChannel } from '../../tenancy/commands/connect-channel';
import { findChannelByKey, findStaffUser, listMemberships } from '../../tenancy/queries';
import type { BusinessScope, StaffUser } from '../../tenancy/types';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { makeBusiness } from '../../testing/make-business';
import { foundBusiness } from '../found-business';
import { loadAvailability } from '../load-availability';
import type { SetupEditor } from './change-setup';
import { saveReceiptSettings } from './save-receipt-settings';
import { simulatorLeads, tryInSimulator } from './try-in-simulator';
import { useTemplate } from './use-template';

let db: TestDatabase;
let user: StaffUser;
const now = new Date('2026-11-26T04:00:00Z');

beforeAll(async () => {
  db = await createTestDatabase();
  const id = newId();
  await db.database.prisma.staffUser.create({
    data: { id, email: 'owner@club.test', name: 'Kalai', passwordHash: '-' },
  });
  const found = await findStaffUser(db.database.prisma, id);
  if (!found) throw new Error('It was just made.');
  user = found;
});
afterAll(() => db.drop());

const world = () => ({ database: db.database, clock: { now: () => now } });
const from = { address: '127.0.0.1', agent: 'test' };
const editor = (scope: BusinessScope): SetupEditor => ({
  world: world(),
  scope,
  actor: { userId: user.id, name: user.name, role: 'owner', ...from },
});

const found = async (slug: string): Promise<BusinessScope> => {
  const input = {
    slug,
    name: { en: 'New Club' },
    address: { en: 'Madurai' },
    zone: 'Asia/Kolkata',
    defaultLanguage: 'ta' as const,
  };
  await foundBusiness(world(), input, { user, from });
  const mine = (await listMemberships(db.database.prisma, user.id)).find((one) => one.slug === slug);
  if (!mine) throw new Error('Who founds a business belongs to it.');
  expect(mine.role).toBe('owner');
  return mine.scope;
};

test('a business is founded empty, with its founder as owner, and an address is taken once', async () => {
  const scope = await found('first-club');
  const setup = await loadSetup(db.database.prisma, scope);
  expect([setup.services, setup.resources]).toEqual([[], []]);
  await expect(found('first-club')).rejects.toMatchObject({ code: 'conflict' });
});

test.each(['club', 'clinic'] as const)('the template "%s" makes an empty business bookable', async (kind) => {
  const scope = await found(`from-${kind}`);
  await useTemplate(editor(scope), kind);
  const catalog = await loadCatalog(db.database.prisma, scope);
  const [service] = catalog.services;
  if (!service) throw new Error('A template offers something.');
  expect(service.offerings).toHaveLength(catalog.resources.length);
  const wish = { serviceId: service.id, fromDate: '2026-11-27', toDate: '2026-11-27', now, catalog };
  const [day] = await loadAvailability(db.database.prisma, scope, wish);
  expect(day?.slots.length).toBeGreaterThan(10);
  expect(day?.slots[0]?.free[0]?.pricePaise).toBeGreaterThan(0);
});

test('a template never falls on what is set up already, of two at once one is written', async () => {
  const scope = await found('twice');
  const both = await Promise.allSettled([
    useTemplate(editor(scope), 'club'),
    useTemplate(editor(scope), 'clinic'),
  ]);
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await loadCatalog(db.database.prisma, scope)).services).toHaveLength(1);
  await expect(useTemplate(editor(scope), 'club')).rejects.toMatchObject({ code: 'conflict' });
});

test('the simulator is led to one business after another, each over a channel of its own', async () => {
  const { scope: demo } = await makeBusiness(db.database);
  const given = {
    credentials: { accessToken: 'a', appSecret: 'b', verifyToken: 'c' },
    seal: (plain: string) => `sealed ${plain}`,
  };
  const scope = await found('tries-it');
  expect(await simulatorLeads(db.database.prisma, scope)).toBe('nowhere');
  await expect(tryInSimulator(editor(scope), given)).rejects.toMatchObject({ code: 'conflict' });

  const channel = { key: 'demo', provider: 'simulator' as const, ...simulatorNumber, credentials: 'x' };
  await transaction(db.database, (tx) => connectChannel(tx, demo, channel));
  expect(await simulatorLeads(db.database.prisma, scope)).toBe('elsewhere');
  await tryInSimulator(editor(scope), given);
  await tryInSimulator(editor(scope), given);
  expect(await simulatorLeads(db.database.prisma, scope)).toBe('here');
  const led = await findChannelByKey(db.database.prisma, 'demo');
  expect(led?.credentials).toBe('sealed {"accessToken":"a","appSecret":"b","verifyToken":"c"}');
  const before = led?.id;
  await tryInSimulator(editor(demo), given);
  expect(await simulatorLeads(db.database.prisma, demo)).toBe('here');
  await tryInSimulator(editor(scope), given);
  expect((await findChannelByKey(db.database.prisma, 'demo'))?.id).toBe(before);
});

test('what is printed on receipts is saved apart, once, and consultations bear no tax', async () => {
  const scope = await found('pays-tax');
  await useTemplate(editor(scope), 'club');
  const { prisma } = db.database;
  const before = await loadSetup(prisma, scope);
  const [court] = before.receipts.services;
  if (!court) throw new Error('A club has a court service.');
  expect(before.receipts).toMatchObject({ legalName: null, gstin: null, prefix: 'R' });
  const form = {
    legalName: 'New Club LLP',
    gstin: '33AAPFU0939F1Z2',
    prefix: 'NC',
    services: [{ id: court.id, gstPercent: 18, sac: '999652' }],
  };
  await saveReceiptSettings(editor(scope), form, before.receipts.revision);
  const after = await loadSetup(prisma, scope);
  expect(after.receipts).toMatchObject({ ...form, services: [{ ...court, ...form.services[0] }] });
  expect(after.services.map((one) => one.revision)).toEqual(before.services.map((one) => one.revision));
  await expect(saveReceiptSettings(editor(scope), form, before.receipts.revision)).rejects.toMatchObject({
    code: 'conflict',
  });
  const wrong = { ...form, gstin: '33AAPFU0939F1Z3' };
  await expect(saveReceiptSettings(editor(scope), wrong, after.receipts.revision)).rejects.toMatchObject({
    code: 'invalid',
  });

  const clinic = await found('heals');
  await useTemplate(editor(clinic), 'clinic');
  const { receipts, services } = await loadSetup(prisma, clinic);
  expect(receipts.services).toEqual([]);
  const forced = { ...form, services: [{ id: services[0]?.id ?? '', gstPercent: 18, sac: null }] };
  await saveReceiptSettings(editor(clinic), forced, receipts.revision);
  expect(await prisma.service.count({ where: { businessId: clinic.businessId, gstPercent: 18 } })).toBe(0);
});
