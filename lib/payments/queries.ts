import { z } from 'zod';
import type { Db } from '../db/client';
import { gatewayNames } from '../kernel/gateways';
import type { Paise } from '../kernel/money';
import type { BusinessScope } from '../tenancy/types';
import type {
  GatewayEvent,
  LedgerEntry as LedgerRow,
  Payment,
  PaymentAttempt,
  Refund,
} from '../db/generated/client';
import { signatureAlertMs } from './alert-times';
import type { OurPayment } from './compare';
import { countAttention } from './sql/count-attention';
import type { DeskMethod, LedgerEntry, PaymentAccount, RefundState } from './types';

const gateway = z.enum(gatewayNames);
const mode = z.enum(['test', 'live', 'built-in']);

type AccountRow = Omit<PaymentAccount, 'scope' | 'gateway' | 'mode'> & { gateway: string; mode: string };

const toAccount = (scope: BusinessScope, row: AccountRow): PaymentAccount => ({
  ...row,
  scope,
  gateway: gateway.parse(row.gateway),
  mode: mode.parse(row.mode),
});

/** The account that new payments go through; null while the business has none. */
export async function currentAccount(db: Db, scope: BusinessScope): Promise<PaymentAccount | null> {
  const row = await db.paymentAccount.findFirst({ where: { businessId: scope.businessId, retiredAt: null } });
  return row && toAccount(scope, row);
}

/** One account, retired or not. */
export async function findAccount(db: Db, scope: BusinessScope, id: string): Promise<PaymentAccount | null> {
  const row = await db.paymentAccount.findUnique({
    where: { businessId_id: { businessId: scope.businessId, id } },
  });
  return row && toAccount(scope, row);
}

/** Every account that the business has had, the current one first, then the newest. */
export async function listAccounts(db: Db, scope: BusinessScope): Promise<PaymentAccount[]> {
  const rows = await db.paymentAccount.findMany({
    where: { businessId: scope.businessId },
    orderBy: [{ retiredAt: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }],
  });
  return rows.map((row) => toAccount(scope, row));
}

export type { GatewayEvent, Payment, PaymentAttempt, Refund };

const key = ({ businessId }: BusinessScope, id: string) => ({ businessId_id: { businessId, id } });

/** Throws when there is none: rows that name an account keep it alive. */
export async function getAccount(db: Db, scope: BusinessScope, id: string): Promise<PaymentAccount> {
  const account = await findAccount(db, scope, id);
  if (!account) throw new Error(`Payment account ${id} is gone.`);
  return account;
}

export const findAttempt = (db: Db, scope: BusinessScope, id: string): Promise<PaymentAttempt | null> =>
  db.paymentAttempt.findUnique({ where: key(scope, id) });

export const findAttemptOfLink = (
  db: Db,
  { businessId }: BusinessScope,
  of: { accountId: string; linkId: string },
): Promise<PaymentAttempt | null> => db.paymentAttempt.findFirst({ where: { businessId, ...of } });

/** The attempt that asks for a booking's money now; there is one at most. */
export const findAsking = (
  db: Db,
  { businessId }: BusinessScope,
  bookingId: string,
): Promise<PaymentAttempt | null> =>
  db.paymentAttempt.findFirst({ where: { businessId, bookingId, status: { in: ['creating', 'open'] } } });

export const findPayment = (db: Db, scope: BusinessScope, id: string): Promise<Payment | null> =>
  db.payment.findUnique({ where: key(scope, id) });

export const findPaymentAt = (
  db: Db,
  { businessId }: BusinessScope,
  of: { accountId: string; gatewayPaymentId: string },
): Promise<Payment | null> => db.payment.findFirst({ where: { businessId, ...of } });

/** A booking's payments, the oldest first. */
export const listPayments = (db: Db, { businessId }: BusinessScope, bookingId: string): Promise<Payment[]> =>
  db.payment.findMany({ where: { businessId, bookingId }, orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }] });

export const findRefund = (db: Db, scope: BusinessScope, id: string): Promise<Refund | null> =>
  db.refund.findUnique({ where: key(scope, id) });

/** What was paid for a pack, the oldest first, and what of it has not gone back. */
export async function listPackPayments(
  db: Db,
  { businessId }: BusinessScope,
  packId: string,
): Promise<(Payment & { leftPaise: Paise })[]> {
  const payments = await db.payment.findMany({
    where: { businessId, packId },
    include: { refunds: { where: { status: { not: 'failed' } }, select: { amountPaise: true } } },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
  });
  return payments.map(({ refunds, ...payment }) => ({
    ...payment,
    leftPaise: refunds.reduce((left, { amountPaise }) => left - amountPaise, payment.amountPaise),
  }));
}

