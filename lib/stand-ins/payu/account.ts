import { randomDigits } from '../random-id';
import type { WebhookPost } from '../webhook-post';

export type Fields = Readonly<Record<string, string>>;

export type Link = {
  invoiceNumber: string;
  transactionId: string;
  amountPaise: number;
  description: string;
  customer: { name: string; email: string; phone: string };
  udf: Record<string, string>;
  active: boolean;
  /** Unix milliseconds; null for one that does not end. */
  expiresAt: number | null;
  successUrl: string;
  failureUrl: string;
};

export type Transaction = {
  mihpayid: string;
  /** `key`, `txnid`, `amount`, `productinfo`, `firstname`, `email`, `udf1` to `udf5`, as they were sent. */
  fields: Fields;
  paidPaise: number;
  status: 'success' | 'failure' | 'pending';
  unmappedstatus: 'captured' | 'auth' | 'failed' | 'pending';
  addedAt: Date;
};

export type Refund = {
  requestId: string;
  mihpayid: string;
  token: string;
  paise: number;
  status: 'QUEUED' | 'SUCCESS' | 'FAILURE';
  madeAt: Date;
};

export type PayuOptions = {
  /** 0 takes a free port. */
  port: number;
  merchantKey: string;
  salt: string;
  links: { merchantId: string; clientId: string; clientSecret: string } | null;
  webhookUrl: string | null;
  now?: () => Date;
  /** Waits between webhook attempts; after the last it is lost. */
  retryDelaysMs?: readonly number[];
  /** Payments of links are signed by the client secret instead of the salt, as one of PayU's pages says. */
  signsLinksByClientSecret?: boolean;
  /** Payments of links get ids of PayU's own making. */
  namesLinkPayments?: boolean;
};

/** One merchant's account: what PayU would keep. */
export class Account {
  readonly links = new Map<string, Link>();
  readonly transactions: Transaction[] = [];
  readonly refunds: Refund[] = [];
  /** Access tokens and when they end, in Unix milliseconds. */
  readonly tokens = new Map<string, number>();
  balancePaise = Number.MAX_SAFE_INTEGER;
  /** Refunds wait as `QUEUED` until they are settled instead of being done at once. */
  refundsWait = false;

  constructor(
    readonly options: PayuOptions,
    readonly post: WebhookPost,
  ) {}

  now(): Date {
    return this.options.now?.() ?? new Date();
  }

  newNumber(): string {
    return `4${randomDigits(17)}`;
  }

  /** What counts for a transaction's id: the captured try, else the last. */
  transactionOf(txnid: string): Transaction | undefined {
    const tries = this.transactions.filter(({ fields }) => fields.txnid === txnid);
    return tries.find(({ unmappedstatus }) => unmappedstatus === 'captured') ?? tries.at(-1);
  }

  collectedOn(link: Link): number {
    return this.transactions
      .filter(
        ({ fields, unmappedstatus }) => fields.link === link.invoiceNumber && unmappedstatus === 'captured',
      )
      .reduce((sum, { paidPaise }) => sum + paidPaise, 0);
  }

  refundedOf(mihpayid: string): number {
    return this.refunds
      .filter((each) => each.mihpayid === mihpayid && each.status !== 'FAILURE')
      .reduce((sum, { paise }) => sum + paise, 0);
  }
}

/** `500.50`. */
export const rupees = (paise: number): string => (paise / 100).toFixed(2);

/** India's time, as PayU writes it. */
export const indianTime = (instant: Date): string =>
  new Date(instant.getTime() + 19_800_000).toISOString().slice(0, 19).replace('T', ' ');
