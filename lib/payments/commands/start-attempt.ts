import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { Paise } from '../../kernel/money';
import type { BusinessScope } from '../../tenancy/types';
import type { Asking } from '../../terms/types';
import type { PaymentAttempt } from '../queries';
import { writeAsking } from './write-asking';

type Start = {
  bookingId: string;
  accountId: string;
  purpose: 'confirm' | 'balance';
  amountPaise: Paise;
  payBy: Date;
  /** When the gateway closes the link by itself. */
  expiresAt: Date;
  way: Asking['way'];
  now: Date;
};

/**
 * Begins to ask for a booking's money. Only one attempt at a time may: close the one before (`closeAttempt`). The caller
 * has locked the booking.
 */
export async function startAttempt(tx: Tx, scope: BusinessScope, input: Start): Promise<PaymentAttempt> {
  const { way, now, ...data } = input;
  const { businessId } = scope;
  const attempt = await tx.paymentAttempt.create({
    data: { businessId, id: newId(), ...data, status: 'creating', createdAt: now },
  });
  await writeAsking(tx, scope, attempt, { way });
  return attempt;
}
