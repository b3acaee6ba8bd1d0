import { moneyMethods, type MoneyRow, type Report } from './schema';

type Money = Pick<Report, 'money' | 'moneyDays'>;

const sumOf = (rows: readonly MoneyRow[], what: 'askedPaise' | 'takenPaise' | 'returnedPaise' | 'feePaise') =>
  rows.reduce((sum, row) => sum + row[what], 0);

/** Money by day and way of paying, added up by way of paying and by day; ways and days of which there is nothing are left out. */
export function addMoney(rows: readonly MoneyRow[]): Money {
  const money = moneyMethods.flatMap((method) => {
    const own = rows.filter((row) => row.method === method);
    if (own.length === 0) return [];
    return {
      method,
      takenPaise: sumOf(own, 'takenPaise'),
      returnedPaise: sumOf(own, 'returnedPaise'),
      feePaise: sumOf(own, 'feePaise'),
      count: own.reduce((sum, { count }) => sum + count, 0),
    };
  });
  const dates = [...new Set(rows.map(({ date }) => date))].sort();
  const moneyDays = dates.map((date) => {
    const own = rows.filter((row) => row.date === date);
    const [takenPaise, returnedPaise] = [sumOf(own, 'takenPaise'), sumOf(own, 'returnedPaise')];
    const takenBy = (method: MoneyRow['method']) =>
      sumOf(
        own.filter((row) => row.method === method),
        'takenPaise',
      );
    return {
      date,
      askedPaise: sumOf(own, 'askedPaise'),
      taken: {
        gateway: takenBy('gateway'),
        cash: takenBy('cash'),
        upi: takenBy('upi'),
        card: takenBy('card'),
      },
      returnedPaise,
      keptPaise: takenPaise - returnedPaise,
      feePaise: sumOf(own, 'feePaise'),
    };
  });
  return { money, moneyDays };
}
