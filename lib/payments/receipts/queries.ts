import type { Db } from '../../db/client';
import type { Paise } from '../../kernel/money';
import { receiptRow, receiptSnapshotSchema } from '../../receipts/schema';
import type { ReceiptRow, ReceiptSnapshot, ReceiptSubject } from '../../receipts/types';
import type { BusinessScope } from '../../tenancy/types';

/** A document as it was issued. */
export type Receipt = {
  id: string;
  /** Of a booking, or of a pack. */
  bookingId: string | null;
  packId: string | null;
  paymentId: string;
  refundId: string | null;
  snapshot: ReceiptSnapshot;
};

type Way = ReceiptSnapshot['paid'];

/** Money that documents are about, oldest first. */
export type ReceiptMoney = {
  /** What counts for the booking or pack; money that only passed through has no document. */
  payments: { id: string; amountPaise: Paise; way: Way }[];
  /** What has gone back of these. */
  refunds: { id: string; paymentId: string; amountPaise: Paise; way: Way }[];
};

const method = receiptSnapshotSchema.shape.paid.shape.method;

/** The money of one booking or pack that a document can tell of: payments that count, refunds that have arrived. */
export async function listReceiptMoney(
  db: Db,
  scope: BusinessScope,
  of: ReceiptSubject,
): Promise<ReceiptMoney> {
  const where = { businessId: scope.businessId, ...of };
  const payments = await db.payment.findMany({
    where: { ...where, disposition: { in: ['applied', 'settled'] }, currency: 'INR' },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
  });
  const kept = 'bookingId' in of ? await inLedger(db, scope, of.bookingId, payments) : payments;
  const refunds = await db.refund.findMany({
    where: {
      businessId: scope.businessId,
      paymentId: { in: kept.map((one) => one.id) },
      status: 'processed',
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return {
    payments: kept.map((one) => ({
      id: one.id,
      amountPaise: one.amountPaise,
      way: {
        method: method.parse(one.method),
        instrument: one.instrument,
        reference: one.gatewayPaymentId ?? one.bankReference,
        at: one.receivedAt.toISOString(),
      },
    })),
    refunds: refunds.map((one) => ({
      id: one.id,
      paymentId: one.paymentId,
      amountPaise: one.amountPaise,
      way: {
        method: method.parse(one.method),
        instrument: null,
        reference: one.gatewayRefundId ?? one.bankReference,
        at: (one.endedAt ?? one.createdAt).toISOString(),
      },
    })),
  };
}

/** Those that the booking's ledger counts. */
async function inLedger<T extends { id: string }>(
  db: Db,
  { businessId }: BusinessScope,
  bookingId: string,
  payments: readonly T[],
): Promise<T[]> {
  const counted = await db.ledgerEntry.findMany({
    where: { businessId, bookingId, kind: 'payment', key: { in: payments.map(({ id }) => id) } },
    select: { key: true },
  });
  const keys = new Set(counted.map((one) => one.key));
  return payments.filter(({ id }) => keys.has(id));
}

type Row = Omit<Receipt, 'snapshot'> & { snapshot: unknown };

const toReceipt = ({ id, bookingId, packId, paymentId, refundId, snapshot }: Row): Receipt => ({
  id,
  bookingId,
  packId,
  paymentId,
  refundId,
  snapshot: receiptSnapshotSchema.parse(snapshot),
});

/** The documents of one booking or pack, in the order in which they were issued. */
export async function listReceipts(db: Db, scope: BusinessScope, of: ReceiptSubject): Promise<Receipt[]> {
  const rows = await db.receipt.findMany({
    where: { businessId: scope.businessId, ...of },
    orderBy: [{ issuedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toReceipt);
}

/** One document; null where the business has none with this id. */
export async function findReceipt(db: Db, scope: BusinessScope, id: string): Promise<Receipt | null> {
  const row = await db.receipt.findUnique({
    where: { businessId_id: { businessId: scope.businessId, id } },
  });
  return row && toReceipt(row);
}

/** Where a page of the list ended: an instant as ISO 8601, and the last document's id. */
export type ReceiptCursor = { at: string; id: string };

export type ReceiptFilters = {
  /** Half-open span in which they were issued. */
  span: { from: Date; to: Date } | null;
  /** What ILIKE is to find in number, reference, pack's or customer's name. */
  pattern: string | null;
  after: ReceiptCursor | null;
  limit: number;
};

/** Documents of all bookings and packs, newest first. */
export async function searchReceipts(
  db: Db,
  scope: BusinessScope,
  { span, pattern, after, limit }: ReceiptFilters,
): Promise<Receipt[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT id, booking_id AS "bookingId", pack_id AS "packId", payment_id AS "paymentId", refund_id AS "refundId", snapshot FROM receipt
    WHERE business_id = ${scope.businessId}::uuid
      AND (${span?.from.toISOString() ?? null}::timestamptz IS NULL
        OR (issued_at >= ${span?.from.toISOString() ?? null}::timestamptz
          AND issued_at < ${span?.to.toISOString() ?? null}::timestamptz))
      AND (${pattern}::text IS NULL OR number ILIKE ${pattern} OR snapshot->'booking'->>'reference' ILIKE ${pattern}
        OR snapshot->'customer'->>'name' ILIKE ${pattern}
        OR EXISTS (SELECT FROM jsonb_each_text(snapshot->'pack'->'name') AS name (language, text) WHERE text ILIKE ${pattern}))
      AND (${after?.at ?? null}::timestamptz IS NULL
        OR (issued_at, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    ORDER BY issued_at DESC, id DESC LIMIT ${limit}::int`;
  return rows.map(toReceipt);
}

/** A document in a list. */
export const receiptRowOf = ({ id, snapshot }: Receipt): ReceiptRow => receiptRow.parse({ id, ...snapshot });
