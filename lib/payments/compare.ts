import type { Paise } from '../kernel/money';

/** One payment as the gateway lists it. */
export type TheirPayment = {
  id: string;
  amountPaise: Paise;
  currency: string;
  /** What has gone back, where the gateway says. */
  refundedPaise: Paise | null;
};

/** One payment as our books have it. */
export type OurPayment = {
  id: string;
  gatewayPaymentId: string;
  amountPaise: Paise;
  currency: string;
  /** Refunds that have reached the gateway: processed, or submitted and known to it. */
  refundedPaise: Paise;
  /** More that is on its way and may be counted there or not yet. */
  underWayPaise: Paise;
};

export type Difference = {
  kind: 'missing-here' | 'missing-there' | 'amount' | 'refund';
  gatewayPaymentId: string;
  paymentId: string | null;
  ourPaise: Paise | null;
  theirPaise: Paise | null;
  currency: string;
};

/**
 * Where two lists of the same payments differ. A refund under way makes no difference, whether the gateway counts it or not.
 * The order of the lists does not matter.
 */
export function compare(theirs: readonly TheirPayment[], ours: readonly OurPayment[]): Difference[] {
  const own = new Map(ours.map((one) => [one.gatewayPaymentId, one]));
  const told = new Set(theirs.map(({ id }) => id));
  const here = theirs.flatMap((their): Difference[] => {
    const our = own.get(their.id);
    const { amountPaise, currency } = their;
    const of = { gatewayPaymentId: their.id, paymentId: our?.id ?? null, currency };
    if (!our) return [{ ...of, kind: 'missing-here', ourPaise: null, theirPaise: amountPaise }];
    if (our.amountPaise !== amountPaise || our.currency !== currency)
      return [{ ...of, kind: 'amount', ourPaise: our.amountPaise, theirPaise: amountPaise }];
    const back = their.refundedPaise;
    const agreed =
      back === null || (back >= our.refundedPaise && back <= our.refundedPaise + our.underWayPaise);
    return agreed ? [] : [{ ...of, kind: 'refund', ourPaise: our.refundedPaise, theirPaise: back }];
  });
  const there = ours
    .filter(({ gatewayPaymentId }) => !told.has(gatewayPaymentId))
    .map(({ id, gatewayPaymentId, amountPaise, currency }): Difference => ({
      kind: 'missing-there',
      gatewayPaymentId,
      paymentId: id,
      ourPaise: amountPaise,
      theirPaise: null,
      currency,
    }));
  return [...here, ...there].sort((one, other) => (one.gatewayPaymentId < other.gatewayPaymentId ? -1 : 1));
}
