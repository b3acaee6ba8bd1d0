import { ok } from '../../kernel/result';
import { ofRead } from '../outcome';
import { repeat } from '../repeat';
import type { GatewayPayment, Outcome, PaymentRange } from '../types';
import { call } from './client';
import { pageSize } from './limits';
import type { Desk } from './links';
import { readPayment } from './read';
import { paymentListSchema, paymentSchema } from './schema';

/** See PaymentGateway.fetchPayment. */
export async function fetchPayment(desk: Desk, paymentId: string): Promise<Outcome<GatewayPayment>> {
  const answer = await repeat(
    () =>
      call(desk.connection, paymentSchema, () =>
        desk.client.sdk.payments.fetch(encodeURIComponent(paymentId)),
      ),
    desk.pause,
  );
  return answer.ok ? ok(readPayment(answer.value)) : ofRead(answer);
}

/**
 * See PaymentGateway.listSettledPayments. Razorpay's bounds are whole seconds and inclusive. A payment that arrives
 * while pages are read shifts them, so one may come twice: it is kept once.
 */
export async function listSettledPayments(
  desk: Desk,
  range: PaymentRange,
): Promise<Outcome<GatewayPayment[]>> {
  const from = Math.floor(range.from.getTime() / 1000);
  const to = Math.ceil(range.until.getTime() / 1000);
  const found = new Map<string, GatewayPayment>();
  for (let skip = 0; ; skip += pageSize) {
    const page = await repeat(
      () =>
        call(desk.connection, paymentListSchema, () =>
          desk.client.sdk.payments.all({ from, to, count: pageSize, skip }),
        ),
      desk.pause,
    );
    if (!page.ok) return ofRead(page);
    for (const payment of page.value.items.map(readPayment)) found.set(payment.id, payment);
    if (page.value.items.length < pageSize) break;
  }
  return ok([...found.values()].filter((payment) => isSettledWithin(payment, range)));
}

const isSettledWithin = ({ status, createdAt }: GatewayPayment, { from, until }: PaymentRange): boolean =>
  (status === 'captured' || status === 'refunded') &&
  (createdAt === null || (createdAt >= from && createdAt < until));
