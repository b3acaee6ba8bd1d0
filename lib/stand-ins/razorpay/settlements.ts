import type { Account } from './account';

const day = 86_400;

/** What was captured on one day is paid out two days later, less two per cent and the tax on those; India's days. */
export function settlementsOf(account: Account): { amount: number; created_at: number }[] {
  const sums = new Map<number, number>();
  for (const payment of account.payments.values()) {
    if (payment.currency !== 'INR' || payment.status === 'authorized' || payment.status === 'failed')
      continue;
    const on = Math.floor((payment.created_at + 19_800) / day);
    sums.set(on, (sums.get(on) ?? 0) + payment.amount - payment.amount_refunded);
  }
  return [...sums]
    .map(([on, sum]) => {
      const tax = Math.round(sum * 0.0036);
      const fees = Math.round(sum * 0.02) + tax;
      return {
        id: `setl_${String(on).padStart(14, '0')}`,
        entity: 'settlement',
        amount: sum - fees,
        status: 'processed',
        fees,
        tax,
        utr: `UTR${String(on).padStart(10, '0')}`,
        created_at: (on + 2) * day + 16_200,
      };
    })
    .filter((one) => one.amount > 0 && one.created_at <= account.seconds());
}
