import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compare, type OurPayment, type TheirPayment } from './compare';

const their = (change: Partial<TheirPayment> = {}): TheirPayment => ({
  id: 'pay_1',
  amountPaise: 500,
  currency: 'INR',
  refundedPaise: 0,
  ...change,
});
const our = (change: Partial<OurPayment> = {}): OurPayment => ({
  id: 'own-1',
  gatewayPaymentId: 'pay_1',
  amountPaise: 500,
  currency: 'INR',
  refundedPaise: 0,
  underWayPaise: 0,
  ...change,
});
const kinds = (theirs: TheirPayment[], ours: OurPayment[]) => compare(theirs, ours).map(({ kind }) => kind);

it.each([
  ['agrees', [their()], [our()], []],
  ['misses it here', [their()], [], ['missing-here']],
  ['misses it there', [], [our()], ['missing-there']],
  ['has another amount', [their({ amountPaise: 499 })], [our()], ['amount']],
  ['has another currency', [their({ currency: 'USD' })], [our()], ['amount']],
  ['knows of a refund that we do not', [their({ refundedPaise: 200 })], [our()], ['refund']],
  ['does not know of a refund that has gone', [their()], [our({ refundedPaise: 200 })], ['refund']],
  ['counts one under way', [their({ refundedPaise: 200 })], [our({ underWayPaise: 200 })], []],
  ['does not count one under way yet', [their()], [our({ underWayPaise: 200 })], []],
  ['does not say what went back', [their({ refundedPaise: null })], [our({ refundedPaise: 200 })], []],
] as const)('%s', (_, theirs, ours, expected) => {
  expect(kinds([...theirs], [...ours])).toEqual(expected);
});

it('finds the same whatever the order, and nothing where both say the same', () => {
  const payment = fc.record({
    id: fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 1 }).map(([id]) => id ?? 'x'),
    amountPaise: fc.integer({ min: 100, max: 1_000_000 }),
    refundedPaise: fc.nat(100),
  });
  fc.assert(
    fc.property(fc.uniqueArray(payment, { selector: ({ id }) => id }), (payments) => {
      const theirs = payments.map((one) => their(one));
      const ours = payments.map(({ id, ...rest }) => our({ ...rest, id: `own-${id}`, gatewayPaymentId: id }));
      expect(compare(theirs, [...ours].reverse())).toEqual([]);
      const some = ours.filter((_, place) => place % 2 === 0);
      expect(compare([...theirs].reverse(), some)).toEqual(compare(theirs, [...some].reverse()));
      expect(compare(theirs, some)).toHaveLength(ours.length - some.length);
    }),
  );
});
