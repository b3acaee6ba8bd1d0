import type { GatewayName } from '../kernel/gateways';
import type { Paise } from '../kernel/money';
import type { BusinessScope } from '../tenancy/types';

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

/** `built-in`: at the stand-in that runs with the embedded default; no money moves there, nor in `test`. */
export type AccountMode = 'test' | 'live' | 'built-in';

/** A business's account at a gateway, or its UPI address; `credentials` are sealed. */
export type PaymentAccount = {
  scope: BusinessScope;
  id: string;
  gateway: GatewayName;
  mode: AccountMode;
  credentials: string;
  createdAt: Date;
  /** New payments use another account from here on; what went through this one still comes and goes back here. */
  retiredAt: Date | null;
  checkedAt: Date | null;
  /** What was wrong at the last check, as the gateway's kind of refusal; null: nothing. */
  checkProblem: string | null;
  /** The last event that was truly signed. */
  heardAt: Date | null;
};
