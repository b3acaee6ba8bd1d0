import type { Db } from '../db/client';
import { AppError } from '../kernel/app-error';
import { getBusiness } from '../tenancy/queries';
import type { BusinessScope } from '../tenancy/types';
import type { Transcript } from '../threads/schema';
import { findChat } from '../threads/sql/list-chats';
import { listMessages } from '../threads/sql/list-messages';
import { windowMs } from './answer-message';

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
  const { lastInboundAt, language, blocked, nextPosition, ...chat } = found;
  return {
    chat,
    blocked,
    language: language === 'en' || language === 'ta' ? language : business.defaultLanguage,
    windowUntil: windowEnd(lastInboundAt, input.now)?.toISOString() ?? null,
    nextPosition,
    messages: rows.slice(-pageSize),
    more: rows.length > pageSize,
  };
}

/** Until when free text may go to somebody who last wrote then; null once it may not (promise P22). */
export const windowEnd = (lastInboundAt: Date | null, now: Date): Date | null => {
  const end = lastInboundAt && new Date(lastInboundAt.getTime() + windowMs);
  return end && end > now ? end : null;
};
