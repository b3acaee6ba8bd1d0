import { findBooking } from '../../booking/queries';
import { templateFault } from '../../channels/template-faults';
import type { Tx } from '../../db/client';
import { publish } from '../../live/publish';
import { fillTemplate } from '../../messaging/check-template';
import { limits } from '../../messaging/limits';
import { shorten } from '../../messaging/shorten';
import type { MessagePurpose } from '../../messaging/purpose';
import type { OutboundMessage } from '../../messaging/types';
import { settleTemplate } from '../../templates/commands/settle-template';
import { findTemplate } from '../../templates/queries';
import type { StoredTemplate } from '../../templates/types';
import type { BusinessScope } from '../../tenancy/types';
import { flagThread } from '../../threads/commands/hand-over';
import { lockThread } from '../../threads/commands/lock-thread';
import { saveMessage } from '../../threads/commands/save-message';
import { isMessageWritten } from '../../threads/queries';
import type { Thread } from '../../threads/types';
import { isWindowOpen } from '../reply-window';
import type { World } from '../types';
import { templateFor, type TemplateMessage } from './notice-template';

const again = ':again';

/**
 * A message did not go because its template is paused, gone or not approved: the template is marked so, and the same is said
 * once in another way: by another approved template, else in free words inside the 24-hour window, else not at all, and the
 * chat is flagged for staff. False where the fault lies elsewhere, or this was the second try: nothing was done.
 */
export async function fallBackOnce(
  tx: Tx,
  world: World,
  scope: BusinessScope,
  failed: { messageId: string; code: number | undefined },
): Promise<boolean> {
  const status = templateFault(failed.code);
  if (!status) return false;
  const row = await tx.message.findFirst({
    where: { businessId: scope.businessId, id: failed.messageId, direction: 'out' },
    select: {
      threadId: true,
      effectId: true,
      purpose: true,
      label: true,
      content: true,
      expiresAt: true,
      bookingId: true,
    },
  });
  // Written by `saveTurn`, and so one of these.
  const content = row?.content as OutboundMessage | undefined;
  if (!row || content?.kind !== 'template') return false;
  const thread = await lockThread(tx, scope, row.threadId);
  if (!thread) return false;
  const now = world.clock.now();
  const { name, language } = content;
  const stored = await findTemplate(tx, scope, { channelId: thread.channelId, name, language });
  const news = { name, language, status, reason: `Meta ${String(failed.code)}` };
  await settleTemplate(tx, scope, { channelId: thread.channelId, news, now });
  await publish(tx, scope, { kind: 'setup', id: thread.channelId });
  const effectId = `${row.effectId}${again}`;
  if (!stored || row.effectId.endsWith(again) || (await isMessageWritten(tx, scope, effectId))) return false;
  const other = await insteadOf(tx, world, scope, { content, stored, thread, bookingId: row.bookingId });
  if (!other) {
    await flagThread(tx, scope, { threadId: thread.id, reason: 'not-told' });
    return true;
  }
  const { label, expiresAt, bookingId } = row;
  await saveMessage(tx, scope, {
    thread,
    now,
    // Written by `saveTurn`, and checked by the database.
    message: {
      effectId,
      purpose: row.purpose as MessagePurpose,
      label,
      content: other,
      expiresAt,
      bookingId,
    },
  });
  await publish(tx, scope, { kind: 'chats', id: thread.id });
  return true;
}

async function insteadOf(
  tx: Tx,
  world: World,
  scope: BusinessScope,
  of: { content: TemplateMessage; stored: StoredTemplate; thread: Thread; bookingId: string | null },
): Promise<OutboundMessage | null> {
  const { content, stored, thread, bookingId } = of;
  const template = await templateFor(tx, world, scope, {
    channelId: thread.channelId,
    purpose: stored.purpose,
    booking: bookingId === null ? null : await findBooking(tx, scope, bookingId),
    language: stored.language,
    keep: Array.isArray(content.body) ? {} : content.body,
  });
  if (template) return template;
  return isWindowOpen(thread, world.clock.now()) ? inFreeWords(content, stored) : null;
}

/** The template's own words and buttons, as any message inside the window. */
function inFreeWords(content: TemplateMessage, { definition }: StoredTemplate): OutboundMessage {
  const body = fillTemplate(definition.body, content.body);
  const buttons = (content.buttons ?? []).flatMap((button) => {
    const title = definition.buttons[button.index]?.title;
    return button.type === 'quick-reply' && title !== undefined
      ? [{ id: button.payload, title: shorten(title, limits.buttonTitle) }]
      : [];
  });
  return buttons.length === 0
    ? { kind: 'text', body }
    : { kind: 'buttons', body, buttons: buttons.slice(0, limits.buttons) };
}
