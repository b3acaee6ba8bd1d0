import type { Db } from '../db/client';
import type { AuditLog } from '../tenancy/schema';
import { listAudit as listEntries } from '../tenancy/sql/people';
import type { BusinessScope } from '../tenancy/types';
import { readCursor } from './list-chats';

const pageSize = 50;

/** Who did what to what, newest first, fifty at a time. */
export async function listAudit(
  db: Db,
  scope: BusinessScope,
  query: { action?: string | undefined; actor?: string | undefined; after?: string | undefined },
): Promise<AuditLog> {
  const cursor = readCursor(query.after);
  const rows = await listEntries(db, scope, {
    ...query,
    after: cursor && { at: cursor.updatedAt, id: cursor.id },
    limit: pageSize + 1,
  });
  const entries = rows.slice(0, pageSize);
  const last = entries.at(-1);
  return { entries, next: last && rows.length > pageSize ? `${last.at}_${last.id}` : null };
}
