import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transaction } from '../../db/transaction';
import { gatewayNames } from '../../kernel/gateways';
import type { BusinessScope } from '../../tenancy/types';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { makeBusiness } from '../../testing/make-business';
import { countBadSignatures, currentAccount, findAccount, listAccounts } from '../queries';
import { clearBadSignatures, noteBadSignature } from './bad-signatures';
import { noteCheck, noteHeard } from './note-account';
import { renewCredentials } from './renew-credentials';
import { retireAccount, saveAccount } from './save-account';

let db: TestDatabase;
let scope: BusinessScope;
const now = new Date('2026-11-26T10:00:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const inTx = <T>(work: Parameters<typeof transaction<T>>[1]) => transaction(db.database, work);
const save = (of: BusinessScope, credentials: string) =>
  inTx((tx) => saveAccount(tx, of, { gateway: 'razorpay', mode: 'test', credentials, now }));

describe('the payment account of a business', () => {
  beforeAll(async () => {
    ({ scope } = await makeBusiness(db.database));
  });

  it('is the newest one; those before stay, retired', async () => {
    expect(await currentAccount(db.database.prisma, scope)).toBeNull();
    const first = await save(scope, 'first');
    const second = await save(scope, 'second');
    expect(await currentAccount(db.database.prisma, scope)).toMatchObject({ id: second, retiredAt: null });
    expect(await findAccount(db.database.prisma, scope, first)).toMatchObject({ retiredAt: now });
    expect((await listAccounts(db.database.prisma, scope)).map(({ id }) => id)).toEqual([second, first]);
  });

  it.each(gatewayNames)('may be at %s, which the database knows by name', async (gateway) => {
    const id = await inTx((tx) => saveAccount(tx, scope, { gateway, mode: 'live', credentials: 'x', now }));
    expect(await findAccount(db.database.prisma, scope, id)).toMatchObject({ gateway });
  });

  it('is one, however many are saved at once', async () => {
    await Promise.all(Array.from({ length: 6 }, (_, at) => save(scope, `rush ${String(at)}`)));
    const current = (await listAccounts(db.database.prisma, scope)).filter(({ retiredAt }) => !retiredAt);
    expect(current).toHaveLength(1);
  });

  it('is no other business’s', async () => {
    const { scope: stranger } = await makeBusiness(db.database);
    const id = await save(scope, 'mine');
    expect(await findAccount(db.database.prisma, stranger, id)).toBeNull();
    await save(stranger, 'theirs');
    expect(await currentAccount(db.database.prisma, scope)).toMatchObject({ id });
  });

  it('keeps the newest event, and forgets a check once its keys change', async () => {
    const id = await save(scope, 'old keys');
    const { prisma } = db.database;
    await noteHeard(prisma, scope, { id, at: minutes(5) });
    await noteHeard(prisma, scope, { id, at: minutes(2) });
    await noteCheck(prisma, scope, { id, at: minutes(4), problem: 'unauthorised' });
    expect(await findAccount(prisma, scope, id)).toMatchObject({
      heardAt: minutes(5),
      checkedAt: minutes(4),
      checkProblem: 'unauthorised',
    });
    const renewal = { id, mode: 'live', credentials: 'new keys', before: 'old keys' } as const;
    expect(await inTx((tx) => renewCredentials(tx, scope, renewal))).toBe(true);
    expect(await inTx((tx) => renewCredentials(tx, scope, renewal))).toBe(false);
    expect(await findAccount(prisma, scope, id)).toMatchObject({
      mode: 'live',
      credentials: 'new keys',
      checkProblem: null,
      heardAt: minutes(5),
    });
  });

  it('counts the wrong signatures of the last 24 hours, until they are cleared', async () => {
    const id = await save(scope, 'signed');
    const { prisma } = db.database;
    const counted = (at: number) => countBadSignatures(prisma, scope, { id, now: minutes(at) });
    expect(await counted(0)).toEqual({ count: 0, lastAt: null });
    await noteBadSignature(prisma, scope, { id, at: minutes(1) });
    await Promise.all([1, 2, 3].map(() => noteBadSignature(prisma, scope, { id, at: minutes(3) })));
    expect(await counted(4)).toEqual({ count: 4, lastAt: minutes(3) });
    const day = 24 * 60;
    expect(await counted(day + 2)).toEqual({ count: 3, lastAt: minutes(3) });
    await noteBadSignature(prisma, scope, { id, at: minutes(day + 5) });
    expect(await prisma.badSignature.count({ where: { accountId: id } })).toBe(1);
    expect(await counted(day + 5)).toEqual({ count: 1, lastAt: minutes(day + 5) });
    expect(await clearBadSignatures(prisma, scope, id)).toBe(1);
    expect(await counted(day + 5)).toEqual({ count: 0, lastAt: null });
  });

  it('is none once it is removed', async () => {
    await save(scope, 'last');
    await inTx((tx) => retireAccount(tx, scope, now));
    await inTx((tx) => retireAccount(tx, scope, minutes(9)));
    expect(await currentAccount(db.database.prisma, scope)).toBeNull();
    expect((await listAccounts(db.database.prisma, scope)).every(({ retiredAt }) => retiredAt)).toBe(true);
  });
});
