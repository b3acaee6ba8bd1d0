import type { BookingStatus } from '../booking/types';
import type { Paise } from '../kernel/money';

export type ArrivedMoney = {
  amountPaise: Paise;
  currency: string;
  /** What our attempt asked for, and its booking; null where no attempt of ours is known. */
  of: { askedPaise: Paise; booking: PaidBooking } | null;
  now: Date;
};

export type PaidBooking = {
  status: BookingStatus;
  startsAt: Date;
  /** Whether other money has paid what this attempt asked for. */
  isPaidAlready: boolean;
  /** Whether its customer gave the hold up themselves. */
  isGivenUp: boolean;
};

/** What is to be done with money that has arrived. It is recorded before, whatever this says. */
export type PaymentDecision =
  /** The booking stands: confirm it if it is held, and count the money. */
  | { kind: 'apply' }
  /** The hold has ended, the visit has not begun: book again if the time is still free, else offer others or a refund. */
  | { kind: 'apply-if-free' }
  /** Send all of it back, unasked. */
  | { kind: 'refund'; why: 'cancelled' | 'paid-already' | 'too-late' }
  /** Never confirms by itself; a held slot is kept, and staff decide. */
  | { kind: 'mismatch'; why: 'currency' | 'less' | 'more' }
  /** Not ours, or not known yet: the account may serve other systems, so nothing goes back by itself. */
  | { kind: 'unmatched' };

/**
 * Decides what money is for. The same payment must not be brought twice: its unique row sees to that.
 * Who has said no is never booked by money that comes after it, whether they called off a booking or gave up a hold.
 * A wrong amount for a booking that cannot take any goes back all the same. Source: payments reference 5.7.
 */
export function decidePayment({ amountPaise, currency, of, now }: ArrivedMoney): PaymentDecision {
  if (!of) return { kind: 'unmatched' };
  const { booking, askedPaise } = of;
  if (currency !== 'INR') return { kind: 'mismatch', why: 'currency' };
  if (booking.status === 'cancelled' || booking.isGivenUp) return { kind: 'refund', why: 'cancelled' };
  if (booking.isPaidAlready) return { kind: 'refund', why: 'paid-already' };
  if (booking.status === 'expired' && now >= booking.startsAt) return { kind: 'refund', why: 'too-late' };
  if (amountPaise !== askedPaise)
    return { kind: 'mismatch', why: amountPaise < askedPaise ? 'less' : 'more' };
  return { kind: booking.status === 'expired' ? 'apply-if-free' : 'apply' };
}
