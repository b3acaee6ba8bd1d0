import { ok } from '../../kernel/result';
import { ofRead, refused } from '../outcome';
import { repeat } from '../repeat';
import type { GatewayRefund, Outcome, RefundQuery, RefundRequest } from '../types';
import { call } from './client';
import { idempotencyKeyForm, minimumPaise, pageSize } from './limits';
import type { Desk } from './links';
import { readRefund } from './read';
import { refundListSchema, refundSchema } from './schema';

/**
 * See PaymentGateway.refund. The key goes out as idempotency header, receipt and note; a repeat carries the identical
 * body, as Razorpay demands. Source: payments reference 1.7.
 */
export async function refund(desk: Desk, request: RefundRequest): Promise<Outcome<GatewayRefund>> {
  const { paymentId, amountPaise, key } = request;
  if (!Number.isSafeInteger(amountPaise) || amountPaise < minimumPaise)
    return refused('invalid', 'A refund must be whole paise, 100 or more');
  if (!idempotencyKeyForm.test(key))
    return refused('invalid', 'A refund key has 10 or more letters, digits, - and _');
  const body = { amount: amountPaise, speed: 'normal', receipt: key, notes: { refund: key } };
  const path = `/v1/payments/${encodeURIComponent(paymentId)}/refund`;
  const answer = await repeat(
    () =>
      call(desk.connection, refundSchema, () =>
        desk.client.post(path, body, { 'X-Refund-Idempotency': key }),
      ),
    desk.pause,
  );
  return answer.ok ? ok(readRefund(answer.value)) : answer;
}

/** See PaymentGateway.fetchRefund. Without an id the payment's refunds are searched for the key. */
export async function fetchRefund(desk: Desk, query: RefundQuery): Promise<Outcome<GatewayRefund>> {
  const { refundId } = query;
  if (refundId === null) return findRefund(desk, query);
  const answer = await repeat(
    () =>
      call(desk.connection, refundSchema, () => desk.client.sdk.refunds.fetch(encodeURIComponent(refundId))),
    desk.pause,
  );
  return answer.ok ? ok(readRefund(answer.value)) : ofRead(answer);
}

async function findRefund(desk: Desk, { paymentId, key }: RefundQuery): Promise<Outcome<GatewayRefund>> {
  const list = await listRefunds(desk, paymentId);
  if (!list.ok) return list;
  const found = list.value.find((each) => each.key === key);
  return found ? ok(found) : refused('not-found', 'No refund of this payment has this key');
}

/** See PaymentGateway.listRefunds. */
export async function listRefunds(desk: Desk, paymentId: string): Promise<Outcome<GatewayRefund[]>> {
  const found = new Map<string, GatewayRefund>();
  for (let skip = 0; ; skip += pageSize) {
    const page = await repeat(
      () =>
        call(desk.connection, refundListSchema, () =>
          desk.client.sdk.payments.fetchMultipleRefund(encodeURIComponent(paymentId), {
            count: pageSize,
            skip,
          }),
        ),
      desk.pause,
    );
    if (!page.ok) return ofRead(page);
    for (const refund of page.value.items.map(readRefund)) found.set(refund.id, refund);
    if (page.value.items.length < pageSize) return ok([...found.values()]);
  }
}
