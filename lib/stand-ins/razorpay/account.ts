import { randomId } from '../random-id';
import type { WebhookPost } from '../webhook-post';
import type { Arrival } from './late';

export type Link = {
  id: string;
  reference_id: string;
  amount: number;
  amount_paid: number;
  currency: 'INR';
  description: string;
  customer: Record<string, unknown>;
  notes: Record<string, string>;
  callback_url: string;
  callback_method: 'get' | '';
  status: 'created' | 'partially_paid' | 'paid' | 'cancelled' | 'expired';
  expire_by: number;
  expired_at: number;
  cancelled_at: number;
  created_at: number;
  updated_at: number;
  orderId: string | null;
};

export type Payment = {
  id: string;
  linkId: string;
  order_id: string;
  amount: number;
  currency: string;
  status: 'authorized' | 'captured' | 'refunded' | 'failed';
  amount_refunded: number;
  created_at: number;
  notes: Record<string, string>;
};

export type Refund = {
  id: string;
  payment_id: string;
  amount: number;
  status: 'pending' | 'processed' | 'failed';
  receipt: string | null;
  notes: Record<string, string>;
  created_at: number;
};

export type AccountOptions = {
  keyId: string;
  keySecret: string;
  webhook: { url: string; secret: string } | null;
  now?: () => Date;
  /** Waits between webhook attempts; after the last it is lost. */
  retryDelaysMs?: readonly number[];
};

/** One merchant's account: what Razorpay would keep. */
export class Account {
  readonly links = new Map<string, Link>();
  readonly payments = new Map<string, Payment>();
  readonly refunds = new Map<string, Refund>();
  /** Answers by idempotency key, with the body they were for. */
  readonly refundAnswers = new Map<string, { body: string; refundId: string }>();
  /** Money that payers have sent and that has not arrived, by its link. */
  readonly underWay = new Map<string, Arrival>();
  /** What the merchant can pay back from; refunds beyond it are refused. */
  balancePaise = Number.MAX_SAFE_INTEGER;
  /** Refunds wait as `pending` until `settleRefund` instead of being done at once. */
  refundsWait = false;

  constructor(
    readonly options: AccountOptions,
    readonly post: WebhookPost,
  ) {}

  now(): Date {
    return this.options.now?.() ?? new Date();
  }

  seconds(): number {
    return Math.floor(this.now().getTime() / 1000);
  }

  newId(prefix: string): string {
    return `${prefix}_${randomId(14)}`;
  }

  paymentsOf(linkId: string): Payment[] {
    return [...this.payments.values()].filter((each) => each.linkId === linkId);
  }

  refundsOf(paymentId: string): Refund[] {
    return [...this.refunds.values()].filter((each) => each.payment_id === paymentId);
  }
}
