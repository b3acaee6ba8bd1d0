import type { CustomerList } from '../customers/schema';
import { listCustomerRows, type CustomerCursor } from '../customers/sql/list-customers';
import type { Db } from '../db/client';
import type { BusinessScope } from '../tenancy/types';
import { containing, readCursor } from './list-chats';

const pageSize = 50;

/** Customers, newest first, fifty at a time; or those whose name or number contains the words. */
export async function listCustomers(
  db: Db,
  scope: BusinessScope,
  query: { q?: string | undefined; after?: string | undefined; blocked?: boolean | undefined },
): Promise<CustomerList> {
  const pattern = query.q ? containing(asStored(query.q)) : null;
  const rows = await listCustomerRows(db, scope, {
    pattern,
    after: cursorOf(query.after),
    limit: pageSize + 1,
    blocked: query.blocked,
  });
  const customers = rows.slice(0, pageSize);
  const last = customers.at(-1);
  return { customers, next: last && rows.length > pageSize ? `${last.createdAt}_${last.id}` : null };
}

/** A number is stored without the spaces and dashes that people type it with. */
export const asStored = (words: string): string =>
  /^\+?[\d\s()-]{3,}$/.test(words) ? words.replaceAll(/[^\d]/g, '') : words;

function cursorOf(given: string | undefined): CustomerCursor | null {
  const cursor = readCursor(given);
  return cursor && { createdAt: cursor.updatedAt, id: cursor.id };
}
