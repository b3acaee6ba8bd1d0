import { describe, expect, it } from 'vitest';
import { type ArrivedMoney, decidePayment, type PaidBooking } from './decide-payment';
import { linkTimes } from './link-times';

const now = new Date('2026-11-26T10:00:00Z');
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const decide = (booking: Partial<PaidBooking>, money: Partial<ArrivedMoney> = {}) =>
  decidePayment({
    amountPaise: 50_000,
    currency: 'INR',
    of: {
      askedPaise: 50_000,
      booking: { status: 'held', startsAt: at(60), isPaidAlready: false, isGivenUp: false, ...booking },
    },
    now,
    ...money,
  });

describe('money that arrives', () => {
  it.each(['held', 'confirmed', 'checked-in', 'completed', 'no-show'] as const)(
    'is for a booking that is %s',
    (status) => {
      expect(decide({ status })).toEqual({ kind: 'apply' });
    },
  );

  it('after the hold books the time again if it is free, until the visit begins', () => {
    expect(decide({ status: 'expired' })).toEqual({ kind: 'apply-if-free' });
    expect(decide({ status: 'expired', startsAt: now })).toEqual({ kind: 'refund', why: 'too-late' });
  });

  it('for a cancelled booking goes back, whatever its amount', () => {
    for (const amountPaise of [50_000, 49_999, 50_001])
      expect(decide({ status: 'cancelled' }, { amountPaise })).toEqual({ kind: 'refund', why: 'cancelled' });
  });

  it('for a hold that its customer gave up goes back, though its time is free', () => {
    expect(decide({ status: 'expired', isGivenUp: true })).toEqual({ kind: 'refund', why: 'cancelled' });
  });

  it('a second time goes back', () => {
    for (const status of ['held', 'confirmed', 'expired', 'completed'] as const)
      expect(decide({ status, isPaidAlready: true })).toEqual({ kind: 'refund', why: 'paid-already' });
  });

  it('off by one paisa, or of another currency, never confirms', () => {
    for (const status of ['held', 'confirmed', 'expired'] as const) {
      expect(decide({ status }, { amountPaise: 49_999 })).toEqual({ kind: 'mismatch', why: 'less' });
      expect(decide({ status }, { amountPaise: 50_001 })).toEqual({ kind: 'mismatch', why: 'more' });
      expect(decide({ status }, { currency: 'USD' })).toEqual({ kind: 'mismatch', why: 'currency' });
    }
  });

  it('of which we know nothing is left alone', () => {
    expect(decide({}, { of: null })).toEqual({ kind: 'unmatched' });
  });
});

describe('a link', () => {
  const quarterHour = 15 * 60_000;

  it('ends with the hold where the gateway allows it', () => {
    expect(linkTimes(at(20), now, quarterHour)).toEqual({ expiresAt: at(20), outlivesHold: false });
    expect(linkTimes(at(16.5), now, quarterHour)).toEqual({ expiresAt: at(16.5), outlivesHold: false });
  });

  it('ends as soon as the gateway allows, and must be cancelled, where the hold is shorter', () => {
    expect(linkTimes(at(10), now, quarterHour)).toEqual({ expiresAt: at(16.5), outlivesHold: true });
  });
});
