import { transaction } from '../db/transaction';
import { AppError } from '../kernel/app-error';
import { publish } from '../live/publish';
import { recordAudit } from '../tenancy/commands/record-audit';
import type { BusinessScope, StaffActor } from '../tenancy/types';
import { takeBackFromStaff } from '../threads/commands/hand-over';
import { lockThread } from '../threads/commands/lock-thread';
import { markSeen, takeOver } from '../threads/commands/note-staff';
import type { World } from './types';

type Desk = Pick<World, 'database' | 'clock'>;

/**
 * Gives a chat to staff, where the bot goes quiet, or back to the bot, which also settles whatever was flagged.
 * Repeating it changes nothing. Throws not-found.
 */
export async function handOverChat(
  world: Desk,
  scope: BusinessScope,
  input: { actor: StaffActor; threadId: string; to: 'staff' | 'bot' },
): Promise<void> {
  const { actor, to } = input;
  const now = world.clock.now();
  await transaction(world.database, async (tx) => {
    const thread = await lockThread(tx, scope, input.threadId);
    if (!thread) throw new AppError('not-found', 'There is no such chat.');
    if (to === 'staff') await takeOver(tx, scope, { threadId: thread.id, now });
    else await takeBackFromStaff(tx, scope, thread.id);
    await recordAudit(tx, scope, {
      actor,
      action: to === 'staff' ? 'chat.take-over' : 'chat.hand-back',
      subject: { kind: 'chat', id: thread.id },
      before: { handledBy: thread.handledBy },
      after: { handledBy: to },
      now,
    });
    await publish(tx, scope, { kind: 'chats', id: thread.id });
  });
}

/** Staff have read the chat up to a position. Throws not-found. */
export async function markChatSeen(
  world: Desk,
  scope: BusinessScope,
  input: { threadId: string; position: number },
): Promise<void> {
  await transaction(world.database, async (tx) => {
    if (!(await lockThread(tx, scope, input.threadId)))
      throw new AppError('not-found', 'There is no such chat.');
    if (await markSeen(tx, scope, input)) await publish(tx, scope, { kind: 'chats', id: input.threadId });
  });
}