/** The money of UPI at the desk that this number of the bank was written down for, with its booking; null: none. */
export const findByUtr = (
  db: Db,
  { businessId }: BusinessScope,
  bankReference: string,
): Promise<{ id: string; booking: { reference: string } | null } | null> =>
  db.payment.findFirst({
    where: { businessId, method: 'upi', bankReference },
    select: { id: true, booking: { select: { reference: true } } },
  });

/** All refunds of one payment. */
export const listRefundsOf = (db: Db, { businessId }: BusinessScope, paymentId: string): Promise<Refund[]> =>
  db.refund.findMany({ where: { businessId, paymentId } });

export const listRefunds = (db: Db, { businessId }: BusinessScope, bookingId: string): Promise<Refund[]> =>
  db.refund.findMany({ where: { businessId, bookingId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });

/** A booking's ledger in the order in which it was written. */
export async function listLedger(db: Db, scope: BusinessScope, bookingId: string): Promise<LedgerEntry[]> {
  const { businessId } = scope;
  const rows = await db.ledgerEntry.findMany({ where: { businessId, bookingId }, orderBy: { id: 'asc' } });
  return rows.map(toEntry);
}

/** The table's own checks guarantee the words. */
function toEntry({ kind, key: of, amountPaise, method, state, paymentKey }: LedgerRow): LedgerEntry {
  switch (kind) {
    case 'payment':
      return { kind, key: of, amountPaise, method: method as 'gateway' | DeskMethod };
    case 'refund':
      return { kind, key: of, amountPaise, state: state as RefundState, paymentKey: paymentKey ?? '' };
    default:
      return { kind: kind as 'charge' | 'write-off', key: of, amountPaise };
  }
}

/** Accounts of every business that asked for money, or took some, since then; gateways only. */
export async function listAccountsInUse(
  db: Db,
  since: Date,
): Promise<{ businessId: string; accountId: string }[]> {
  const accounts = await db.paymentAccount.findMany({
    where: {
      gateway: { not: 'upi' },
      OR: [
        { attempts: { some: { createdAt: { gte: since } } } },
        { payments: { some: { receivedAt: { gte: since } } } },
      ],
    },
    select: { businessId: true, id: true },
  });
  return accounts.map(({ businessId, id }) => ({ businessId, accountId: id }));
}

export type Received = OurPayment & { receivedAt: Date; feePaise: number | null };

/** What an account has received in a half-open range, with what has gone back of it. */
export async function listReceived(
  db: Db,
  { businessId }: BusinessScope,
  of: { accountId: string; from: Date; until: Date },
): Promise<Received[]> {
  const payments = await db.payment.findMany({
    where: { businessId, accountId: of.accountId, receivedAt: { gte: of.from, lt: of.until } },
    // What was handed over at the desk after all is not the gateway's to tell.
    include: { refunds: { where: { method: 'gateway' }, select: { amountPaise: true, status: true } } },
  });
  return payments.map(({ id, gatewayPaymentId, amountPaise, currency, receivedAt, feePaise, refunds }) => {
    const sum = (...states: string[]) =>
      refunds
        .filter(({ status }) => states.includes(status))
        .reduce((total, refund) => total + refund.amountPaise, 0);
    return {
      id,
      gatewayPaymentId: gatewayPaymentId ?? '',
      amountPaise,
      currency,
      receivedAt,
      feePaise,
      refundedPaise: sum('processed'),
      underWayPaise: sum('submitted', 'requested'),
    };
  });
}

/** How many links of each account customers may still pay. */
export async function countOpenLinks(db: Db, { businessId }: BusinessScope): Promise<Map<string, number>> {
  const rows = await db.paymentAttempt.groupBy({
    by: ['accountId'],
    where: { businessId, status: { in: ['creating', 'open'] } },
    _count: true,
  });
  return new Map(rows.map(({ accountId, _count }) => [accountId, _count]));
}

/** How many things about money want a person, in one statement: as many as are listed for them. */
export async function countMoneyAttention(db: Db, scope: BusinessScope, now: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(countAttention(scope, now));
  return row?.count ?? 0;
}

/** How many calls that were not signed for an account came in the last 24 hours, to the minute, and when the last did. */
export async function countBadSignatures(
  db: Db,
  { businessId }: BusinessScope,
  { id, now }: { id: string; now: Date },
): Promise<{ count: number; lastAt: Date | null }> {
  const since = new Date(now.getTime() - signatureAlertMs);
  const { _sum, _max } = await db.badSignature.aggregate({
    where: { businessId, accountId: id, lastAt: { gt: since } },
    _sum: { count: true },
    _max: { lastAt: true },
  });
  return { count: _sum.count ?? 0, lastAt: _max.lastAt };
}
