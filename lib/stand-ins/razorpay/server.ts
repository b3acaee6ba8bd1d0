import type { Fault, Running } from '../http';
import type { Misbehaviour } from '../webhook-post';
import type { Account, AccountOptions, Refund } from './account';
import { expireDueLinks, getLink } from './links';
import { failPayment, takeMoney, takeOrder } from './pay';
import { settleRefund } from './refunds';
import { openAccount, serveAccounts } from './serve-accounts';

/** What tests do behind the API's back. */
export type RazorpayControl = {
  /** The next API calls run into these, one each. */
  faults(...faults: Fault[]): void;
  noMoreFaults(): void;
  misbehave(change: Partial<Misbehaviour>): void;
  releaseWebhooks(): void;
  settled(): Promise<void>;
  /** Names of everything told so far. */
  told(): string[];
  /** Takes money on a link in any state; gives the payment's id. */
  pay(linkId: string, options?: { amountPaise?: number; currency?: string; retryOf?: string }): string | null;
  /** Takes money on an order made by WhatsApp; gives the payment's id. */
  takeOrder(order: { amountPaise: number; notes: Record<string, string> }): string;
  fail(linkId: string): string;
  expireDue(): void;
  account: Account;
  settleRefund(refundId: string, status: 'processed' | 'failed'): void;
};

export type RunningRazorpay = Running & { control: RazorpayControl };

export type RazorpayOptions = AccountOptions & {
  /** 0 takes a free port. */
  port: number;
};

/**
 * Starts the stand-in for api.razorpay.com with its checkout page at `/pay/…`, on loopback. It shares no code with the
 * adapter, which it judges. Throws when the port is taken.
 */
export async function startRazorpay({ port, ...options }: RazorpayOptions): Promise<RunningRazorpay> {
  const account = openAccount(options);
  const faults: Fault[] = [];
  const running = await serveAccounts(port, {
    ofKey: () => account,
    all: () => [account],
    nextFault: () => faults.shift(),
  });
  return { ...running, control: controlOf(account, running.url, faults) };
}

const controlOf = (account: Account, baseUrl: string, faults: Fault[]): RazorpayControl => ({
  account,
  faults: (...next) => {
    faults.push(...next);
  },
  noMoreFaults: () => {
    faults.length = 0;
  },
  misbehave: (change) => {
    account.post.misbehaviour = { ...account.post.misbehaviour, ...change };
  },
  releaseWebhooks: () => {
    account.post.release();
  },
  settled: () => account.post.settled(),
  told: () => account.post.told.map(({ name }) => name),
  pay: (linkId, options) => takeMoney(account, baseUrl, getLink(account, linkId), options)?.id ?? null,
  takeOrder: (order) => takeOrder(account, order).id,
  fail: (linkId) => failPayment(account, getLink(account, linkId)).id,
  expireDue: () => {
    expireDueLinks(account, baseUrl);
  },
  settleRefund: (refundId, status) => {
    settleRefund(account, getRefund(account, refundId), status);
  },
});

function getRefund(account: Account, refundId: string): Refund {
  const refund = account.refunds.get(refundId);
  if (!refund) throw new Error(`No refund ${refundId}`);
  return refund;
}
