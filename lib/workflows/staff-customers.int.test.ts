import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../db/new-id';
import { findByIdentity } from '../customers/queries';
import type { BusinessScope, StaffActor } from '../tenancy/types';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { makeSampleClub } from '../testing/sample-club';
import { changeCustomer, eraseCustomer, mergeCustomers } from './change-customer';
import { listCustomers } from './list-customers';
import { exportCustomer, loadCustomer } from './load-customer';

let db: TestDatabase;
const now = new Date('2026-11-26T04:00:00Z');
const actor: StaffActor = { userId: newId(), name: 'Anbu', role: 'owner', address: '::1', agent: 'test' };

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const desk = () => ({
  database: db.database,
  clock: { now: () => now },
  markOf: (_: BusinessScope, identity: string) => `mark of ${identity.length}`,
});

type Club = Awaited<ReturnType<typeof makeSampleClub>>;

async function makeCustomer({ scope }: Club, more: object): Promise<string> {
  const id = newId();
  await db.database.prisma.customer.create({
    data: { businessId: scope.businessId, id, createdAt: now, ...more },
  });
  return id;
}

async function makeBooking(club: Club, customerId: string, status: string, daysAgo: number): Promise<void> {
  const { businessId } = club.scope;
  const startsAt = new Date(now.getTime() - daysAgo * 86_400_000);
  await db.database.prisma.booking.create({
    data: {
      businessId,
      id: newId(),
      reference: newId().slice(-8),
      serviceId: club.serviceId,
      resourceId: club.courts[0] ?? '',
      customerId,
      attendeeName: 'Meena',
      note: 'likes court 1',
      status,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 3_600_000),
      pricePaise: 40_000,
      source: 'chat',
      createdAt: startsAt,
      updatedAt: startsAt,
    },
  });
}

/** A customer with a chat, family, consent and bookings. */
async function makeRegular(club: Club, name = 'Kavitha', waId = '919800000777'): Promise<string> {
  const { businessId } = club.scope;
  const { prisma } = db.database;
  const id = await makeCustomer(club, {
    name,
    profileName: name,
    waId,
    phone: `+${waId}`,
    note: 'Pays late',
  });
  const channelId = newId();
  await prisma.channel.create({
    data: {
      businessId,
      id: channelId,
      provider: 'cloud-api',
      key: channelId,
      phoneNumberId: '1',
      credentials: '',
    },
  });
  const threadId = newId();
  const at = { createdAt: now, updatedAt: now };
  await prisma.thread.create({
    data: { businessId, id: threadId, channelId, customerId: id, nextPosition: 2, lastInboundAt: now, ...at },
  });
  const message = { businessId, threadId, createdAt: now };
  await prisma.message.createMany({
    data: [
      {
        ...message,
        id: newId(),
        position: 0,
        direction: 'in',
        effectId: newId(),
        label: 'text',
        status: 'received',
        content: { kind: 'text', text: `I am ${name} of Mylapore` },
      },
      {
        ...message,
        id: newId(),
        position: 1,
        direction: 'out',
        effectId: newId(),
        label: 'x',
        status: 'queued',
        content: { kind: 'text', body: `Dear ${name}` },
      },
    ],
  });
  await prisma.inboundEvent.create({
    data: {
      businessId,
      id: newId(),
      channelId,
      eventKey: newId(),
      kind: 'message',
      senderKey: waId,
      payload: { from: waId, text: `I am ${name} of Mylapore` },
      receivedAt: now,
    },
  });
  await prisma.attendee.create({
    data: { businessId, id: newId(), customerId: id, name: 'Meena', relation: 'daughter', createdAt: now },
  });
  await prisma.consentRecord.create({
    data: {
      businessId,
      id: newId(),
      customerId: id,
      purpose: 'offers',
      granted: true,
      at: now,
      source: 'chat',
      words: `Yes, says ${name}`,
      language: 'en',
    },
  });
  await makeBooking(club, id, 'completed', 3);
  await makeBooking(club, id, 'no-show', 2);
  await makeBooking(club, id, 'cancelled', 1);
  await makeBooking(club, id, 'confirmed', -1);
  return id;
}

const load = (scope: BusinessScope, customerId: string) =>
  loadCustomer(db.database.prisma, scope, { customerId, now });

test('a customer’s page counts what came of their bookings, and money only for what took place', async () => {
  const club = await makeSampleClub(db.database);
  const view = await load(club.scope, await makeRegular(club));
  expect(view.counts).toEqual({
    bookings: 3,
    upcoming: 1,
    noShows: 1,
    cancelled: 1,
    spentPaise: 40_000,
    messages: 2,
  });
  expect(view).toMatchObject({ name: 'Kavitha', attendees: [{ name: 'Meena' }], threads: [{}] });
});

test('search finds part of a name, a number however it is typed, and a child’s name', async () => {
  const club = await makeSampleClub(db.database);
  const id = await makeRegular(club);
  for (const q of ['kavi', '98000 00777', '+91 98000', 'meen']) {
    const { customers } = await listCustomers(db.database.prisma, club.scope, { q });
    expect([q, customers.map((one) => one.id)]).toEqual([q, [id]]);
  }
});

test('the list goes on where a page ended, each customer once', async () => {
  const club = await makeSampleClub(db.database);
  for (let count = 0; count < 60; count += 1) await makeCustomer(club, { name: `C${String(count)}` });
  const first = await listCustomers(db.database.prisma, club.scope, {});
  const second = await listCustomers(db.database.prisma, club.scope, { after: first.next ?? '' });
  const ids = [...first.customers, ...second.customers].map((one) => one.id);
  expect([first.customers.length, new Set(ids).size, second.next]).toEqual([50, 61, null]);
});

