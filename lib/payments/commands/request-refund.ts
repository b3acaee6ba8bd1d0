import type { Actor } from '../../booking/types';
import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { Paise } from '../../kernel/money';
import type { BusinessScope } from '../../tenancy/types';
import type { Refund } from '../queries';
import { appendEntries } from './append-entries';

export type RefundReason = 'rule' | 'venue' | 'surplus' | 'late' | 'cancelled' | 'staff' | 'gateway';

type Request = {
  /** Given by who may repeat the request: the same id is one refund. */
  id?: string;
  paymentId: string;
  /** Null: money that belongs to no booking. */
  bookingId: string | null;
  amountPaise: Paise;
  method: Refund['method'];
  reason: RefundReason;
  note?: string;
  /** Handed over already, as cash at the desk is; otherwise it is still to be sent. */
  done?: boolean;
  actor: Actor;
  now: Date;
};

/**
 * Writes down that money is to go back, and takes it out of what is kept. How much may go is the caller's to have looked
 * up under the booking's lock (`foldLedger`, `refundable`). Sending it is a job's work.
 */
export async function requestRefund(tx: Tx, scope: BusinessScope, input: Request): Promise<Refund> {
  const {
    id = newId(),
    paymentId,
    bookingId,
    amountPaise,
    method,
    reason,
    note = null,
    done = false,
    actor,
    now,
  } = input;
  const { businessId } = scope;
  const refund = await tx.refund.create({
    data: {
      businessId,
      id,
      paymentId,
      bookingId,
      amountPaise,
      method,
      reason,
      note,
      status: done ? 'processed' : 'requested',
      requestedBy: actor,
      createdAt: now,
      ...(done && { endedAt: now }),
      ...(!done && method === 'gateway' && { nextTryAt: now }),
    },
  });
  if (bookingId === null) return refund;
  await appendEntries(tx, scope, {
    bookingId,
    entries: [
      {
        kind: 'refund',
        key: refund.id,
        paymentKey: paymentId,
        amountPaise,
        state: done ? 'processed' : 'requested',
      },
    ],
    actor,
    now,
  });
  return refund;
}
