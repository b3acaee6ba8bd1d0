import type { Paise } from '../kernel/money';
import { amountToPay } from './amount-to-pay';
import type { Deposit, PaymentRule, RefundRule, Terms } from './types';

type Selling = { paymentRule: PaymentRule; deposit: Deposit | null; refundRule: RefundRule };

/** The money side of a booking of this service to which nothing has been paid yet. */
export const unpaid = ({ paymentRule, deposit, refundRule }: Selling, pricePaise: Paise) => ({
  terms: { rule: paymentRule, deposit, refund: refundRule } satisfies Terms,
  toPayPaise: amountToPay(paymentRule, deposit, pricePaise),
  keptPaise: 0,
  duePaise: pricePaise,
  refundingPaise: 0,
  payment: null,
});
