import type { Prisma } from '../../db/generated/client';
import type { Db } from '../../db/client';
import type { Paise } from '../../kernel/money';
import type { BusinessScope } from '../../tenancy/types';
import { isOverpaid, isStuck, surplus } from '../sql/waits';
import type { Overpaid, PaymentRow, RefundList, RefundRow, UnusedEvent } from './schema';

const include = {
  refunds: { orderBy: { createdAt: 'asc' } },
  booking: {
    select: {
      id: true,
      reference: true,
      attendeeName: true,
      customer: { select: { name: true, profileName: true } },
    },
  },
} as const satisfies Prisma.PaymentInclude;

type Row = Prisma.PaymentGetPayload<{ include: typeof include }>;

/** The tables' own checks guarantee the words. */
const toRefund = (row: Row['refunds'][number]): RefundRow => ({
  id: row.id,
  amountPaise: row.amountPaise,
  status: row.status as RefundRow['status'],
  method: row.method as RefundRow['method'],
  reason: row.reason,
  note: row.note,
  failure: row.failure,
  createdAt: row.createdAt.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
});

function toRow(row: Row, names: ReadonlyMap<string, string>): PaymentRow {
  const { booking, refunds } = row;
  const back = refunds.filter(({ status }) => status !== 'failed');
  return {
    id: row.id,
    receivedAt: row.receivedAt.toISOString(),
    amountPaise: row.amountPaise,
    currency: row.currency,
    method: row.method as PaymentRow['method'],
    instrument: row.instrument,
    bankReference: row.bankReference,
    gatewayPaymentId: row.gatewayPaymentId,
    disposition: row.disposition as PaymentRow['disposition'],
    why: row.why,
    dispute: row.dispute,
    note: row.note,
    takenBy: row.takenBy ? (names.get(row.takenBy) ?? null) : null,
    booking: booking && {
      id: booking.id,
      reference: booking.reference,
      name: booking.attendeeName ?? booking.customer?.name ?? booking.customer?.profileName ?? null,
    },
    refundablePaise: row.amountPaise - back.reduce((sum, one) => sum + one.amountPaise, 0),
    refunds: refunds.map(toRefund),
  };
}

async function namesOf(db: Db, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap(({ takenBy }) => takenBy ?? []))];
  if (ids.length === 0) return new Map();
  const staff = await db.staffUser.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(staff.map(({ id, name }) => [id, name]));
}

async function rowsWhere(
  db: Db,
  { businessId }: BusinessScope,
  where: Prisma.PaymentWhereInput,
  take = 200,
): Promise<PaymentRow[]> {
  const rows = await db.payment.findMany({
    where: { businessId, ...where },
    include,
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take,
  });
  const names = await namesOf(db, rows);
  return rows.map((row) => toRow(row, names));
}

/** A booking's payments, the newest first. */
export const listPaymentRows = (db: Db, scope: BusinessScope, bookingId: string): Promise<PaymentRow[]> =>
  rowsWhere(db, scope, { bookingId });

export async function findPaymentRow(db: Db, scope: BusinessScope, id: string): Promise<PaymentRow | null> {
  const [row] = await rowsWhere(db, scope, { id }, 1);
  return row ?? null;
}

export type PaymentFilters = {
  q?: string;
  from?: Date;
  until?: Date;
  method?: string;
  disposition?: string;
  /** The last one seen: `receivedAt|id`. */
  after?: string;
};

