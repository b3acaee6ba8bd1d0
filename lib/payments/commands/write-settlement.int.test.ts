import { afterAll, beforeAll, expect, test } from 'vitest';
import { transaction } from '../../db/transaction';
import type { BusinessScope } from '../../tenancy/types';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { makeBusiness } from '../../testing/make-business';
import { listDifferences, listSettlementDays } from '../desk/queries';
import { saveAccount } from './save-account';
import { writeSettlement } from './write-settlement';

let db: TestDatabase;
let scope: BusinessScope;
let accountId: string;
let now = new Date('2026-11-26T10:00:00Z');

beforeAll(async () => {
  db = await createTestDatabase();
  ({ scope } = await makeBusiness(db.database));
  accountId = await transaction(db.database, (tx) =>
    saveAccount(tx, scope, { gateway: 'razorpay', mode: 'test', credentials: 'x', now }),
  );
});
afterAll(() => db.drop());

type Sums = { ourPaise: number; theirPaise: number };

/** One comparison of one payment, a day after the last; null: it agrees. */
async function compared(payment: string, differs: Sums | null) {
  now = new Date(now.getTime() + 86_400_000);
  const found = differs && {
    kind: 'refund' as const,
    gatewayPaymentId: payment,
    paymentId: null,
    currency: 'INR',
    paidAt: null,
    ...differs,
  };
  await transaction(db.database, (tx) =>
    writeSettlement(tx, scope, {
      accountId,
      days: [],
      found: found ? [found] : [],
      compared: [payment],
      now,
    }),
  );
  const open = await listDifferences(db.database.prisma, scope);
  return open
    .filter(({ gatewayPaymentId }) => gatewayPaymentId === payment)
    .map(({ ourPaise, theirPaise }) => ({ ourPaise, theirPaise }));
}

const look = (payment: string, how: 'accepted' | 'taken-in') =>
  db.database.prisma.settlementDifference.updateMany({
    where: { gatewayPaymentId: payment, mendedAt: null },
    data: { mendedAt: now, how, mendedBy: { kind: 'staff' } },
  });

test('a second missed refund of a payment is listed, though the first was mended', async () => {
  const first = { ourPaise: 0, theirPaise: 10_000 };
  const second = { ourPaise: 10_000, theirPaise: 15_000 };
  expect(await compared('pay_gone', first)).toEqual([first]);
  expect(await compared('pay_gone', null)).toEqual([]);
  expect(await compared('pay_gone', second)).toEqual([second]);
  await look('pay_gone', 'taken-in');
  const third = { ourPaise: 15_000, theirPaise: 40_000 };
  expect(await compared('pay_gone', third)).toEqual([third]);
  expect(await db.database.prisma.settlementDifference.count()).toBe(3);
});

test('one that is open is one, with the figures of the newest comparison', async () => {
  expect(await compared('pay_open', { ourPaise: 0, theirPaise: 10_000 })).toHaveLength(1);
  const newest = { ourPaise: 0, theirPaise: 12_000 };
  expect(await compared('pay_open', newest)).toEqual([newest]);
});

test('what staff have looked at and left is not brought up again until it changes', async () => {
  const left = { ourPaise: 0, theirPaise: 10_000 };
  await compared('pay_left', left);
  await look('pay_left', 'accepted');
  expect(await compared('pay_left', left)).toEqual([]);
  const changed = { ourPaise: 0, theirPaise: 20_000 };
  expect(await compared('pay_left', changed)).toEqual([changed]);
});

test('two accounts of one day are one line of figures', async () => {
  const other = await transaction(db.database, (tx) =>
    saveAccount(tx, scope, { gateway: 'razorpay', mode: 'test', credentials: 'y', now }),
  );
  const day = { onDate: '2026-11-26', ourCount: 1, ourPaise: 100, theirCount: 2, theirPaise: 300 };
  for (const id of [accountId, other])
    await transaction(db.database, (tx) =>
      writeSettlement(tx, scope, {
        accountId: id,
        days: [{ ...day, refundedPaise: 50, feePaise: 2 }],
        found: [],
        compared: [],
        now,
      }),
    );
  expect(await listSettlementDays(db.database.prisma, scope)).toEqual([
    {
      ...{ onDate: '2026-11-26', ourCount: 2, ourPaise: 200, theirCount: 4, theirPaise: 600 },
      ...{ refundedPaise: 100, feePaise: 4 },
    },
  ]);
});
