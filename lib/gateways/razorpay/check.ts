import { ok } from '../../kernel/result';
import { ofRead } from '../outcome';
import { repeat } from '../repeat';
import type { Outcome } from '../types';
import { call } from './client';
import type { Desk } from './links';
import { paymentListSchema } from './schema';

/** See PaymentGateway.check: one payment at most is read. */
export async function check(desk: Desk): Promise<Outcome<null>> {
  const answer = await repeat(
    () => call(desk.connection, paymentListSchema, () => desk.client.sdk.payments.all({ count: 1 })),
    desk.pause,
  );
  return answer.ok ? ok(null) : ofRead(answer);
}
