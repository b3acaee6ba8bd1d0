import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountToPay } from './amount-to-pay';
import { refundAmount } from './refund-amount';
import { depositSchema, refundRuleSchema } from './schema';

const startsAt = new Date('2026-11-28T12:30:00Z');
const before = (hours: number, extraMs = 0) => new Date(startsAt.getTime() - hours * 3_600_000 - extraMs);
const rule = {
  steps: [
    { hoursBefore: 24, percent: 100 },
    { hoursBefore: 4, percent: 50 },
  ],
};

describe('what has to be paid before a booking counts', () => {
  it.each([
    ['none', null, 60_000, 0],
    ['venue', null, 60_000, 0],
    ['full', null, 60_000, 60_000],
    ['full', { kind: 'percent', percent: 10 }, 60_000, 60_000],
    ['deposit', { kind: 'fixed', amountPaise: 20_000 }, 60_000, 20_000],
    ['deposit', { kind: 'fixed', amountPaise: 20_000 }, 15_000, 15_000],
    ['deposit', { kind: 'percent', percent: 25 }, 60_000, 15_000],
    // ₹100.50 and ₹100.40: half a rupee goes up.
    ['deposit', { kind: 'percent', percent: 50 }, 20_100, 10_100],
    ['deposit', { kind: 'percent', percent: 50 }, 20_080, 10_000],
    // Less than a gateway takes.
    ['deposit', { kind: 'percent', percent: 1 }, 2_000, 100],
    ['deposit', null, 60_000, 60_000],
    ['full', null, 0, 0],
    ['deposit', { kind: 'fixed', amountPaise: 20_000 }, 0, 0],
  ] as const)('by the rule %s with %j of %d paise is %d', (paymentRule, deposit, price, paise) => {
    expect(amountToPay(paymentRule, deposit, price)).toBe(paise);
  });

  it.each([
    { kind: 'percent', percent: 0 },
    { kind: 'percent', percent: 101 },
    { kind: 'percent', percent: 12.5 },
    { kind: 'fixed', amountPaise: 0 },
    { kind: 'fixed', amountPaise: -100 },
  ])('is no deposit: %j', (deposit) => {
    expect(depositSchema.safeParse(deposit).success).toBe(false);
  });
});

describe('what goes back when a booking is called off', () => {
  const back = (now: Date, keptPaise = 50_000) =>
    refundAmount({ rule, keptPaise, startsAt, now, by: 'customer' });

  it('follows the step whose notice is kept, to the moment', () => {
    expect(back(before(48))).toBe(50_000);
    expect(back(before(24))).toBe(50_000);
    expect(back(before(24, -1))).toBe(25_000);
    expect(back(before(4))).toBe(25_000);
    expect(back(before(4, -1))).toBe(0);
    expect(back(before(-1))).toBe(0);
  });

  it('is everything where the venue calls off, at any hour', () => {
    expect(refundAmount({ rule, keptPaise: 50_000, startsAt, now: before(-1), by: 'venue' })).toBe(50_000);
  });

  it('is nothing without a step', () => {
    expect(
      refundAmount({ rule: { steps: [] }, keptPaise: 50_000, startsAt, now: before(99), by: 'customer' }),
    ).toBe(0);
  });

  it('gives half a paisa to the customer', () => {
    expect(back(before(10), 50_001)).toBe(25_001);
  });

  it('is whole paise, never more than was kept, and never more for a later call', () => {
    const steps = fc
      .array(fc.record({ hoursBefore: fc.nat(200), percent: fc.nat(100) }), { maxLength: 10 })
      .map((given) => {
        const hours = [...new Set(given.map(({ hoursBefore }) => hoursBefore))].sort((a, b) => b - a);
        const percents = given.map(({ percent }) => percent).sort((a, b) => b - a);
        return hours.map((hoursBefore, at) => ({ hoursBefore, percent: percents[at] ?? 0 }));
      });
    fc.assert(
      fc.property(steps, fc.nat(10_000_000), fc.nat(300), fc.nat(300), (given, keptPaise, one, other) => {
        const any = refundRuleSchema.parse({ steps: given });
        const of = (hours: number) =>
          refundAmount({ rule: any, keptPaise, startsAt, now: before(hours), by: 'customer' });
        const [early, late] = [of(Math.max(one, other)), of(Math.min(one, other))];
        expect(Number.isInteger(early)).toBe(true);
        expect(early).toBeLessThanOrEqual(keptPaise);
        expect(late).toBeLessThanOrEqual(early);
        expect(late).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it.each([
    [
      { hoursBefore: 4, percent: 50 },
      { hoursBefore: 24, percent: 100 },
    ],
    [
      { hoursBefore: 24, percent: 50 },
      { hoursBefore: 4, percent: 100 },
    ],
    [
      { hoursBefore: 24, percent: 50 },
      { hoursBefore: 24, percent: 50 },
    ],
    [{ hoursBefore: -1, percent: 50 }],
    [{ hoursBefore: 1, percent: 150 }],
  ])('is not ruled by %j', (...steps) => {
    expect(refundRuleSchema.safeParse({ steps }).success).toBe(false);
  });
});
