import type { Db, Tx } from '../../db/client';
import type { ThreadId } from '../../kernel/ids';
import type { BusinessScope } from '../../tenancy/types';
import type { StaffReason } from '../types';

/** Gives the chat to staff: the bot goes quiet and the chat is flagged with the reason. */
export async function handToStaff(
  tx: Tx,
  scope: BusinessScope,
  input: { threadId: ThreadId; reason: StaffReason; now: Date },
): Promise<void> {
  await tx.thread.update({
    where: { businessId_id: { businessId: scope.businessId, id: input.threadId } },
    data: { handledBy: 'staff', handedOverAt: input.now, staffReason: input.reason },
  });
}

/** Gives the chat back to the bot. */
export async function takeBackFromStaff(tx: Tx, scope: BusinessScope, threadId: ThreadId): Promise<void> {
  await tx.thread.update({
    where: { businessId_id: { businessId: scope.businessId, id: threadId } },
    data: { handledBy: 'bot', handedOverAt: null, lastStaffAt: null, staffReason: null },
  });
}

/** Flags a chat as `flagThread` does, unless staff have a reason to look at it already. */
export async function flagThreadOnce(
  db: Db,
  scope: BusinessScope,
  input: { threadId: string; reason: StaffReason },
): Promise<void> {
  await db.thread.updateMany({
    where: { businessId: scope.businessId, id: input.threadId, staffReason: null },
    data: { staffReason: input.reason },
  });
}

/** Flags a chat for staff without silencing the bot: something went wrong that a person should see. */
export async function flagThread(
  db: Db,
  scope: BusinessScope,
  input: { threadId: string; reason: StaffReason },
): Promise<void> {
  await db.thread.update({
    where: { businessId_id: { businessId: scope.businessId, id: input.threadId } },
    data: { staffReason: input.reason },
  });
}
