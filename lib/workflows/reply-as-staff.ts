import { transaction } from '../db/transaction';
import { fail, ok, type Result } from '../kernel/result';
import { publish } from '../live/publish';
import { recordAudit } from '../tenancy/commands/record-audit';
import type { BusinessScope, StaffActor } from '../tenancy/types';
import { lockThread } from '../threads/commands/lock-thread';
import { noteStaffReply } from '../threads/commands/note-staff';
import { saveTurn } from '../threads/commands/save-turn';
import { hasMessage } from '../threads/sql/list-messages';
import { windowEnd } from './load-transcript';
import type { World } from './types';

/**
 * Writes a staff member's words into a chat, to be sent like any message of ours; the chat becomes theirs. Safe to
 * repeat with the same key. Fails with `window-closed` where WhatsApp would not deliver it (promise P22), with
 * `not-found` for a chat that is not this business's.
 */
export async function replyAsStaff(
  world: Pick<World, 'database' | 'clock'>,
  scope: BusinessScope,
  input: { actor: StaffActor; threadId: string; key: string; text: string },
): Promise<Result<null, { reason: 'not-found' } | { reason: 'window-closed' }>> {
  const { actor, text } = input;
  const now = world.clock.now();
  return transaction(world.database, async (tx) => {
    const thread = await lockThread(tx, scope, input.threadId);
    if (!thread) return fail({ reason: 'not-found' });
    // Read under the thread's lock: of two that send the same at once, the second finds the first's.
    const effectId = `staff:${actor.userId}:${input.key}`;
    if (await hasMessage(tx, scope, effectId)) return ok(null);
    const windowUntil = windowEnd(thread.lastInboundAt, now);
    if (!windowUntil) return fail({ reason: 'window-closed' });
    await saveTurn(tx, scope, {
      channelId: thread.channelId,
      threadId: thread.id,
      firstPosition: thread.nextPosition,
      state: thread.state,
      now,
      messages: [
        {
          direction: 'out',
          effectId,
          label: 'staff',
          content: { kind: 'text', body: text },
          expiresAt: windowUntil,
        },
      ],
    });
    await noteStaffReply(tx, scope, { threadId: thread.id, now });
    // The words stand in the chat; the log says that they were said.
    await recordAudit(tx, scope, {
      actor,
      action: 'chat.reply',
      subject: { kind: 'chat', id: thread.id },
      now,
    });
    await publish(tx, scope, { kind: 'chats', id: thread.id });
    return ok(null);
  });
}
