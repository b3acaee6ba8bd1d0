import { z } from 'zod';
import type { Account, Payment, Refund } from './account';
import { noSuchId, Refusal } from './refusal';
import { tellRefund } from './tell';

const refundSchema = z.strictObject({
  amount: z.int().optional(),
  speed: z.enum(['normal', 'optimum']).optional(),
  receipt: z.string().max(40).optional(),
  notes: z.record(z.string(), z.string().max(255)).optional(),
});

const sixMonthsSeconds = 184 * 24 * 60 * 60;

/** Pays back, once for each idempotency key. Throws Refusal. Source: payments reference 1.7. */
export function refund(account: Account, paymentId: string, rawBody: string, key: string | null): Refund {
  if (key !== null && !/^[A-Za-z0-9_-]{10,}$/.test(key)) throw new Refusal('The idempotency key is invalid');
  const before = key === null ? undefined : account.refundAnswers.get(`${paymentId} ${key}`);
  if (before) {
    if (before.body !== rawBody)
      throw new Refusal('Different request with the same idempotency key has already been processed.', 409);
    const same = account.refunds.get(before.refundId);
    if (same) return same;
  }
  const payment = account.payments.get(paymentId);
  if (!payment) throw noSuchId();
  const made = makeRefund(account, payment, rawBody);
  if (key !== null) account.refundAnswers.set(`${paymentId} ${key}`, { body: rawBody, refundId: made.id });
  return made;
}

function makeRefund(account: Account, payment: Payment, rawBody: string): Refund {
  const parsed = refundSchema.safeParse(rawBody === '' ? {} : JSON.parse(rawBody));
  if (!parsed.success) throw new Refusal('The request has a field that is not required or not valid');
  const amount = parsed.data.amount ?? payment.amount - payment.amount_refunded;
  checkRefundable(account, payment, amount);
  const { receipt = null, notes = {} } = parsed.data;
  if (receipt !== null && [...account.refunds.values()].some((each) => each.receipt === receipt))
    throw new Refusal('The receipt has been used for another refund', 400, 'receipt');
  const made: Refund = {
    id: account.newId('rfnd'),
    payment_id: payment.id,
    amount,
    status: 'pending',
    receipt,
    notes,
    created_at: account.seconds(),
  };
  payment.amount_refunded += amount;
  account.balancePaise -= amount;
  account.refunds.set(made.id, made);
  tellRefund(account, 'created', made);
  if (!account.refundsWait) settleRefund(account, made, 'processed');
  return made;
}

function checkRefundable(account: Account, payment: Payment, amount: number): void {
  if (amount < 100) throw new Refusal('The amount must be atleast INR 1.00', 400, 'amount');
  if (payment.amount_refunded >= payment.amount)
    throw new Refusal('The payment has been fully refunded already');
  if (payment.status !== 'captured')
    throw new Refusal('The payment status should be captured for action to be taken');
  if (amount > payment.amount - payment.amount_refunded)
    throw new Refusal('The total refund amount is greater than the refund payment amount', 400, 'amount');
  if (account.seconds() - payment.created_at > sixMonthsSeconds)
    throw new Refusal('The payment is older than six months and cannot be refunded');
  if (amount > account.balancePaise)
    throw new Refusal('Your account does not have enough balance to carry out the refund operation.');
}

/** Ends a waiting refund; a failed one gives the money back to the merchant. */
export function settleRefund(account: Account, made: Refund, status: 'processed' | 'failed'): void {
  if (made.status !== 'pending') return;
  made.status = status;
  const payment = account.payments.get(made.payment_id);
  if (payment && status === 'failed') {
    payment.amount_refunded -= made.amount;
    account.balancePaise += made.amount;
  }
  if (payment && payment.amount_refunded === payment.amount) payment.status = 'refunded';
  tellRefund(account, status, made);
}
