import type { Db } from '../../db/client';
import type { Paise } from '../../kernel/money';
import { receiptRow, receiptSnapshotSchema } from '../../receipts/schema';
import type { ReceiptRow, ReceiptSnapshot } from '../../receipts/types';
import type { BusinessScope } from '../../tenancy/types';

/** A document as it was issued. */
export type Receipt = {
  id: string;
  bookingId: string;
  paymentId: string;
  refundId: string | null;
  snapshot: ReceiptSnapshot;
};

type Way = ReceiptSnapshot['paid'];

/** Money of a booking that documents are about, oldest first. */
export type ReceiptMoney = {
  /** What counts for the booking; money that only passed through has no document. */
  payments: { id: string; amountPaise: Paise; way: Way }[];
  /** What has gone back of these. */
  refunds: { id: string; paymentId: string; amountPaise: Paise; way: Way }[];
};

const method = receiptSnapshotSchema.shape.paid.shape.method;

/** The money of one booking that a document can tell of: payments that count, refunds that have arrived. */
export async function listReceiptMoney(
  db: Db,
  scope: BusinessScope,
  bookingId: string,
): Promise<ReceiptMoney> {
  const where = { businessId: scope.businessId, bookingId };
  const payments = await db.payment.findMany({
    where: { ...where, disposition: { in: ['applied', 'settled'] }, currency: 'INR' },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
  });
  const counted = await db.ledgerEntry.findMany({
    where: { ...where, kind: 'payment', key: { in: payments.map((one) => one.id) } },
    select: { key: true },
  });
  const keys = new Set(counted.map((one) => one.key));
  const kept = payments.filter(({ id }) => keys.has(id));
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

type Row = { id: string; bookingId: string; paymentId: string; refundId: string | null; snapshot: unknown };

const toReceipt = ({ id, bookingId, paymentId, refundId, snapshot }: Row): Receipt => ({
  id,
  bookingId,
  paymentId,
  refundId,
  snapshot: receiptSnapshotSchema.parse(snapshot),
});

/** The documents of one booking, in the order in which they were issued. */
export async function listReceipts(db: Db, scope: BusinessScope, bookingId: string): Promise<Receipt[]> {
  const rows = await db.receipt.findMany({
    where: { businessId: scope.businessId, bookingId },
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
  /** What ILIKE is to find in number, reference or customer's name. */
  pattern: string | null;
  after: ReceiptCursor | null;
  limit: number;
};

/** Documents of all bookings, newest first. */
export async function searchReceipts(
  db: Db,
  scope: BusinessScope,
  { span, pattern, after, limit }: ReceiptFilters,
): Promise<Receipt[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT id, booking_id AS "bookingId", payment_id AS "paymentId", refund_id AS "refundId", snapshot FROM receipt
    WHERE business_id = ${scope.businessId}::uuid
      AND (${span?.from.toISOString() ?? null}::timestamptz IS NULL
        OR (issued_at >= ${span?.from.toISOString() ?? null}::timestamptz
          AND issued_at < ${span?.to.toISOString() ?? null}::timestamptz))
      AND (${pattern}::text IS NULL OR number ILIKE ${pattern} OR snapshot->'booking'->>'reference' ILIKE ${pattern}
        OR snapshot->'customer'->>'name' ILIKE ${pattern})
      AND (${after?.at ?? null}::timestamptz IS NULL
        OR (issued_at, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    ORDER BY issued_at DESC, id DESC LIMIT ${limit}::int`;
  return rows.map(toReceipt);
}

/** A document in a list. */
export const receiptRowOf = ({ id, snapshot }: Receipt): ReceiptRow => receiptRow.parse({ id, ...snapshot });
