import type { GatewayLink, GatewayPayment, GatewayRefund, LinkStatus, PaymentStatus } from '../types';
import type { z } from 'zod';
import { isUuid } from '../../kernel/uuid';
import { keyOf, referenceOf } from './codes';
import { instantOf } from './ist';
import { paiseOf } from './rupees';
import type { actionSchema, listedSchema, Transaction } from './schema';

const failedStatuses = ['failed', 'failure', 'bounced', 'dropped', 'usercancelled', 'cancelled'];
const methods = new Map([
  ['UPI', 'upi'],
  ['CC', 'card'],
  ['DC', 'card'],
  ['NB', 'netbanking'],
  ['CASH', 'wallet'],
]);

/** The neutral payment; null for a transaction that PayU does not know. */
export function readTransaction(transaction: Transaction): GatewayPayment | null {
  const { mihpayid: id, txnid } = transaction;
  const amountPaise = paiseOf(transaction.transaction_amount ?? transaction.amount ?? transaction.amt);
  if (!id || !/^\d+$/.test(id) || amountPaise === null) return null;
  const given = transaction.udf2 ?? '';
  return {
    id,
    amountPaise,
    currency: 'INR',
    status: paymentStatus(transaction.status, transaction.unmappedstatus),
    method: methodOf(transaction.mode),
    reference: isUuid(given) ? given : referenceOf(txnid ?? ''),
    linkId: txnid ?? null,
    refundedPaise: null,
    feePaise: null,
    bankReference: transaction.bank_ref_num === '' ? null : (transaction.bank_ref_num ?? null),
    createdAt: instantOf(transaction.addedon),
  };
}

/**
 * Money is in only with `success` and `captured` together: a `success` may be authorised alone.
 * Source: payments reference 2.4.
 */
function paymentStatus(status: string | null | undefined, finer: string | null | undefined): PaymentStatus {
  const [coarse, fine] = [status?.toLowerCase() ?? '', finer?.toLowerCase() ?? ''];
  if (coarse === 'success' && fine === 'captured') return 'captured';
  if (fine === 'auth') return 'authorised';
  return coarse === 'failure' || failedStatuses.includes(fine) ? 'failed' : 'created';
}

const methodOf = (mode: string | null | undefined): string | null =>
  mode ? (methods.get(mode) ?? mode.toLowerCase()) : null;

/** The neutral payment of a reconciliation list. */
export function readListed(row: z.infer<typeof listedSchema>): GatewayPayment | null {
  const isCaptured = row.status?.toLowerCase() === 'captured';
  return readTransaction({
    ...row,
    mihpayid: row.id,
    status: isCaptured ? 'success' : row.status,
    unmappedstatus: row.status,
    transaction_amount: row.amount,
    bank_ref_num: row.bank_ref_no,
    udf2: null,
  });
}

/** The neutral refund. */
export function readAction(row: z.infer<typeof actionSchema>): GatewayRefund {
  const status = row.status?.toLowerCase();
  return {
    id: row.request_id,
    paymentId: row.mihpayid ?? null,
    amountPaise: paiseOf(row.amt),
    status: status === 'success' ? 'processed' : status === 'failure' ? 'failed' : 'pending',
    key: keyOf(row.token ?? ''),
    bankReference: row.bank_arn ?? row.bank_ref_num ?? null,
  };
}

/** What a link has come to. Money decides before anything else does. */
export function linkStatus(
  payments: GatewayLink['payments'],
  askedPaise: number | null,
  closed: 'cancelled' | 'expired' | null,
): LinkStatus {
  const captured = payments
    .filter(({ status }) => status === 'captured')
    .reduce((sum, { amountPaise }) => sum + amountPaise, 0);
  if (captured === 0) return closed ?? 'open';
  return askedPaise !== null && captured >= askedPaise ? 'paid' : 'partly-paid';
}
