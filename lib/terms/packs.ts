import type { LocalText } from '../kernel/local-text';
import { roundToRupee, type Paise } from '../kernel/money';
import { refundAmount } from './refund-amount';
import type { Terms } from './types';

export type PackKind = 'hours' | 'visits' | 'membership';

/** What a customer has bought ahead. Days are local dates, both inclusive; hours are counted in minutes. */
export type OwnPack = {
  id: string;
  name: LocalText;
  kind: PackKind;
  /** As it was bought; null: a membership, which is not used up. */
  quantity: number | null;
  /** Left of it, in minutes or visits. */
  remaining: number;
  serviceIds: readonly string[];
  /** Of a membership: how much less its customer pays. */
  memberPercent: number | null;
  /** What it was sold for. */
  pricePaise: Paise;
  startsOn: string;
  endsOn: string;
  /** What bookings have taken and not given back; 0 where all of it went back. */
  uses: readonly { bookingId: string; amount: number }[];
};

export type Visit = { serviceId: string; /** Local date. */ on: string; durationMinutes: number };

/** What a visit takes from a pack of this kind: its minutes, or one. */
export const takenBy = (kind: PackKind, { durationMinutes }: Pick<Visit, 'durationMinutes'>): number =>
  kind === 'hours' ? durationMinutes : 1;

const goodFor = (pack: OwnPack, { serviceId, on }: Visit): boolean =>
  pack.serviceIds.includes(serviceId) && pack.startsOn <= on && on <= pack.endsOn;

/**
 * The pack that pays for a visit; null: none. It is valid on the day of the visit, good for the service, and has enough
 * left for all of it; the one that expires first goes first, and among those the one with the least left.
 */
export function choosePack<T extends OwnPack>(packs: readonly T[], visit: Visit): T | null {
  const fitting = packs.filter(
    (pack) =>
      pack.kind !== 'membership' && goodFor(pack, visit) && pack.remaining >= takenBy(pack.kind, visit),
  );
  return fitting.sort(soonest)[0] ?? null;
}

const soonest = (one: OwnPack, other: OwnPack): number => {
  if (one.endsOn !== other.endsOn) return one.endsOn < other.endsOn ? -1 : 1;
  return one.remaining - other.remaining || (one.id < other.id ? -1 : 1);
};

/** The membership that makes a visit cheapest; null: none. */
export function chooseMembership<T extends OwnPack>(packs: readonly T[], visit: Visit): T | null {
  const fitting = packs.filter((pack) => pack.kind === 'membership' && goodFor(pack, visit));
  return (
    fitting.sort(
      (one, other) => (other.memberPercent ?? 0) - (one.memberPercent ?? 0) || soonest(one, other),
    )[0] ?? null
  );
}

/** What a member pays, in whole rupees, half up. */
export const memberPaise = (pricePaise: Paise, memberPercent: number): Paise =>
  Math.min(pricePaise, roundToRupee((pricePaise * (100 - memberPercent)) / 100));

/** The pack that has paid for a booking, and how much it gave; null: none. */
export function packOf<T extends OwnPack>(
  packs: readonly T[],
  bookingId: string,
): { pack: T; amount: number } | null {
  for (const pack of packs) {
    const use = pack.uses.find((one) => one.bookingId === bookingId);
    if (use && use.amount > 0) return { pack, amount: use.amount };
  }
  return null;
}

/**
 * What a pack gives further (negative: gets back) when the visit that it has paid for is moved; null: it does not reach to
 * the new time, which is then paid otherwise.
 */
export function takesAfterMove(pack: OwnPack, given: number, visit: Visit): number | null {
  const more = takenBy(pack.kind, visit) - given;
  return goodFor(pack, visit) && more <= pack.remaining ? more : null;
}

/**
 * Whether a visit that is called off goes back to its pack. It goes back whole, where all of the money would; a part of a
 * visit is none. What is paid at the venue promises nothing about money: in time to be cancelled is then in time.
 */
export function comesBack(of: {
  terms: Terms;
  startsAt: Date;
  now: Date;
  by: 'customer' | 'venue';
}): boolean {
  const { terms, ...rest } = of;
  if (terms.rule === 'none' || terms.rule === 'venue') return true;
  return refundAmount({ rule: terms.refund, keptPaise: 100, ...rest }) === 100;
}
