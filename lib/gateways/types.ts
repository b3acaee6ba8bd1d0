import type { Paise } from '../kernel/money';
import type { Result } from '../kernel/result';

/** Why a gateway did not do it, when it is certain that it did not. Nobody else names gateway codes or texts. */
export type RefusalKind =
  /** This very request will never be taken: our bug, or a value beyond a documented limit. */
  | 'invalid'
  /** The gateway asks for more time before the link's end than was left. */
  | 'expires-too-soon'
  /** No such link, payment or refund. */
  | 'not-found'
  /** The reference or key was used before for something else. */
  | 'duplicate'
  /** The link has taken money. */
  | 'already-paid'
  /** The link is cancelled or expired. */
  | 'already-closed'
  /** More than is left, not captured, too old, disputed: no refund of this payment in this amount. */
  | 'not-refundable'
  /** The merchant's balance does not cover the refund: try again later, and tell staff. */
  | 'low-balance'
  /** The same request is still being worked on: look it up before another try. */
  | 'in-progress'
  /** Keys or account: the whole gateway must pause and a person must look. */
  | 'unauthorised'
  /** Slow down and try again. */
  | 'rate-limited'
  /** Nothing has happened, by no fault of ours: try again. */
  | 'unavailable';

export type Refused = { reason: 'refused'; kind: RefusalKind; detail: string; retryAfterMs?: number };

/** The request may have been carried out: look before doing it again. */
export type OutcomeUnknown = { reason: 'outcome-unknown'; detail: string };

/** What came of a call. `detail` is for logs and staff and holds no key, secret or personal data. */
export type Outcome<T> = Result<T, Refused | OutcomeUnknown>;

export type LinkRequest = {
  /** Our payment attempt's id, a UUID. One reference makes one link, however often it is asked for. */
  reference: string;
  /** INR; at least 100. */
  amountPaise: Paise;
  /** Shown to the payer, and kept by the gateway: never a complaint or a speciality. */
  description: string;
  bookingCode: string;
  expiresAt: Date;
  /** Our own https page for this payment: where the payer's browser comes back, or starts where the gateway has no link. */
  pageUrl: string;
  /** Phone in E.164. A gateway that insists on an address gets `email`, which may be a placeholder of our own. */
  payer: { name: string; phone?: string; email: string };
};

export type PaymentStatus = 'created' | 'authorised' | 'captured' | 'refunded' | 'failed';

/** One payment as the gateway tells it. Only `captured` (and later `refunded`) is money. */
export type GatewayPayment = {
  id: string;
  amountPaise: Paise;
  currency: string;
  status: PaymentStatus;
  /** `upi`, `card`, `netbanking`, …; the gateway's own word in small letters. */
  method: string | null;
  /** Our reference, where the gateway passed it on. */
  reference: string | null;
  linkId: string | null;
  refundedPaise: Paise | null;
  /** What the gateway keeps, its tax included; known once captured. */
  feePaise: Paise | null;
  /** The bank's own number for it: RRN, UTR, authorisation code. */
  bankReference: string | null;
  createdAt: Date | null;
};

export type LinkStatus = 'open' | 'partly-paid' | 'paid' | 'cancelled' | 'expired';

export type GatewayLink = {
  id: string;
  reference: string | null;
  /** Where the payer goes; null where only the state was told. */
  url: string | null;
  /** What it asks for; null where the gateway does not repeat it. */
  amountPaise: Paise | null;
  currency: string;
  status: LinkStatus;
  /** What has arrived. Razorpay names captured payments only, PayU also what failed or is under way. */
  payments: LinkPayment[];
};

export type LinkPayment = Pick<GatewayPayment, 'id' | 'amountPaise' | 'currency' | 'status' | 'method'>;

/** `already-paid` and its link mean that money has arrived: handle it as paid. */
export type Cancelled = { kind: 'cancelled' | 'already-paid' | 'already-closed'; link: GatewayLink };

export type RefundStatus = 'pending' | 'processed' | 'failed';

export type GatewayRefund = {
  id: string;
  paymentId: string | null;
  amountPaise: Paise | null;
  status: RefundStatus;
  /** The refund key it was asked for with; null for one made on the gateway's own pages. */
  key: string | null;
  bankReference: string | null;
};

export type RefundRequest = {
  paymentId: string;
  amountPaise: Paise;
  /** Our refund row's id, a UUID: a repeat with the same key and amount never pays twice. */
  key: string;
};

/** `refundId` where the gateway gave one; without it the refund is looked for by its key. */
export type RefundQuery = { paymentId: string; key: string; refundId: string | null };

/** What one webhook tells. It may be late, repeated or out of order: fetch before acting on it. */
export type GatewayEvent = {
  /** The same for every delivery of one event. */
  key: string;
  /** The gateway's own name for it. */
  name: string;
  topic: 'link' | 'payment' | 'refund' | 'dispute' | 'other';
  link: GatewayLink | null;
  payment: GatewayPayment | null;
  refund: GatewayRefund | null;
};

