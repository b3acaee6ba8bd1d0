import type { Paise } from '../kernel/money';
import type { Balance, LedgerEntry, RefundState, Settlement } from './types';

type Kind = LedgerEntry['kind'];
type EntryOf<K extends Kind> = Extract<LedgerEntry, { kind: K }>;

// A later state never gives way to an earlier one, whichever is heard of last. Where both ends are told, the money has
// gone: taking it for failed could send it twice.
const rank: Record<RefundState, number> = { requested: 0, submitted: 1, failed: 2, processed: 3 };

/**
 * Adds a booking's ledger up. The order of the lines does not matter, nor how often each comes. Where lines of one key
 * contradict each other, the amount that claims less for us counts (the smaller payment, the larger refund) and the key
 * is named in `disputed`; so is a payment that gave back more than it brought.
 */
export function foldLedger(entries: readonly LedgerEntry[]): Balance {
  const disputed = new Set<string>();
  const charges = unique(entries, 'charge', larger, disputed);
  const writeOffs = unique(entries, 'write-off', smaller, disputed);
  const payments = unique(entries, 'payment', smaller, disputed);
  const refunds = unique(entries, 'refund', furtherRefund, disputed).filter(
    ({ state }) => state !== 'failed',
  );
  const refundable = new Map(payments.map(({ key, amountPaise }) => [key, amountPaise]));
  for (const { key, paymentKey, amountPaise } of refunds) {
    const left = refundable.get(paymentKey) ?? 0;
    // The refund may have been heard of before its payment: until then it takes nothing from what we have.
    if (left < amountPaise) disputed.add(key);
    if (refundable.has(paymentKey)) refundable.set(paymentKey, Math.max(0, left - amountPaise));
  }
  const paidPaise = sum(payments);
  const refundedPaise = sum(refunds);
  const chargedPaise = sum(charges);
  const writtenOffPaise = Math.min(sum(writeOffs), chargedPaise);
  const keptPaise = [...refundable.values()].reduce((total, paise) => total + paise, 0);
  const askedPaise = chargedPaise - writtenOffPaise;
  return {
    chargedPaise,
    writtenOffPaise,
    paidPaise,
    refundedPaise,
    refundPendingPaise: sum(refunds.filter(({ state }) => state !== 'processed')),
    keptPaise,
    duePaise: askedPaise - keptPaise,
    settlement: settlementOf(askedPaise, keptPaise),
    refundable,
    disputed: [...disputed].sort(),
  };
}

function settlementOf(askedPaise: Paise, keptPaise: Paise): Settlement {
  if (keptPaise > askedPaise) return 'overpaid';
  if (askedPaise === 0) return 'nothing-due';
  if (keptPaise === 0) return 'unpaid';
  return keptPaise < askedPaise ? 'part-paid' : 'paid';
}

/** One line for each key, joined by `choose` where there are several; by key, so that order changes nothing. */
function unique<K extends Kind>(
  entries: readonly LedgerEntry[],
  kind: K,
  choose: (one: EntryOf<K>, other: EntryOf<K>) => EntryOf<K>,
  disputed: Set<string>,
): EntryOf<K>[] {
  const byKey = new Map<string, EntryOf<K>>();
  for (const entry of entries) {
    if (!isOf(entry, kind)) continue;
    const before = byKey.get(entry.key);
    if (before && contradicts(before, entry)) disputed.add(entry.key);
    byKey.set(entry.key, before ? choose(before, entry) : entry);
  }
  return [...byKey.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

const isOf = <K extends Kind>(entry: LedgerEntry, kind: K): entry is EntryOf<K> => entry.kind === kind;

const contradicts = (one: LedgerEntry, other: LedgerEntry): boolean =>
  one.amountPaise !== other.amountPaise ||
  (one.kind === 'refund' && other.kind === 'refund' && one.paymentKey !== other.paymentKey);

const smaller = <T extends LedgerEntry>(one: T, other: T): T =>
  other.amountPaise < one.amountPaise ? other : one;
const larger = <T extends LedgerEntry>(one: T, other: T): T =>
  other.amountPaise > one.amountPaise ? other : one;

function furtherRefund(one: EntryOf<'refund'>, other: EntryOf<'refund'>): EntryOf<'refund'> {
  const state = rank[other.state] > rank[one.state] ? other.state : one.state;
  const paymentKey = one.paymentKey < other.paymentKey ? one.paymentKey : other.paymentKey;
  return { ...larger(one, other), state, paymentKey };
}

const sum = (entries: readonly { amountPaise: Paise }[]): Paise =>
  entries.reduce((total, { amountPaise }) => total + amountPaise, 0);
