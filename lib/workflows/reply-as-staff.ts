import { transaction } from '../db/transaction';
import { fail, ok, type Result } from '../kernel/result';
import { publish } from '../live/publish';
import { recordAudit } from '../tenancy/commands/record-audit';
import type { BusinessScope, StaffActor } from '../tenancy/types';
import { lockThread } from '../threads/commands/lock-thread';
import { noteStaffReply } from '../threads/commands/note-staff';
import { saveMessage } from '../threads/commands/save-message';
import { hasMessage } from '../threads/sql/list-messages';
import { windowEnd } from './load-transcript';
import { languageOf } from '../conversation/notice';
import { findRefusal, getCustomer } from '../customers/queries';
import type { Tx } from '../db/client';
import type { Refusal } from '../messaging/purpose';
import type { Thread } from '../threads/types';
import { loadStandingFacts } from './standing-facts';
import { templateFor, type NoticeWorld, type TemplateMessage } from './templates/notice-template';
import type { World } from './types';

/**
 * Writes a staff member's words into a chat, to be sent like any message of ours; the chat becomes theirs. Safe to
 * repeat with the same key. With `template` they go inside an approved message where free text may not. Fails with
 * `window-closed` where WhatsApp would not deliver it (promise P22), with
 * `not-found` for a chat that is not this business's, with `blocked` for a customer who is, with `opted-out` where it would
 * have to be a template and they want no such messages.
 */
export async function replyAsStaff(
  world: NoticeWorld & Pick<World, 'database'>,
  scope: BusinessScope,
  input: { actor: StaffActor; threadId: string; key: string; text: string; template?: boolean | undefined },
): Promise<Result<null, { reason: 'not-found' | 'window-closed' | Refusal }>> {
  const { actor, text } = input;
  const now = world.clock.now();
  return transaction(world.database, async (tx) => {
    const thread = await lockThread(tx, scope, input.threadId);
    if (!thread) return fail({ reason: 'not-found' });
    // Read under the thread's lock: of two that send the same at once, the second finds the first's.
    const effectId = `staff:${actor.userId}:${input.key}`;
    if (await hasMessage(tx, scope, effectId)) return ok(null);
    const { customerId } = thread;
    const windowUntil = windowEnd(thread.lastInboundAt, now);
    const template =
      !windowUntil && input.template ? await inTemplate(tx, world, scope, { thread, text }) : null;
    if (!windowUntil && !template) return fail({ reason: 'window-closed' });
    // Inside the window they have written themselves; outside of it we write to them of our own accord.
    const purpose = template ? 'own-bookings' : 'asked-for';
    const refusal = await findRefusal(tx, scope, { customerId, purpose, bookingId: null });
    if (refusal) return fail({ reason: refusal });
    await saveMessage(tx, scope, {
      thread,
      now,
      message: {
        effectId,
        purpose,
        label: 'staff',
        content: template ?? { kind: 'text', body: text },
        expiresAt: windowUntil,
      },
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

/** Null where no such message is approved, or staff's words do not fit into one. */
async function inTemplate(
  tx: Tx,
  world: NoticeWorld,
  scope: BusinessScope,
  { thread, text }: { thread: Thread; text: string },
): Promise<TemplateMessage | null> {
  const { name, profileName, language } = await getCustomer(tx, scope, thread.customerId);
  const { business } = await loadStandingFacts(tx, scope, world.clock.now());
  const customer = { name, profileName, language, blocked: false, attendees: [] };
  return templateFor(tx, world, scope, {
    channelId: thread.channelId,
    purpose: 'staff_reply',
    booking: null,
    language: languageOf(thread.state, { business, customer }),
    extras: { message: text },
  });
}
