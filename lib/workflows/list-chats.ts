import type { Db } from '../db/client';
import type { BusinessScope } from '../tenancy/types';
import type { ChatList } from '../threads/schema';
import { listOtherChats, listWaitingChats, searchChats, type ChatCursor } from '../threads/sql/list-chats';

const pageSize = 40;

/** The chats as a desk wants them: who waits for staff first, then the newest, forty at a time; or those found. */
export async function listChats(
  db: Db,
  scope: BusinessScope,
  query: { q?: string | undefined; after?: string | undefined },
): Promise<ChatList> {
  if (query.q) {
    const chats = await searchChats(db, scope, { pattern: containing(query.q), limit: 100 });
    return { chats, next: null };
  }
  const after = readCursor(query.after);
  const [waiting, others] = await Promise.all([
    after ? [] : listWaitingChats(db, scope),
    listOtherChats(db, scope, { after, limit: pageSize + 1 }),
  ]);
  const shown = others.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    chats: [...waiting, ...shown],
    next: last && others.length > pageSize ? `${last.updatedAt}_${last.id}` : null,
  };
}

/** What ILIKE takes for "contains these very letters". */
export const containing = (words: string): string =>
  `%${words.replaceAll(/[\\%_]/g, (letter) => `\\${letter}`)}%`;

const cursor = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/;

/** An unreadable cursor is the beginning. */
export function readCursor(given: string | undefined): ChatCursor | null {
  const [, updatedAt, id] = cursor.exec(given ?? '') ?? [];
  return updatedAt && id ? { updatedAt, id } : null;
}
