import type { z } from 'zod';
import type { Paise } from '../kernel/money';
import type { depositSchema, refundRuleSchema } from './schema';

/** What share of the price is asked for before the visit, where the service wants a deposit. */
export type Deposit = z.infer<typeof depositSchema>;

/** What a customer gets back who calls off in time; kept with the booking as it was when they booked. */
export type RefundRule = z.infer<typeof refundRuleSchema>;

export type DeskMethod = 'cash' | 'upi' | 'card';

/**
 * A line of a booking's ledger. Lines are only ever added. Two lines with one key tell of the same thing: a webhook that
 * came twice, or a refund that went on.
 */
export type LedgerEntry =
  /** What is to be paid: the price, and later what comes on top of it. */
  | { kind: 'charge'; key: string; amountPaise: Paise }
  /** What is no longer asked for: the price of a booking called off, or a discount at the desk. */
  | { kind: 'write-off'; key: string; amountPaise: Paise }
  /** Money that has arrived: captured at a gateway, or taken at the desk. */
  | { kind: 'payment'; key: string; amountPaise: Paise; method: 'gateway' | DeskMethod }
  /** Money on its way back, by the payment that it comes from. */
  | { kind: 'refund'; key: string; paymentKey: string; amountPaise: Paise; state: RefundState };

/** `failed` money has stayed here. */
export type RefundState = 'requested' | 'submitted' | 'processed' | 'failed';

export type Settlement = 'nothing-due' | 'unpaid' | 'part-paid' | 'paid' | 'overpaid';

/** A booking's money at a glance; whole paise, none of them negative but `duePaise`. */
export type Balance = {
  chargedPaise: Paise;
  writtenOffPaise: Paise;
  paidPaise: Paise;
  /** Refunds that have not failed, whether or not they have arrived. */
  refundedPaise: Paise;
  /** Of these, those whose end is not known yet. */
  refundPendingPaise: Paise;
  /** Paid and not on its way back. */
  keptPaise: Paise;
  /** Still to be paid; negative where more was paid than is asked for. */
  duePaise: Paise;
  settlement: Settlement;
  /** What each payment can still give back. */
  refundable: ReadonlyMap<string, Paise>;
  /** Keys whose lines contradict each other or add up to more than there was: a person must look. */
  disputed: string[];
};
