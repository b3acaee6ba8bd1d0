import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import { AppError } from '../../kernel/app-error';
import type { Paise } from '../../kernel/money';
import type { BusinessScope } from '../../tenancy/types';
import { findByUtr } from '../queries';
import type { DeskMethod } from '../types';

/** Writes down money that staff took for a pack. It belongs to no booking, and nothing is to be decided about it. */
export async function recordPackPayment(
  tx: Tx,
  scope: BusinessScope,
  input: {
    packId: string;
    amountPaise: Paise;
    method: DeskMethod;
    /** UTR or authorisation code. */
    reference: string | null;
    takenBy: string;
    now: Date;
  },
): Promise<void> {
  const { businessId } = scope;
  const { packId, amountPaise, method, reference, takenBy, now } = input;
  // One transfer pays once (payment_utr_once).
  if (method === 'upi' && reference && (await findByUtr(tx, scope, reference)))
    throw new AppError('conflict', 'This UPI number is written down for other money already.');
  await tx.payment.create({
    data: {
      ...{ businessId, id: newId(), packId, amountPaise, method, takenBy },
      bankReference: reference,
      receivedAt: now,
      disposition: 'applied',
      decidedAt: now,
    },
  });
}
