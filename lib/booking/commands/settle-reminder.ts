import type { Tx } from '../../db/client';
import { fromEpochMinute } from '../../kernel/time-range';
import type { UnsentReason } from '../../reminders/schema';
import type { BusinessScope } from '../../tenancy/types';
import { instant } from './sql/booking-row';

/** What became of a reminder that a worker had in hand. */
export type Settled =
  | { as: 'sent' }
  | { as: 'not-sent'; reason: UnsentReason }
  /** It is not wanted any more. */
  | { as: 'forgotten' }
  /** To be taken up again at that epoch minute. */
  | { as: 'waiting'; until: number };

/** Writes down what became of a reminder that this transaction has locked. Settled ones are never taken up again. */
export async function settleReminder(
  tx: Tx,
  scope: BusinessScope,
  input: { reminderId: string; settled: Settled; now: Date },
): Promise<void> {
  const { reminderId, settled, now } = input;
  const { businessId } = scope;
  switch (settled.as) {
    case 'forgotten':
      await tx.$executeRaw`DELETE FROM reminder WHERE business_id = ${businessId}::uuid AND id = ${reminderId}::uuid`;
      return;
    case 'waiting':
      await tx.$executeRaw`UPDATE reminder SET claimed_until = NULL, due_at = ${instant(fromEpochMinute(settled.until))}
        WHERE business_id = ${businessId}::uuid AND id = ${reminderId}::uuid`;
      return;
    case 'sent':
    case 'not-sent':
      await tx.$executeRaw`UPDATE reminder SET status = ${settled.as}::text, claimed_until = NULL,
          reason = ${settled.as === 'sent' ? null : settled.reason}::text, settled_at = ${instant(now)}
        WHERE business_id = ${businessId}::uuid AND id = ${reminderId}::uuid`;
  }
}
