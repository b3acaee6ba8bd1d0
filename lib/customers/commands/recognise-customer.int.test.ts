import { afterAll, beforeAll, expect, test } from 'vitest';
import { transaction } from '../../db/transaction';
import type { ChannelId } from '../../kernel/ids';
import type { Sender } from '../../messaging/types';
import type { BusinessScope } from '../../tenancy/types';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { makeBusiness } from '../../testing/make-business';
import { openThread } from '../../threads/commands/open-thread';
import { addAttendee } from './add-attendee';
import { changeIdentity } from './change-identity';
import { recogniseCustomer } from './recognise-customer';

let db: TestDatabase;
let scope: BusinessScope;
let channelId: ChannelId;
const now = new Date('2026-11-22T04:30:00Z');

beforeAll(async () => {
  db = await createTestDatabase();
  ({ scope, channelId } = await makeBusiness(db.database));
});
afterAll(() => db.drop());

const meet = (sender: Sender) => transaction(db.database, (tx) => recogniseCustomer(tx, scope, sender, now));

test('the same number is the same customer, and a user id seen later is filled in', async () => {
  const first = await meet({ waId: '919800000001', profileName: 'Anbu' });
  const second = await meet({ waId: '919800000001', bsuid: 'IN.1', profileName: 'Anbu K' });
  expect(second.id).toBe(first.id);
  expect(second.profileName).toBe('Anbu K');
  expect((await meet({ bsuid: 'IN.1' })).id).toBe(first.id);
});

test('P27 a customer with a user id alone is known again', async () => {
  const first = await meet({ bsuid: 'IN.only' });
  expect(first.waId).toBeNull();
  expect((await meet({ bsuid: 'IN.only' })).id).toBe(first.id);
});

test('twenty first messages at once make one customer', async () => {
  const met = await Promise.all(
    Array.from({ length: 20 }, () => meet({ waId: '919800000020', bsuid: 'IN.20' })),
  );
  expect(new Set(met.map((one) => one.id)).size).toBe(1);
});

test('two records that turn out to be one person are merged with threads, messages and family', async () => {
  const byId = await meet({ bsuid: 'IN.merge' });
  const byNumber = await meet({ waId: '919800000030' });
  await transaction(db.database, async (tx) => {
    await openThread(tx, scope, { channelId, customerId: byId.id, sentAt: now, now });
    await openThread(tx, scope, { channelId, customerId: byNumber.id, sentAt: now, now });
    await addAttendee(tx, scope, { customerId: byNumber.id, name: 'Amma', relation: 'mother', age: 60, now });
  });
  const merged = await meet({ bsuid: 'IN.merge', waId: '919800000030' });
  expect(merged.id).toBe(byId.id);
  const { prisma } = db.database;
  const { businessId } = scope;
  expect(await prisma.customer.count({ where: { businessId, id: byNumber.id } })).toBe(0);
  expect(await prisma.attendee.count({ where: { businessId, customerId: byId.id } })).toBe(1);
  expect(await prisma.thread.count({ where: { businessId, customerId: byId.id } })).toBe(1);
});

test('a recycled number is another person: the old customer keeps the history and loses the number', async () => {
  const old = await meet({ waId: '919800000040', bsuid: 'IN.old' });
  const fresh = await meet({ waId: '919800000040', bsuid: 'IN.new' });
  expect(fresh.id).not.toBe(old.id);
  expect((await meet({ bsuid: 'IN.old' })).waId).toBeNull();
});

test('a customer who moves to a new number stays the same person', async () => {
  const old = await meet({ waId: '919800000050', bsuid: 'IN.50' });
  const change = { oldWaId: '919800000050', newWaId: '919800000051', oldBsuid: 'IN.50', newBsuid: 'IN.51' };
  await transaction(db.database, (tx) => changeIdentity(tx, scope, change));
  await transaction(db.database, (tx) => changeIdentity(tx, scope, change));
  expect((await meet({ waId: '919800000051', bsuid: 'IN.51' })).id).toBe(old.id);
});
