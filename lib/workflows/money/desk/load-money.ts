import type { Db } from '../../../db/client';
import { instantAt } from '../../../i18n/wall-clock';
import { AppError } from '../../../kernel/app-error';
import { silentMs } from '../../../payments/alert-times';
import {
  findPaymentRow,
  listClaims,
  listDifferences,
  listOpenPayments,
  listOverpaid,
  listPaymentPage,
  listPaymentRows,
  listStuckRefunds,
  listUnusedEvents,
  type PaymentFilters,
} from '../../../payments/desk/queries';
import { findPaidBy } from '../../../packs/queries';
import type { Attention, BookingMoney, PaymentDetail, PaymentList } from '../../../payments/desk/schema';
import { countBadSignatures, currentAccount, findAttempt, findPayment } from '../../../payments/queries';
import { addDays } from '../../../scheduling/zone';
import type { BusinessScope } from '../../../tenancy/types';
import { refundAmount } from '../../../terms/refund-amount';
import { findDeskBooking } from '../../find-desk-booking';

/** A booking's money: what is asked for, what came, what went back, and what is asked for just now. */
export async function loadBookingMoney(
  db: Db,
  scope: BusinessScope,
  of: { booking: string; within: string | null; now: Date },
): Promise<BookingMoney> {
  const booking = await findDeskBooking(db, scope, of);
  const { asking, askedPaise, keptPaise, refundingPaise, pricePaise, terms, startsAt, status } = booking;
  const payments = await listPaymentRows(db, scope, booking.id);
  // A hold that ended is let off its price: it is shown with it, since it can still be paid.
  const asked = status === 'expired' && askedPaise === 0 ? pricePaise : askedPaise;
  return {
    askedPaise: asked,
    keptPaise,
    duePaise: asked - keptPaise,
    refundingPaise,
    asking: asking && {
      amountPaise: asking.amountPaise,
      payBy: new Date(asking.payBy).toISOString(),
      state: asking.state,
      url: asking.url,
      way: asking.way.kind,
      claimedReference: asking.claimedReference,
    },
    payments,
    pack: await findPaidBy(db, scope, booking.id),
    byRulePaise: refundAmount({ rule: terms.refund, keptPaise, startsAt, now: of.now, by: 'customer' }),
  };
}

/** One page of payments, by local days. */
export function listMoney(
  db: Db,
  scope: BusinessScope,
  zone: string,
  wish: Omit<PaymentFilters, 'from' | 'until'> & { from?: string; to?: string },
): Promise<PaymentList> {
  const { from, to, ...rest } = wish;
  return listPaymentPage(db, scope, {
    ...rest,
    ...(from && { from: instantAt(from, 0, zone) }),
    ...(to && { until: instantAt(addDays(to, 1), 0, zone) }),
  });
}

/** What needs a person, oldest first, and what is wrong with the way to the gateway; `raw` shows events as they came. */
export async function loadAttention(
  db: Db,
  scope: BusinessScope,
  { now, raw }: { now: Date; raw: boolean },
): Promise<Attention> {
  const [payments, refunds, overpaid, claims, differences, events, account] = await Promise.all([
    listOpenPayments(db, scope),
    listStuckRefunds(db, scope),
    listOverpaid(db, scope),
    listClaims(db, scope),
    listDifferences(db, scope),
    listUnusedEvents(db, scope, { since: new Date(now.getTime() - silentMs), raw }),
    currentAccount(db, scope),
  ]);
  const silent = account !== null && (await isSilent(db, scope, { accountId: account.id, now }));
  const bad = account
    ? await countBadSignatures(db, scope, { id: account.id, now })
    : { count: 0, lastAt: null };
  return {
    payments,
    refunds,
    overpaid,
    claims,
    differences,
    events,
    alerts: {
      silent,
      badSignatures: bad.count,
      badSignatureAt: bad.lastAt?.toISOString() ?? null,
    },
  };
}

/**
 * Whether the newest money that the gateway has had time to tell of was found by looking alone. A link that nobody pays brings
 * no event either, so that open payments by themselves say nothing.
 */
async function isSilent(
  db: Db,
  { businessId }: BusinessScope,
  { accountId, now }: { accountId: string; now: Date },
): Promise<boolean> {
  const newest = await db.payment.findFirst({
    where: { businessId, accountId, receivedAt: { lt: new Date(now.getTime() - silentMs) } },
    orderBy: { receivedAt: 'desc' },
    select: { id: true },
  });
  if (!newest) return false;
  const told = { businessId, accountId, topic: { in: ['payment', 'link'] }, paymentId: newest.id };
  return (await db.gatewayEvent.count({ where: told })) === 0;
}

/** One payment with everything that led to it; `raw` shows the gateway's events as they came. */
export async function loadPayment(
  db: Db,
  scope: BusinessScope,
  of: { payment: string; raw: boolean },
): Promise<PaymentDetail> {
  const { businessId } = scope;
  const payment = await findPaymentRow(db, scope, of.payment);
  const stored = await findPayment(db, scope, of.payment);
  if (!payment || !stored) throw new AppError('not-found', 'There is no such payment.');
  const attempt = stored.attemptId ? await findAttempt(db, scope, stored.attemptId) : null;
  const events = await db.gatewayEvent.findMany({
    where: { businessId, OR: [{ paymentId: stored.id }, ...(attempt ? [{ attemptId: attempt.id }] : [])] },
    orderBy: { receivedAt: 'asc' },
    take: 50,
  });
  const ledger = stored.bookingId
    ? await db.ledgerEntry.findMany({
        where: { businessId, bookingId: stored.bookingId },
        orderBy: { id: 'asc' },
      })
    : [];
  return {
    payment,
    disputedAt: stored.disputedAt?.toISOString() ?? null,
    attempt: attempt && {
      id: attempt.id,
      status: attempt.status,
      amountPaise: attempt.amountPaise,
      linkId: attempt.linkId,
      createdAt: attempt.createdAt.toISOString(),
      payBy: attempt.payBy.toISOString(),
      closedAt: attempt.closedAt?.toISOString() ?? null,
      failure: attempt.failure,
    },
    events: events.map(({ id, name, status, receivedAt, body }) => ({
      id,
      name,
      status,
      receivedAt: receivedAt.toISOString(),
      body: of.raw ? body : null,
    })),
    ledger: ledger.map(({ at, kind, state, amountPaise, method }) => ({
      at: at.toISOString(),
      kind,
      state,
      amountPaise,
      method,
    })),
  };
}