test('of two who write a note at once the second is told, and nothing else they wrote is half saved', async () => {
  const club = await makeSampleClub(db.database);
  const customerId = await makeRegular(club);
  const change = (more: object) => changeCustomer(desk(), club.scope, { actor, customerId, change: more });
  const noteWas = (await loadCustomer(db.database.prisma, club.scope, { customerId, now: new Date() })).note;
  await change({ note: 'pays cash', noteWas });
  await change({ note: 'pays cash', noteWas });
  const second = change({ note: 'left-handed', noteWas, name: 'Kavi' });
  await expect(second).rejects.toMatchObject({ code: 'conflict', fields: [{ path: 'note' }] });
  const stands = await loadCustomer(db.database.prisma, club.scope, { customerId, now: new Date() });
  expect([stands.note, stands.name === 'Kavi']).toEqual(['pays cash', false]);
  await change({ note: '', noteWas: 'pays cash' });
});

test('erasing takes away every trace of the person, and leaves the figures', async () => {
  const club = await makeSampleClub(db.database);
  const id = await makeRegular(club);
  const input = { actor, customerId: id };
  await changeCustomer(desk(), club.scope, {
    ...input,
    change: { note: 'Kavitha called', name: 'Kavitha S' },
  });
  await eraseCustomer(desk(), club.scope, input);
  const { rows } = await db.database.pool.query<{ whole: string }>(
    `SELECT string_agg(row::text, ' ') AS whole FROM (
       SELECT to_jsonb(t) AS row FROM customer t WHERE business_id = $1
       UNION ALL SELECT to_jsonb(t) FROM attendee t WHERE business_id = $1
       UNION ALL SELECT to_jsonb(t) FROM booking t WHERE business_id = $1
       UNION ALL SELECT to_jsonb(t) FROM message t WHERE business_id = $1
       UNION ALL SELECT to_jsonb(t) FROM thread t WHERE business_id = $1
       UNION ALL SELECT to_jsonb(t) FROM consent_record t WHERE business_id = $1
       UNION ALL SELECT to_jsonb(t) FROM inbound_event t WHERE business_id = $1
       UNION ALL SELECT to_jsonb(t) FROM audit_entry t WHERE business_id = $1) all_rows`,
    [club.scope.businessId],
  );
  for (const trace of ['Kavitha', 'Meena', '9800000777', 'Mylapore', 'Pays late', 'court 1'])
    expect(rows[0]?.whole).not.toContain(trace);
  const view = await load(club.scope, id);
  expect(view.counts).toMatchObject({ bookings: 3, spentPaise: 40_000 });
  expect(view.erasedAt).toBe(now.toISOString());
  const queued = await db.database.prisma.message.count({
    where: { businessId: club.scope.businessId, status: 'queued' },
  });
  expect(queued).toBe(0);
  expect((await listCustomers(db.database.prisma, club.scope, { q: 'kavi' })).customers).toEqual([]);
});

test('joining two records keeps all of both and the number that only one had', async () => {
  const club = await makeSampleClub(db.database);
  const walkIn = await makeCustomer(club, { name: 'Kavitha S', note: 'Left-handed' });
  await makeBooking(club, walkIn, 'completed', 9);
  const drop = await makeRegular(club);
  await mergeCustomers(desk(), club.scope, { actor, customerId: walkIn, drop });
  const view = await load(club.scope, walkIn);
  expect(view).toMatchObject({ name: 'Kavitha S', phone: '+919800000777', note: 'Left-handed\nPays late' });
  expect(view.counts).toMatchObject({ bookings: 4, spentPaise: 80_000 });
  await expect(load(club.scope, drop)).rejects.toThrow('no such customer');
  const again = mergeCustomers(desk(), club.scope, { actor, customerId: walkIn, drop });
  await expect(again).rejects.toThrow('no such customer');
});

test('blocking reaches the chat, is written down, and is lifted', async () => {
  const club = await makeSampleClub(db.database);
  const customerId = await makeRegular(club);
  const blocked = async () =>
    (await findByIdentity(db.database.prisma, club.scope, { waId: '919800000777' }))[0]?.blocked;
  await changeCustomer(desk(), club.scope, {
    actor,
    customerId,
    change: { blocked: true, blockReason: 'Abuse' },
  });
  expect(await blocked()).toBe(true);
  await changeCustomer(desk(), club.scope, { actor, customerId, change: { blocked: false } });
  expect(await blocked()).toBe(false);
  const audited = await db.database.prisma.auditEntry.findMany({
    where: { businessId: club.scope.businessId },
    orderBy: { id: 'asc' },
  });
  expect(audited.map(({ action }) => action)).toEqual(['customer.block', 'customer.unblock']);
});

test('the export holds all there is, and no customer of another business can be had', async () => {
  const club = await makeSampleClub(db.database);
  const customerId = await makeRegular(club);
  const text = await exportCustomer(desk(), club.scope, { actor, customerId });
  for (const part of ['Kavitha', 'Meena', 'Mylapore', 'Pays late']) expect(text).toContain(part);
  const other = await makeSampleClub(db.database);
  const theirs = { actor, customerId };
  await expect(load(other.scope, customerId)).rejects.toThrow('no such customer');
  await expect(exportCustomer(desk(), other.scope, theirs)).rejects.toThrow('no such customer');
  await expect(eraseCustomer(desk(), other.scope, theirs)).rejects.toThrow('no such customer');
  await expect(
    changeCustomer(desk(), other.scope, { ...theirs, change: { blocked: true, blockReason: 'Abuse' } }),
  ).rejects.toThrow('no such customer');
});
