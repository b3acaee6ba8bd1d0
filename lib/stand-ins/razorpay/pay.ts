import { createHmac } from 'node:crypto';
import type { Account, Link, Payment } from './account';
import { tellLinkPaid, tellPayment } from './tell';

/** Takes money on a link, whatever its state: late money arrives too. Gives null where an open link has been paid. */
export function takeMoney(
  account: Account,
  baseUrl: string,
  link: Link,
  options: { amountPaise?: number; currency?: string; retryOf?: string } = {},
): Payment | null {
  // The page's second click, and a second attempt on one order, take nothing.
  if (link.status === 'paid') return null;
  link.orderId ??= account.newId('order');
  const earlier = options.retryOf === undefined ? undefined : account.payments.get(options.retryOf);
  const payment = earlier ?? newPayment(account, link, options.amountPaise ?? link.amount);
  payment.status = 'captured';
  payment.currency = options.currency ?? 'INR';
  account.payments.set(payment.id, payment);
  link.amount_paid += payment.amount;
  link.updated_at = account.seconds();
  const wasOpen = link.status === 'created' || link.status === 'partially_paid';
  if (wasOpen) link.status = link.amount_paid >= link.amount ? 'paid' : 'partially_paid';
  tellPayment(account, payment);
  if (wasOpen) tellLinkPaid(account, baseUrl, link, payment);
  return payment;
}

/** A failed attempt. The same payment may still be captured: `takeMoney` with `retryOf`. */
export function failPayment(account: Account, link: Link): Payment {
  link.orderId ??= account.newId('order');
  const payment = newPayment(account, link, link.amount);
  payment.status = 'failed';
  account.payments.set(payment.id, payment);
  tellPayment(account, payment);
  return payment;
}

/** Takes money on an order that WhatsApp made at the gateway: no link, only the notes that came along. */
export function takeOrder(
  account: Account,
  order: { amountPaise: number; notes: Record<string, string> },
): Payment {
  const payment: Payment = {
    id: account.newId('pay'),
    linkId: '',
    order_id: account.newId('order'),
    amount: order.amountPaise,
    currency: 'INR',
    status: 'captured',
    amount_refunded: 0,
    created_at: account.seconds(),
    notes: order.notes,
  };
  account.payments.set(payment.id, payment);
  tellPayment(account, payment);
  return payment;
}

const newPayment = (account: Account, link: Link, amount: number): Payment => ({
  id: account.newId('pay'),
  linkId: link.id,
  order_id: link.orderId ?? '',
  amount,
  currency: 'INR',
  status: 'authorized',
  amount_refunded: 0,
  created_at: account.seconds(),
  notes: link.notes,
});

/** Where the browser goes after success: the callback with its signed query, else null. */
export function returnAddress(account: Account, link: Link, payment: Payment): string | null {
  if (link.callback_url === '') return null;
  const message = [link.id, link.reference_id, link.status, payment.id].join('|');
  const url = new URL(link.callback_url);
  for (const [name, value] of Object.entries({
    razorpay_payment_id: payment.id,
    razorpay_payment_link_id: link.id,
    razorpay_payment_link_reference_id: link.reference_id,
    razorpay_payment_link_status: link.status,
    razorpay_signature: createHmac('sha256', account.options.keySecret).update(message).digest('hex'),
  }))
    url.searchParams.set(name, value);
  return url.href;
}
