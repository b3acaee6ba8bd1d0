import type { Tx } from '../../db/client';
import type { ThreadId } from '../../kernel/ids';
import type { BusinessScope } from '../../tenancy/types';

/**
 * Staff have spoken in the chat: it is theirs until they hand it back or fall silent, what was flagged is dealt with,
 * and all messages so far are seen.
 */
export async function noteStaffReply(
  tx: Tx,
  scope: BusinessScope,
  input: { threadId: ThreadId; now: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE thread SET handled_by = 'staff', handed_over_at = coalesce(handed_over_at, ${input.now}::timestamptz),
      last_staff_at = ${input.now}::timestamptz, staff_reason = 'taken-over', seen_position = next_position
    WHERE business_id = ${scope.businessId}::uuid AND id = ${input.threadId}::uuid`;
}

/** Staff take the chat over without a word yet: the bot goes quiet. */
export async function takeOver(
  tx: Tx,
  scope: BusinessScope,
  input: { threadId: ThreadId; now: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE thread SET handled_by = 'staff', handed_over_at = ${input.now}::timestamptz, staff_reason = 'taken-over'
    WHERE business_id = ${scope.businessId}::uuid AND id = ${input.threadId}::uuid`;
}

/** Messages before the position have been seen. A later mark stands. False when that changed nothing. */
export async function markSeen(
  tx: Tx,
  scope: BusinessScope,
  input: { threadId: string; position: number },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE thread SET seen_position = least(next_position, ${input.position}::int)
    WHERE business_id = ${scope.businessId}::uuid AND id = ${input.threadId}::uuid
      AND seen_position < least(next_position, ${input.position}::int)`;
  return changed === 1;
}
