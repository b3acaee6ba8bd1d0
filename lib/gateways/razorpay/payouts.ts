import { ok } from '../../kernel/result';
import { ofRead } from '../outcome';
import { repeat } from '../repeat';
import type { Outcome, PaymentRange, Payout } from '../types';
import { call } from './client';
import { pageSize } from './limits';
import type { Desk } from './links';
import { settlementListSchema, type RazorpaySettlement } from './schema';

/**
 * See PaymentGateway.listPayouts. Razorpay calls them settlements. Source: the `settlements` resource of its own SDK; their
 * form is not in the payments reference (unverified), so whatever is missing is shown as unknown.
 */
export async function listPayouts(desk: Desk, range: PaymentRange): Promise<Outcome<Payout[]>> {
  const from = Math.floor(range.from.getTime() / 1000);
  const to = Math.ceil(range.until.getTime() / 1000);
  const found: Payout[] = [];
  for (let skip = 0; ; skip += pageSize) {
    const page = await repeat(
      () =>
        call(desk.connection, settlementListSchema, () =>
          desk.client.sdk.settlements.all({ from, to, count: pageSize, skip }),
        ),
      desk.pause,
    );
    if (!page.ok) return ofRead(page);
    found.push(...page.value.items.map(readPayout));
    if (page.value.items.length < pageSize) return ok(found);
  }
}

/** Fees come with their tax as a part of them. */
const readPayout = ({ id, amount, fees, status, utr, created_at: at }: RazorpaySettlement): Payout => ({
  id,
  amountPaise: amount,
  feePaise: fees ?? null,
  state: status === 'processed' ? 'paid' : status === 'failed' ? 'failed' : 'under-way',
  bankReference: utr || null,
  at: new Date(at * 1000),
});
