import { expect, it } from 'vitest';
import { addMoney } from './add-money';
import type { MoneyRow } from './schema';

const row = (part: Partial<MoneyRow>): MoneyRow => ({
  ...{ date: '2026-11-26', method: null, count: 0 },
  ...{ askedPaise: 0, takenPaise: 0, returnedPaise: 0, feePaise: 0 },
  ...part,
});

it('adds money up by way of paying and by day, and both come to the same', () => {
  const { money, moneyDays } = addMoney([
    row({ askedPaise: 60_000 }),
    row({ method: 'gateway', takenPaise: 40_000, feePaise: 944, count: 1 }),
    row({ method: 'cash', takenPaise: 20_000, count: 1 }),
    row({ date: '2026-11-27', method: 'cash', returnedPaise: 5_000 }),
    row({ date: '2026-11-27', askedPaise: -5_000 }),
  ]);
  expect(money).toEqual([
    { method: 'gateway', takenPaise: 40_000, returnedPaise: 0, feePaise: 944, count: 1 },
    { method: 'cash', takenPaise: 20_000, returnedPaise: 5_000, feePaise: 0, count: 1 },
  ]);
  expect(moneyDays).toEqual([
    {
      date: '2026-11-26',
      askedPaise: 60_000,
      taken: { gateway: 40_000, cash: 20_000, upi: 0, card: 0 },
      returnedPaise: 0,
      keptPaise: 60_000,
      feePaise: 944,
    },
    {
      date: '2026-11-27',
      askedPaise: -5_000,
      taken: { gateway: 0, cash: 0, upi: 0, card: 0 },
      returnedPaise: 5_000,
      keptPaise: -5_000,
      feePaise: 0,
    },
  ]);
  expect(addMoney([])).toEqual({ money: [], moneyDays: [] });
});
