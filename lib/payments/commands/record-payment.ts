import type { Db } from '../../db/client';
import { newId } from '../../db/new-id';
import type { GatewayPayment } from '../../gateways/types';
import type { BusinessScope } from '../../tenancy/types';
import type { Payment } from '../queries';

type Arrived = {
  accountId: string;
  payment: Pick<GatewayPayment, 'id' | 'amountPaise' | 'currency' | 'method'> &
    Partial<Pick<GatewayPayment, 'feePaise' | 'bankReference' | 'createdAt'>>;
  attemptId: string | null;
  bookingId: string | null;
  now: Date;
};

/**
 * Writes down money that a gateway holds, before anything is decided about it: a fact of its own, whatever becomes of the
 * booking. One gateway payment is one row, however often and by how many at once it is told; an attempt that was not known
 * the first time is added.
 */
export async function recordPayment(db: Db, scope: BusinessScope, input: Arrived): Promise<Payment> {
  const { businessId } = scope;
  const { accountId, payment, attemptId, bookingId, now } = input;
  const known = {
    instrument: payment.method,
    ...(payment.bankReference != null && { bankReference: payment.bankReference }),
    ...(payment.feePaise != null && { feePaise: payment.feePaise }),
  };
  await db.payment.createMany({
    data: {
      businessId,
      id: newId(),
      accountId,
      gatewayPaymentId: payment.id,
      attemptId,
      bookingId,
      amountPaise: payment.amountPaise,
      currency: payment.currency,
      method: 'gateway',
      receivedAt: payment.createdAt ?? now,
      disposition: 'recorded',
      ...known,
    },
    skipDuplicates: true,
  });
  const where = { businessId, accountId, gatewayPaymentId: payment.id };
  if (attemptId)
    await db.payment.updateMany({
      where: { ...where, attemptId: null, disposition: { in: ['recorded', 'unmatched'] } },
      data: { attemptId, bookingId, disposition: 'recorded' },
    });
  if (known.feePaise !== undefined || known.bankReference !== undefined)
    await db.payment.updateMany({ where, data: known });
  return db.payment.findFirstOrThrow({ where });
}
