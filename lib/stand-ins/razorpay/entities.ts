import type { Account, Link, Payment, Refund } from './account';

const bare = (id: string): string => id.slice(id.indexOf('_') + 1);

/** Empty notes are a list, as at Razorpay. */
const notesOf = (notes: Record<string, string>): unknown => (Object.keys(notes).length === 0 ? [] : notes);

/** The link as the API shows it. */
export function linkEntity(account: Account, baseUrl: string, link: Link): Record<string, unknown> {
  const captured = account.paymentsOf(link.id).filter((each) => each.status === 'captured');
  return {
    ...linkInEvent(baseUrl, link),
    payments:
      captured.length === 0
        ? null
        : captured.map((each) => ({
            amount: each.amount,
            created_at: each.created_at,
            method: 'upi',
            payment_id: each.id,
            plink_id: link.id,
            status: 'captured',
            updated_at: each.created_at,
          })),
  };
}

/** The link as webhooks show it: without its payments. */
export function linkInEvent(baseUrl: string, link: Link): Record<string, unknown> {
  const { orderId, notes, ...rest } = link;
  return {
    ...rest,
    accept_partial: false,
    first_min_partial_amount: 0,
    notes: notesOf(notes),
    notify: { email: false, sms: false, whatsapp: false },
    ...(orderId === null ? {} : { order_id: orderId }),
    reminder_enable: false,
    reminders: [],
    short_url: `${baseUrl}/pay/${link.id}`,
    upi_link: false,
    user_id: '',
    whatsapp_link: false,
  };
}

/** The payment as the API and webhooks show it. */
export function paymentEntity(payment: Payment): Record<string, unknown> {
  const { linkId, notes, ...rest } = payment;
  const captured = payment.status === 'captured' || payment.status === 'refunded';
  const failed = payment.status === 'failed';
  return {
    ...rest,
    entity: 'payment',
    invoice_id: null,
    international: false,
    method: 'upi',
    refund_status: refundStatus(payment),
    captured,
    description: `#${bare(linkId)}`,
    card_id: null,
    bank: null,
    wallet: null,
    vpa: 'success@razorpay',
    upi: { payer_account_type: 'bank_account', vpa: 'success@razorpay' },
    email: null,
    contact: '+919000000001',
    notes: notesOf(notes),
    fee: captured ? Math.round(payment.amount * 0.0236) : null,
    tax: captured ? Math.round(payment.amount * 0.0036) : null,
    error_code: failed ? 'BAD_REQUEST_ERROR' : null,
    error_description: failed ? 'Payment was unsuccessful' : null,
    error_reason: failed ? 'payment_failed' : null,
    acquirer_data: { rrn: failed ? null : '103600000000' },
  };
}

function refundStatus({ amount, amount_refunded }: Payment): 'full' | 'partial' | null {
  if (amount_refunded === 0) return null;
  return amount_refunded === amount ? 'full' : 'partial';
}

/** The refund as the API and webhooks show it. */
export const refundEntity = (refund: Refund): Record<string, unknown> => ({
  ...refund,
  entity: 'refund',
  currency: 'INR',
  notes: notesOf(refund.notes),
  acquirer_data: { rrn: refund.status === 'processed' ? '103600000001' : null },
  batch_id: null,
  speed_requested: 'normal',
  speed_processed: 'normal',
});

/** The order inside `payment_link.paid`: an internal shape, its ids without prefixes. */
export const innerOrder = (link: Link): Record<string, unknown> => ({
  id: bare(link.orderId ?? ''),
  amount: link.amount,
  amount_due: Math.max(0, link.amount - link.amount_paid),
  amount_paid: link.amount_paid,
  currency: 'INR',
  merchant_id: 'STANDINACCOUNT',
  notes: notesOf(link.notes),
  product_id: bare(link.id),
  product_type: 'payment_link_v2',
  receipt: link.reference_id,
  status: 'paid',
  created_at: link.created_at,
  offers: {},
  transfers: null,
});
