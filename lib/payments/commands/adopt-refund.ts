import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { GatewayRefund } from '../../gateways/types';
import type { Paise } from '../../kernel/money';
import type { BusinessScope } from '../../tenancy/types';
import type { Payment, Refund } from '../queries';
import type { RefundState } from '../types';
import { appendEntries } from './append-entries';

const actor = { kind: 'system' } as const;

const stateOf: Record<GatewayRefund['status'], RefundState> = {
  pending: 'submitted',
  processed: 'processed',
  failed: 'failed',
};

/**
 * Adds a refund that was made on the gateway's own pages, and follows it from there. One that is there already comes back as
 * it is, not `fresh`. The caller has locked the booking, where there is one.
 */
export async function adoptRefund(
  tx: Tx,
  scope: BusinessScope,
  input: { payment: Payment; told: GatewayRefund & { amountPaise: Paise }; now: Date },
): Promise<{ refund: Refund; fresh: boolean }> {
  const { businessId } = scope;
  const { payment, told, now } = input;
  const state = stateOf[told.status];
  const id = newId();
  await tx.refund.createMany({
    data: {
      businessId,
      id,
      paymentId: payment.id,
      bookingId: payment.bookingId,
      amountPaise: told.amountPaise,
      status: state,
      method: 'gateway',
      reason: 'gateway',
      gatewayRefundId: told.id,
      bankReference: told.bankReference,
      requestedBy: actor,
      createdAt: now,
      ...(state === 'submitted' ? { nextTryAt: now } : { endedAt: now }),
    },
    skipDuplicates: true,
  });
  const where = { businessId, paymentId: payment.id, gatewayRefundId: told.id };
  const refund = await tx.refund.findFirstOrThrow({ where });
  const fresh = refund.id === id;
  if (fresh && payment.bookingId) {
    const { bookingId, id: paymentKey } = payment;
    const entry = { kind: 'refund', key: id, paymentKey, amountPaise: told.amountPaise, state } as const;
    await appendEntries(tx, scope, { bookingId, entries: [entry], actor, now });
  }
  return { refund, fresh };
}
