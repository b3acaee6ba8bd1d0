import { type Paise, roundToRupee } from '../kernel/money';
import type { Deposit, PaymentRule } from './types';

/** No gateway takes less. Source: payments reference 1.1. */
const leastPaise = 100;

/**
 * What has to be paid before a booking counts: nothing where it is paid at the venue, the whole price, or the deposit.
 * A share is rounded to the whole rupee, half up; no deposit is more than the price, or too little for a gateway to
 * take. `deposit` is read where the rule says so; without one the whole price is asked for.
 */
export function amountToPay(rule: PaymentRule, deposit: Deposit | null, pricePaise: Paise): Paise {
  if (rule === 'none' || rule === 'venue' || pricePaise === 0) return 0;
  if (rule === 'full' || deposit === null) return pricePaise;
  const wanted =
    deposit.kind === 'fixed' ? deposit.amountPaise : roundToRupee((pricePaise * deposit.percent) / 100);
  return Math.min(pricePaise, Math.max(wanted, leastPaise));
}