/** One page of payments, the newest first, and where the next begins. */
export async function listPaymentPage(
  db: Db,
  scope: BusinessScope,
  filters: PaymentFilters,
  size = 50,
): Promise<{ rows: PaymentRow[]; next: string | null }> {
  const { q, from, until, method, disposition, after } = filters;
  const [at = '', id = ''] = after?.split('|') ?? [];
  const seen = new Date(at);
  const name = q && { contains: q, mode: 'insensitive' as const };
  const rows = await rowsWhere(
    db,
    scope,
    {
      ...(method && { method }),
      ...(disposition && { disposition }),
      receivedAt: { ...(from && { gte: from }), ...(until && { lt: until }) },
      AND: [
        after && !Number.isNaN(seen.getTime())
          ? { OR: [{ receivedAt: { lt: seen } }, { receivedAt: seen, id: { lt: id } }] }
          : {},
        name
          ? {
              OR: [
                { bankReference: q },
                { gatewayPaymentId: q },
                { booking: { reference: q.toUpperCase() } },
                { booking: { attendeeName: name } },
                { booking: { customer: { OR: [{ name }, { profileName: name }] } } },
              ],
            }
          : {},
      ],
    },
    size + 1,
  );
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  return { rows: page, next: last ? `${last.receivedAt}|${last.id}` : null };
}

/** Payments that a person has to look at, the oldest first. */
export async function listOpenPayments(db: Db, scope: BusinessScope): Promise<PaymentRow[]> {
  const rows = await rowsWhere(db, scope, {
    OR: [{ disposition: { in: ['late', 'mismatch', 'unmatched'] } }, { dispute: 'open' }],
  });
  return rows.reverse();
}

