import type { Db } from '../db/client';
import { AppError } from '../kernel/app-error';
import { inLanguage, type Language, isLanguage } from '../kernel/local-text';
import { fillTemplate } from '../messaging/check-template';
import { sendable } from '../templates/latest';
import { listTemplates } from '../templates/queries';
import { getBusiness } from '../tenancy/queries';
import type { BusinessProfile, BusinessScope } from '../tenancy/types';
import { findChannelOf } from '../threads/queries';
import type { Transcript } from '../threads/schema';
import { findChat } from '../threads/sql/list-chats';
import { listMessages } from '../threads/sql/list-messages';
import { windowMs } from './reply-window';

const pageSize = 60;

/** One chat and a page of what was said in it. Throws not-found for a chat that is not this business's. */
export async function loadTranscript(
  db: Db,
  scope: BusinessScope,
  input: { threadId: string; before?: number | undefined; now: Date },
): Promise<Transcript> {
  const found = await findChat(db, scope, input.threadId);
  if (!found) throw new AppError('not-found', 'There is no such chat.');
  const [rows, business] = await Promise.all([
    listMessages(db, scope, {
      threadId: input.threadId,
      before: input.before ?? null,
      limit: pageSize + 1,
    }),
    getBusiness(db, scope),
  ]);
  const { lastInboundAt, language, blocked, refuses, nextPosition, ...chat } = found;
  const spoken = isLanguage(language) ? language : business.defaultLanguage;
  return {
    chat,
    blocked,
    refuses,
    language: spoken,
    windowUntil: windowEnd(lastInboundAt, input.now)?.toISOString() ?? null,
    template: windowEnd(lastInboundAt, input.now)
      ? null
      : await replyTemplate(db, scope, { threadId: input.threadId, language: spoken, business }),
    nextPosition,
    messages: rows.slice(-pageSize),
    more: rows.length > pageSize,
  };
}

/** The approved message that staff's words may go in, `{{message}}` where they stand; null where there is none. */
async function replyTemplate(
  db: Db,
  scope: BusinessScope,
  of: { threadId: string; language: Language; business: BusinessProfile },
): Promise<string | null> {
  const channelId = await findChannelOf(db, scope, of.threadId);
  const [best] = channelId
    ? sendable(await listTemplates(db, scope, channelId), 'staff_reply', of.language)
    : [];
  return best
    ? fillTemplate(best.definition.body, { business: inLanguage(of.business.name, best.language) })
    : null;
}

/** Until when free text may go to somebody who last wrote then; null once it may not (promise P22). */
export const windowEnd = (lastInboundAt: Date | null, now: Date): Date | null => {
  const end = lastInboundAt && new Date(lastInboundAt.getTime() + windowMs);
  return end && end > now ? end : null;
};
