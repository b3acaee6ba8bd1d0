import type { Db } from '../../db/client';
import { instantAt } from '../../i18n/wall-clock';
import { receiptRowOf, searchReceipts, type Receipt } from '../../payments/receipts/queries';
import type { ReceiptList } from '../../receipts/schema';
import type { BusinessScope } from '../../tenancy/types';
import { containing, readCursor } from '../list-chats';

const pageSize = 50;
const exportPage = 1_000;

type Wish = { q?: string; month?: string; after?: string };

/** Documents, newest first, fifty at a time: all, those of a month by the business's calendar, or those found. */
export async function listReceipts(
  db: Db,
  scope: BusinessScope,
  zone: string,
  { q, month, after }: Wish,
): Promise<ReceiptList> {
  const cursor = readCursor(after);
  const found = await searchReceipts(db, scope, {
    span: month === undefined ? null : monthSpan(month, zone),
    pattern: q ? containing(q) : null,
    after: cursor && { at: cursor.updatedAt, id: cursor.id },
    limit: pageSize + 1,
  });
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    rows: shown.map((receipt) => ({
      ...receiptRowOf(receipt),
      customerName: receipt.snapshot.customer.name,
      reference: receipt.snapshot.booking?.reference ?? null,
      pack: receipt.snapshot.pack?.name ?? null,
    })),
    next: last && found.length > pageSize ? `${last.snapshot.issuedAt}_${last.id}` : null,
  };
}

/** All documents of a month, newest first, read page by page. */
export async function* eachReceipt(
  db: Db,
  scope: BusinessScope,
  { month, zone }: { month: string; zone: string },
): AsyncGenerator<Receipt[]> {
  let after: { at: string; id: string } | null = null;
  for (;;) {
    const span = monthSpan(month, zone);
    const page: Receipt[] = await searchReceipts(db, scope, {
      span,
      pattern: null,
      after,
      limit: exportPage,
    });
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (!last || page.length < exportPage) return;
    after = { at: last.snapshot.issuedAt, id: last.id };
  }
}

/** From the first midnight of a month `YYYY-MM` to that of the next, by the clocks of a zone. */
export function monthSpan(month: string, zone: string): { from: Date; to: Date } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next =
    number === 12 ? `${String(year + 1)}-01` : `${String(year)}-${String(number + 1).padStart(2, '0')}`;
  return { from: instantAt(`${month}-01`, 0, zone), to: instantAt(`${next}-01`, 0, zone) };
}