/** Refunds that wait for a person: failed, to be handed over at the desk, or refused for a while. */
export async function listStuckRefunds(
  db: Db,
  scope: BusinessScope,
): Promise<(RefundRow & { payment: PaymentRow })[]> {
  const { businessId } = scope;
  const stuck = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM refund r
    WHERE r.business_id = ${businessId}::uuid AND r.status IN ('requested', 'failed') AND ${isStuck}
    ORDER BY r.created_at, r.id LIMIT 100`;
  const refunds = await db.refund.findMany({
    where: { businessId, id: { in: stuck.map(({ id }) => id) } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const payments = await rowsWhere(db, scope, { id: { in: refunds.map(({ paymentId }) => paymentId) } });
  const byId = new Map(payments.map((one) => [one.id, one]));
  return refunds.flatMap((refund) => {
    const payment = byId.get(refund.paymentId);
    return payment ? [{ ...toRefund(refund), payment }] : [];
  });
}

/** Bookings whose customers have paid more than is asked for, and nobody has looked; the first to come first. */
export const listOverpaid = (db: Db, { businessId }: BusinessScope): Promise<Overpaid[]> =>
  db.$queryRaw<Overpaid[]>`
    SELECT b.id AS "bookingId", b.reference, coalesce(b.attendee_name, c.name, c.profile_name) AS name,
      b.asked_paise AS "askedPaise", b.kept_paise AS "keptPaise", ${surplus} AS "surplusPaise"
    FROM booking b LEFT JOIN customer c ON c.business_id = b.business_id AND c.id = b.customer_id
    WHERE b.business_id = ${businessId}::uuid AND ${isOverpaid}
    ORDER BY b.starts_at, b.id LIMIT 100`;

/** What a booking keeps beyond what it asks for; 0 where that is nothing, or something else about its money waits first. */
export async function surplusOf(db: Db, { businessId }: BusinessScope, bookingId: string): Promise<Paise> {
  const [row] = await db.$queryRaw<{ paise: Paise }[]>`
    SELECT ${surplus} AS paise FROM booking b
    WHERE b.business_id = ${businessId}::uuid AND b.id = ${bookingId}::uuid AND ${isOverpaid}`;
  return row?.paise ?? 0;
}

/** One page of refunds, the newest first, and where the next begins. */
export async function listRefundPage(
  db: Db,
  scope: BusinessScope,
  filters: { status?: string; after?: string },
  size = 50,
): Promise<RefundList> {
  const { status, after } = filters;
  const [at = '', id = ''] = after?.split('|') ?? [];
  const seen = new Date(at);
  const refunds = await db.refund.findMany({
    where: {
      businessId: scope.businessId,
      ...(status && { status }),
      ...(after &&
        !Number.isNaN(seen.getTime()) && {
          OR: [{ createdAt: { lt: seen } }, { createdAt: seen, id: { lt: id } }],
        }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: size + 1,
  });
  const page = refunds.slice(0, size);
  const payments = await rowsWhere(db, scope, { id: { in: page.map(({ paymentId }) => paymentId) } });
  const byId = new Map(payments.map((one) => [one.id, one]));
  const last = refunds.length > size ? page.at(-1) : undefined;
  return {
    rows: page.flatMap((refund) => {
      const payment = byId.get(refund.paymentId);
      return payment ? [{ ...toRefund(refund), payment }] : [];
    }),
    next: last ? `${last.createdAt.toISOString()}|${last.id}` : null,
  };
}

/** Money that customers say they sent by UPI and that nobody has looked for yet. */
export async function listClaims(db: Db, { businessId }: BusinessScope) {
  const attempts = await db.paymentAttempt.findMany({
    where: { businessId, status: 'open', claimedAt: { not: null } },
    include: { booking: include.booking },
    orderBy: { claimedAt: 'asc' },
    take: 100,
  });
  return attempts.map(({ booking, amountPaise, claimedReference, claimedAt, createdAt }) => ({
    bookingId: booking.id,
    reference: booking.reference,
    name: booking.attendeeName ?? booking.customer?.name ?? booking.customer?.profileName ?? null,
    amountPaise,
    claimedReference: claimedReference ?? '',
    claimedAt: (claimedAt ?? createdAt).toISOString(),
  }));
}

/** Events that nobody could use and nobody has set aside; those tried in vain since before `since` among them. */
export async function listUnusedEvents(
  db: Db,
  { businessId }: BusinessScope,
  of: { since: Date; raw: boolean },
): Promise<UnusedEvent[]> {
  const rows = await db.gatewayEvent.findMany({
    where: {
      businessId,
      OR: [
        { status: 'failed' },
        // An unmatched payment is among the payments.
        { status: 'unmatched', paymentId: null },
        { status: 'pending', receivedAt: { lt: of.since } },
      ],
    },
    orderBy: { receivedAt: 'asc' },
    take: 100,
  });
  return rows.map(({ id, name, status, receivedAt, error, body }) => ({
    id,
    name,
    status: status as UnusedEvent['status'],
    receivedAt: receivedAt.toISOString(),
    error,
    body: of.raw ? body : null,
  }));
}

/** Where the gateway's books and ours differ, and nobody has said what of it. */
export async function listDifferences(db: Db, { businessId }: BusinessScope) {
  const rows = await db.settlementDifference.findMany({
    where: { businessId, mendedAt: null },
    orderBy: { foundAt: 'asc' },
    take: 200,
  });
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as 'missing-here' | 'missing-there' | 'amount' | 'refund',
    gatewayPaymentId: row.gatewayPaymentId,
    paymentId: row.paymentId,
    ourPaise: row.ourPaise,
    theirPaise: row.theirPaise,
    currency: row.currency,
    paidAt: row.paidAt?.toISOString() ?? null,
    foundAt: row.foundAt.toISOString(),
  }));
}

/** The figures of the newest compared days, of all accounts together. */
export async function listSettlementDays(db: Db, { businessId }: BusinessScope, days = 60) {
  const rows = await db.settlementDay.groupBy({
    by: ['onDate'],
    where: { businessId },
    _sum: {
      ourCount: true,
      ourPaise: true,
      theirCount: true,
      theirPaise: true,
      refundedPaise: true,
      feePaise: true,
    },
    orderBy: { onDate: 'desc' },
    take: days,
  });
  return rows.map(({ onDate, _sum: sum }) => ({
    onDate: onDate.toISOString().slice(0, 10),
    ourCount: sum.ourCount ?? 0,
    ourPaise: Number(sum.ourPaise),
    theirCount: sum.theirCount ?? 0,
    theirPaise: Number(sum.theirPaise),
    refundedPaise: Number(sum.refundedPaise),
    feePaise: Number(sum.feePaise),
  }));
}
