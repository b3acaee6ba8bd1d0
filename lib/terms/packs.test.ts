import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  chooseMembership,
  choosePack,
  comesBack,
  memberPaise,
  packOf,
  takenBy,
  takesAfterMove,
  type OwnPack,
} from './packs';

const pack = (part: Partial<OwnPack> = {}): OwnPack => ({
  id: 'pack-1',
  name: { en: 'Ten visits' },
  kind: 'visits',
  quantity: 10,
  remaining: 10,
  serviceIds: ['court'],
  memberPercent: null,
  pricePaise: 300_000,
  startsOn: '2026-11-01',
  endsOn: '2026-11-30',
  uses: [],
  ...part,
});
const visit = { serviceId: 'court', on: '2026-11-30', durationMinutes: 60 };

describe('the pack that pays for a visit', () => {
  it.each([
    ['is valid on its first and last day', {}, { on: '2026-11-01' }, true],
    ['is valid on its last day', {}, { on: '2026-11-30' }, true],
    ['has not expired by the day of the visit', {}, { on: '2026-12-01' }, false],
    ['has begun by then', {}, { on: '2026-10-31' }, false],
    ['is good for the service', {}, { serviceId: 'doctor' }, false],
    ['has a visit left', { remaining: 0 }, {}, false],
    ['has minutes enough for all of it', { kind: 'hours', remaining: 60 }, {}, true],
    ['does not pay for a part', { kind: 'hours', remaining: 59 }, {}, false],
    ['is no membership', { kind: 'membership', quantity: null, memberPercent: 10 }, {}, false],
  ] as const)('%s', (_, part, more, pays) => {
    expect(choosePack([pack(part)], { ...visit, ...more }) !== null).toBe(pays);
  });

  const anyPack = fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom('hours', 'visits', 'membership'),
    remaining: fc.nat(180),
    serviceIds: fc.subarray(['court', 'doctor']),
    startsOn: fc.constantFrom('2026-11-01', '2026-11-10', '2026-11-20'),
    endsOn: fc.constantFrom('2026-11-20', '2026-11-25', '2026-11-30'),
    memberPercent: fc.integer({ min: 1, max: 100 }),
  });

  it('always fits, is the first to expire of those that do, and does not depend on their order', () => {
    const days = fc.constantFrom('2026-11-01', '2026-11-15', '2026-11-22', '2026-11-30', '2026-12-01');
    fc.assert(
      fc.property(
        fc.array(
          anyPack.map((part) => pack(part)),
          { maxLength: 8 },
        ),
        days,
        fc.constantFrom(30, 60, 90),
        (packs, on, durationMinutes) => {
          const wanted = { serviceId: 'court', on, durationMinutes };
          const chosen = choosePack(packs, wanted);
          const fitting = packs.filter((one) => choosePack([one], wanted) !== null);
          expect(chosen === null).toBe(fitting.length === 0);
          for (const other of fitting) expect(chosen && chosen.endsOn <= other.endsOn).toBe(true);
          if (chosen) {
            expect(chosen.startsOn <= on && on <= chosen.endsOn).toBe(true);
            expect(chosen.remaining - takenBy(chosen.kind, wanted)).toBeGreaterThanOrEqual(0);
          }
          expect(choosePack([...packs].reverse(), wanted)?.id).toBe(chosen?.id);
        },
      ),
    );
  });
});

describe('a member’s price', () => {
  it('is less by the percent, in whole rupees, and never below nothing', () => {
    expect(memberPaise(60_000, 10)).toBe(54_000);
    expect(memberPaise(33_300, 15)).toBe(28_300);
    expect(memberPaise(60_000, 100)).toBe(0);
    expect(memberPaise(60_050, 1)).toBe(59_400);
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 100 }), (price, percent) => {
        const paise = memberPaise(price, percent);
        expect(paise).toBeGreaterThanOrEqual(0);
        expect(paise).toBeLessThanOrEqual(price);
      }),
    );
  });

  it('comes of the membership that gives most', () => {
    const member = (id: string, memberPercent: number, endsOn = '2026-11-30') =>
      pack({ id, kind: 'membership', quantity: null, remaining: 0, memberPercent, endsOn });
    expect(chooseMembership([member('a', 10), member('b', 20)], visit)?.id).toBe('b');
    expect(chooseMembership([member('a', 10), member('b', 20, '2026-11-29')], visit)?.id).toBe('a');
    expect(chooseMembership([pack()], visit)).toBeNull();
  });
});

