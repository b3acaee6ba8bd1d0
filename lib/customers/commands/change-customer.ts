import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';
import type { CustomerChange } from '../schema';

/**
 * Stores what staff changed about a customer. Blocking keeps the moment of the first block. Null when there is no
 * such customer, or no longer; `note-changed` where the note is no longer `noteWas`, and then nothing is stored; otherwise
 * what stood there before. Repeating a change is harmless.
 */
export async function changeCustomer(
  tx: Tx,
  scope: BusinessScope,
  input: { customerId: string; change: CustomerChange; now: Date },
): Promise<
  | {
      name: string | null;
      language: string | null;
      note: string | null;
      blocked: boolean;
      blockReason: string | null;
    }
  | 'note-changed'
  | null
> {
  const { change, now } = input;
  const where = { businessId_id: { businessId: scope.businessId, id: input.customerId } };
  await tx.$queryRaw`SELECT id FROM customer WHERE business_id = ${scope.businessId}::uuid
    AND id = ${input.customerId}::uuid FOR UPDATE`;
  const before = await tx.customer.findUnique({ where });
  if (!before || before.erasedAt) return null;
  const { name, language, note, blockedAt, blockReason } = before;
  if (change.noteWas !== undefined && ![change.noteWas, change.note].includes(note ?? ''))
    return 'note-changed';
  await tx.customer.update({
    where,
    data: {
      ...(change.name !== undefined && { name: change.name }),
      ...(change.language !== undefined && { language: change.language }),
      ...(change.note !== undefined && { note: change.note === '' ? null : change.note }),
      ...(change.blocked !== undefined && {
        blockedAt: change.blocked ? (blockedAt ?? now) : null,
        blockReason: change.blocked ? (change.blockReason ?? blockReason) : null,
      }),
    },
  });
  return { name, language, note, blocked: blockedAt !== null, blockReason };
}
