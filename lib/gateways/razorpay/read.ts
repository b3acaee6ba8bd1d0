import type {
  GatewayLink,
  GatewayPayment,
  GatewayRefund,
  LinkStatus,
  PaymentStatus,
  RefundStatus,
} from '../types';
import type { RazorpayLink, RazorpayPayment, RazorpayRefund } from './schema';

const linkStatuses = new Map<string, LinkStatus>([
  ['created', 'open'],
  ['partially_paid', 'partly-paid'],
  ['paid', 'paid'],
  ['cancelled', 'cancelled'],
  ['expired', 'expired'],
]);

const paymentStatuses = new Map<string, PaymentStatus>([
  ['authorized', 'authorised'],
  ['captured', 'captured'],
  ['refunded', 'refunded'],
  ['failed', 'failed'],
]);

// A status nobody documented is never taken for money: it stays the weakest until a fetch says a known one.
const paymentStatus = (status: string): PaymentStatus => paymentStatuses.get(status) ?? 'created';

/** The neutral link. */
export const readLink = (link: RazorpayLink): GatewayLink => ({
  id: link.id,
  reference: link.reference_id === '' ? null : (link.reference_id ?? null),
  url: link.short_url ?? null,
  amountPaise: link.amount,
  currency: link.currency,
  status: linkStatuses.get(link.status) ?? 'open',
  payments: (link.payments ?? []).map((payment) => ({
    id: payment.payment_id,
    amountPaise: payment.amount,
    currency: link.currency,
    status: paymentStatus(payment.status),
    method: payment.method ?? null,
  })),
});

/** The neutral payment. Its `status` is trusted, not its flag `captured`. Source: payments reference 1.6. */
export const readPayment = (payment: RazorpayPayment): GatewayPayment => ({
  id: payment.id,
  amountPaise: payment.amount,
  currency: payment.currency,
  status: paymentStatus(payment.status),
  method: payment.method ?? null,
  reference: textOf(payment.notes.reference),
  linkId: linkIdOf(payment.description),
  refundedPaise: payment.amount_refunded ?? null,
  feePaise: payment.fee ?? null,
  bankReference: bankReferenceOf(payment.acquirer_data),
  createdAt: payment.created_at ? new Date(payment.created_at * 1000) : null,
});

/** The neutral refund. */
export const readRefund = (refund: RazorpayRefund): GatewayRefund => ({
  id: refund.id,
  paymentId: refund.payment_id ?? null,
  amountPaise: refund.amount,
  status: refundStatus(refund.status),
  key: refund.receipt ?? textOf(refund.notes.refund),
  bankReference: bankReferenceOf(refund.acquirer_data),
});

const refundStatus = (status: string): RefundStatus =>
  status === 'processed' || status === 'failed' ? status : 'pending';

/** A payment through a link is described as `#` and the link's id without its prefix. */
function linkIdOf(description: string | null | undefined): string | null {
  const bare = /^#([A-Za-z0-9]{14})$/.exec(description ?? '')?.[1];
  return bare === undefined ? null : `plink_${bare}`;
}

const bankFields = ['rrn', 'utr', 'arn', 'bank_transaction_id', 'auth_code', 'transaction_id'];

function bankReferenceOf(data: Record<string, unknown> | null | undefined): string | null {
  for (const field of bankFields) {
    const value = textOf(data?.[field]);
    if (value !== null) return value;
  }
  return null;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