/** Where the payer's browser says it comes from. Verified, yet never proof of payment: fetch. */
export type CheckoutReturn = { reference: string | null; linkId: string; paymentId: string };

export type CheckoutForm = { action: string; fields: Record<string, string> };

/** Request headers by name, in whatever case; null for one that did not come. The web's own `Headers` are such. */
export type HeaderReader = { get(name: string): string | null };

/** What a gateway has sent on to the business's bank. */
export type Payout = {
  id: string;
  amountPaise: Paise;
  /** What the gateway kept of it, tax included; null where it does not tell. */
  feePaise: Paise | null;
  state: 'under-way' | 'paid' | 'failed';
  /** The bank's number. */
  bankReference: string | null;
  at: Date;
};

/** What the gateway kept of one payment, tax included. */
export type PaymentFee = { paymentId: string; feePaise: Paise };

/** Half-open: a payment at `until` is not in it. */
export type PaymentRange = { from: Date; until: Date };

/**
 * What every gateway can do for one merchant account. No method throws on what a gateway answers; none touches the
 * database; none is to be called inside a transaction. Writes are safe to repeat with the same reference or key.
 */
export type PaymentGateway = {
  /** How long before its end a link must be asked for; with a shorter hold, cancel the link yourself. */
  readonly minimumLinkMs: number;
  /**
   * Makes a link, or finds the one that this reference has already made, also after a lost answer. A found link may be
   * closed: look at its status. `duplicate` when the reference belongs to another amount.
   */
  createLink(request: LinkRequest): Promise<Outcome<GatewayLink>>;
  /** The link of this reference; null when there is none. */
  findLink(reference: string): Promise<Outcome<GatewayLink | null>>;
  fetchLink(linkId: string): Promise<Outcome<GatewayLink>>;
  /** Closes a link and says what it found. `outcome-unknown` when neither the call nor a fetch could tell. */
  cancelLink(linkId: string): Promise<Outcome<Cancelled>>;
  fetchPayment(paymentId: string): Promise<Outcome<GatewayPayment>>;
  /** Accepted is not done: `pending` is followed to `processed` or `failed`. */
  refund(request: RefundRequest): Promise<Outcome<GatewayRefund>>;
  fetchRefund(query: RefundQuery): Promise<Outcome<GatewayRefund>>;
  /** Every refund of one payment, whoever made it, in no order; also those that failed. */
  listRefunds(paymentId: string): Promise<Outcome<GatewayRefund[]>>;
  /**
   * All payments begun in the range that were captured, for reconciliation; in no order. One may be captured as late as
   * three days after it was begun: look back four days every time. Source: payments reference 1.6 and 5.10.
   */
  listSettledPayments(range: PaymentRange): Promise<Outcome<GatewayPayment[]>>;
  /**
   * What the gateway kept of the payments that it settled on the days of the range, whenever they were begun; null where each
   * payment tells it itself.
   */
  listFees(range: PaymentRange): Promise<Outcome<PaymentFee[] | null>>;
  /** What was paid out to the bank in the range, in no order; null where this gateway tells nothing of it. */
  listPayouts(range: PaymentRange): Promise<Outcome<Payout[] | null>>;
  /** Whether the gateway knows this account's keys, by the cheapest read there is. Says nothing about its webhook secret. */
  check(): Promise<Outcome<null>>;
  /** Whether the bytes as received were signed for this account. Constant time. */
  verifyWebhook(rawBody: Uint8Array, headers: HeaderReader): boolean;
  /** Reads a verified body; null when it is not one of this gateway's at all. Unheard-of events have topic `other`. */
  parseWebhook(rawBody: Uint8Array, headers: HeaderReader): GatewayEvent | null;
  /** What the payer's browser posts to the gateway's own page, where it makes no links; null where it does. */
  checkoutForm(request: LinkRequest): Outcome<CheckoutForm> | null;
  /** Topics of which notices come without a signature: they are not believed, and no attack either. */
  readonly unsignedTopics?: readonly GatewayEvent['topic'][];
  /** Reads what the payer's browser brought back; null when it is not signed for this account. */
  readReturn(fields: URLSearchParams): CheckoutReturn | null;
};

export type RazorpayConnection = {
  gateway: 'razorpay';
  /** Base address, no trailing slash and no version: https://api.razorpay.com */
  apiUrl: string;
  keyId: string;
  keySecret: string;
  /** The current one first. Events from before a rotation stay signed with the old one for 24 hours. */
  webhookSecrets: readonly string[];
};

export type PayuConnection = {
  gateway: 'payu';
  /** Verification and refunds: https://info.payu.in */
  apiUrl: string;
  /** The hosted checkout: https://secure.payu.in */
  checkoutUrl: string;
  merchantKey: string;
  salt: string;
  /** With these the gateway makes Payment Links; without, the payer goes through our page to the hosted checkout. */
  links: PayuLinksAccount | null;
};

export type PayuLinksAccount = {
  /** https://accounts.payu.in */
  accountsUrl: string;
  /** https://oneapi.payu.in */
  linksUrl: string;
  merchantId: string;
  clientId: string;
  clientSecret: string;
};