it('knows which pack has paid for a booking, until it was given back', () => {
  const packs = [
    pack({
      uses: [
        { bookingId: 'a', amount: 1 },
        { bookingId: 'b', amount: 0 },
      ],
    }),
  ];
  expect(packOf(packs, 'a')?.amount).toBe(1);
  expect(packOf(packs, 'b')).toBeNull();
});

/** What a customer does with their packs, as the workflow writes it down. */
const act = fc.oneof(
  fc.record({ kind: fc.constant('book' as const), durationMinutes: fc.constantFrom(30, 60, 90) }),
  fc.record({
    kind: fc.constant('move' as const),
    at: fc.nat(10),
    durationMinutes: fc.constantFrom(30, 60, 90),
    on: fc.constantFrom('2026-11-10', '2026-11-30', '2026-12-05'),
  }),
  fc.record({ kind: fc.constant('cancel' as const), at: fc.nat(10), inTime: fc.boolean() }),
);

it('never gives more than was bought, nor gets back more than it gave, whatever its customer does', () => {
  const terms = (percent: number) => ({
    rule: 'full' as const,
    deposit: null,
    refund: { steps: [{ hoursBefore: 1, percent }] },
  });
  const bought = fc.array(fc.record({ kind: fc.constantFrom('hours', 'visits'), quantity: fc.nat(200) }), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(bought, fc.array(act, { maxLength: 40 }), (sold, acts) => {
      const entries: { packId: string; bookingId: string; amount: number }[] = [];
      const stand = (): OwnPack[] =>
        sold.map(({ kind, quantity }, at) => {
          const id = `pack-${String(at)}`;
          const own = entries.filter(({ packId }) => packId === id);
          const sums = new Map<string, number>();
          for (const { bookingId, amount } of own) sums.set(bookingId, (sums.get(bookingId) ?? 0) - amount);
          const uses = [...sums].map(([bookingId, amount]) => ({ bookingId, amount }));
          const remaining = quantity + own.reduce((sum, { amount }) => sum + amount, 0);
          return pack({ id, kind, quantity, remaining, uses });
        });
      const bookings: string[] = [];
      for (const one of acts) {
        const packs = stand();
        if (one.kind === 'book') {
          const wanted = { serviceId: 'court', on: '2026-11-20', durationMinutes: one.durationMinutes };
          const chosen = choosePack(packs, wanted);
          const bookingId = String(bookings.push(''));
          bookings[bookings.length - 1] = bookingId;
          if (chosen) entries.push({ packId: chosen.id, bookingId, amount: -takenBy(chosen.kind, wanted) });
        } else {
          const bookingId = bookings[one.at] ?? '';
          const use = packOf(packs, bookingId);
          if (!use) continue;
          const packId = use.pack.id;
          if (one.kind === 'move') {
            const more = takesAfterMove(use.pack, use.amount, { serviceId: 'court', ...one });
            entries.push({ packId, bookingId, amount: -(more ?? -use.amount) });
          } else if (
            comesBack({
              terms: terms(one.inTime ? 100 : 99),
              startsAt: new Date('2026-11-20T10:00:00Z'),
              now: new Date('2026-11-20T08:00:00Z'),
              by: 'customer',
            })
          ) {
            entries.push({ packId, bookingId, amount: use.amount });
          }
        }
        for (const after of stand()) {
          expect(after.remaining).toBeGreaterThanOrEqual(0);
          expect(after.remaining).toBeLessThanOrEqual(after.quantity ?? 0);
          for (const { amount } of after.uses) expect(amount).toBeGreaterThanOrEqual(0);
        }
      }
    }),
  );
});

it.each([
  ['full', 100, 'customer', true],
  ['full', 99, 'customer', false],
  ['full', 0, 'venue', true],
  ['deposit', 50, 'customer', false],
  // Nothing was promised about money, and cancelling in time is in time.
  ['venue', 0, 'customer', true],
  ['none', 0, 'customer', true],
] as const)('a visit under the rule %s with %d %% back, called off by the %s', (rule, percent, by, back) => {
  const terms = { rule, deposit: null, refund: { steps: [{ hoursBefore: 2, percent }] } };
  const startsAt = new Date('2026-11-20T10:00:00Z');
  expect(comesBack({ terms, startsAt, now: new Date('2026-11-20T08:00:00Z'), by })).toBe(back);
});
