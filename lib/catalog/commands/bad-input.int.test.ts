import { afterAll, beforeAll, expect, test } from 'vitest';
import { transaction } from '../../db/transaction';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { makeSampleClub } from '../../testing/sample-club';
import { demoBusiness } from '../demo-business';
import { addClosures } from './add-closures';
import { addWeeklyHours } from './add-weekly-hours';
import { createBusiness } from './create-business';
import { createService } from './create-service';
import { offerService } from './offer-service';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

test('bad input is refused with the name of every wrong field, and nothing is written', async () => {
  const club = await makeSampleClub(db.database);
  const [service] = demoBusiness.services;
  if (!service) throw new Error('The demo has services.');
  const wrong = { ...service, durationMinutes: [], pricePaise: -1, position: 1 };
  const refused = transaction(db.database, (tx) => createService(tx, club.scope, wrong));
  await expect(refused).rejects.toMatchObject({
    code: 'invalid',
    fields: [{ path: 'durationMinutes' }, { path: 'pricePaise' }],
  });
  const hours = { resourceId: null, kind: 'open', weekday: 8, opensMinute: 600, closesMinute: 600 } as const;
  await expect(
    transaction(db.database, (tx) => addWeeklyHours(tx, club.scope, [hours])),
  ).rejects.toMatchObject({
    code: 'invalid',
  });
  const closure = {
    resourceId: null,
    startsOn: '2026-02-30',
    endsOn: '2026-01-01',
    yearly: false,
    reason: {},
  };
  await expect(
    transaction(db.database, (tx) => addClosures(tx, club.scope, [closure], new Date(0))),
  ).rejects.toMatchObject({
    code: 'invalid',
  });
  expect(await db.database.prisma.service.count({ where: { businessId: club.scope.businessId } })).toBe(1);
});

test('a slug that is taken and a zone that does not exist are refused in words', async () => {
  const { business } = demoBusiness;
  await transaction(db.database, (tx) => createBusiness(tx, { ...business, slug: 'one' }));
  const again = transaction(db.database, (tx) => createBusiness(tx, { ...business, slug: 'one' }));
  await expect(again).rejects.toMatchObject({ code: 'conflict' });
  const nowhere = { ...business, slug: 'two', zone: 'Asia/Madras2' };
  await expect(transaction(db.database, (tx) => createBusiness(tx, nowhere))).rejects.toMatchObject({
    fields: [{ path: 'zone' }],
  });
});

test('a court of another business cannot be offered', async () => {
  const mine = await makeSampleClub(db.database);
  const other = await makeSampleClub(db.database);
  const foreign = other.courts.map((resourceId) => ({ resourceId }));
  const offered = transaction(db.database, (tx) => offerService(tx, mine.scope, mine.serviceId, foreign));
  await expect(offered).rejects.toThrow();
});
