import { ok } from '../../kernel/result';
import { ofRead, refused } from '../outcome';
import { repeat } from '../repeat';
import type { GatewayPayment, Outcome, PaymentRange } from '../types';
import type { Desk } from './desk';
import { istDateOf } from './ist';
import { refundedOf } from './money-back';
import { command } from './post-service';
import { readListed, readTransaction } from './read';
import { listedSchema, transactionSchema } from './schema';

/** See PaymentGateway.fetchPayment. Source: payments reference 2.5, `check_payment`. */
export async function fetchPayment(desk: Desk, paymentId: string): Promise<Outcome<GatewayPayment>> {
  const answer = await repeat(
    () => command(desk.http, desk.connection, 'check_payment', { var1: paymentId }),
    desk.pause,
  );
  if (!answer.ok) return ofRead(answer);
  const details = answer.value.transaction_details ?? {};
  const transaction = transactionSchema.safeParse(details[paymentId] ?? details).data;
  const payment = transaction ? readTransaction(transaction) : null;
  return payment?.id === paymentId ? ok(payment) : refused('not-found', 'PayU does not know this payment');
}

/**
 * See PaymentGateway.listSettledPayments. PayU lists whole days of India.
 * Source: PayU, "Get Transaction Details API" (`get_Transaction_Details`).
 */
export async function listSettledPayments(
  desk: Desk,
  { from, until }: PaymentRange,
): Promise<Outcome<GatewayPayment[]>> {
  const days = { var1: istDateOf(from), var2: istDateOf(until) };
  const answer = await repeat(
    () => command(desk.http, desk.connection, 'get_Transaction_Details', days),
    desk.pause,
  );
  if (!answer.ok) return ofRead(answer);
  const payments = (answer.value.Transaction_details ?? []).flatMap((each) => {
    const row = listedSchema.safeParse(each).data;
    const payment = row ? readListed(row) : null;
    return payment ? [payment] : [];
  });
  const captured = payments.filter(
    ({ status, createdAt }) =>
      status === 'captured' && (createdAt === null || (createdAt >= from && createdAt < until)),
  );
  return ok(await withRefunds(desk, captured));
}

/** PayU is asked about so many payments at a time. */
const atATime = 4;

/** The list says nothing of refunds, so that each payment is asked about. */
async function withRefunds(desk: Desk, payments: readonly GatewayPayment[]): Promise<GatewayPayment[]> {
  const known: GatewayPayment[] = [];
  for (let at = 0; at < payments.length; at += atATime) {
    const asked = payments.slice(at, at + atATime).map(async (payment) => ({
      ...payment,
      refundedPaise: await refundedOf(desk, payment.id),
    }));
    known.push(...(await Promise.all(asked)));
  }
  return known;
}
