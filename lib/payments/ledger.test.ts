import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLedger } from './ledger';
import type { LedgerEntry, RefundState } from './types';

const charge = (amountPaise: number): LedgerEntry => ({ kind: 'charge', key: 'c', amountPaise });
const payment = (key: string, amountPaise: number): LedgerEntry => ({
  kind: 'payment',
  key,
  amountPaise,
  method: 'gateway',
});
const refund = (key: string, paymentKey: string, amountPaise: number, state: RefundState): LedgerEntry => ({
  kind: 'refund',
  key,
  paymentKey,
  amountPaise,
  state,
});

describe('a ledger', () => {
  it('without a line asks for nothing', () => {
    expect(foldLedger([])).toMatchObject({
      duePaise: 0,
      keptPaise: 0,
      settlement: 'nothing-due',
      disputed: [],
    });
  });

  it.each([
    ['unpaid', [charge(500)], 500],
    ['part-paid', [charge(500), payment('p', 200)], 300],
    ['paid', [charge(500), payment('p', 500)], 0],
    [
      'paid',
      [charge(500), payment('p', 200), { kind: 'payment', key: 'd', amountPaise: 300, method: 'cash' }],
      0,
    ],
    ['overpaid', [charge(500), payment('p', 500), payment('q', 500)], -500],
    ['paid', [charge(500), payment('p', 500), payment('q', 500), refund('r', 'q', 500, 'requested')], 0],
    ['nothing-due', [charge(500), { kind: 'write-off', key: 'w', amountPaise: 500 }], 0],
    ['overpaid', [charge(500), payment('p', 500), { kind: 'write-off', key: 'w', amountPaise: 500 }], -500],
    ['unpaid', [charge(500), payment('p', 500), refund('r', 'p', 500, 'processed')], 500],
    ['paid', [charge(500), payment('p', 500), refund('r', 'p', 500, 'failed')], 0],
  ] as const)('is %s', (settlement, lines, duePaise) => {
    expect(foldLedger(lines as readonly LedgerEntry[])).toMatchObject({ settlement, duePaise, disputed: [] });
  });

  it('never takes money back that has gone: processed outlives failed', () => {
    const ends = (['processed', 'failed'] as const).map((state) => refund('r', 'p', 500, state));
    for (const lines of [ends, [...ends].reverse()])
      expect(foldLedger([payment('p', 500), ...lines])).toMatchObject({ refundedPaise: 500, keptPaise: 0 });
  });

  it('names what contradicts itself, and counts what claims less for us', () => {
    const lines = [
      payment('p', 500),
      payment('p', 400),
      refund('r', 'p', 100, 'submitted'),
      refund('r', 'p', 200, 'submitted'),
    ];
    expect(foldLedger(lines)).toMatchObject({ paidPaise: 400, refundedPaise: 200, disputed: ['p', 'r'] });
    expect(foldLedger([...lines].reverse())).toEqual(foldLedger(lines));
  });

  it('names a refund beyond its payment, and one without any', () => {
    expect(foldLedger([payment('p', 500), refund('r', 'p', 600, 'processed')])).toMatchObject({
      keptPaise: 0,
      disputed: ['r'],
    });
    expect(foldLedger([payment('p', 500), refund('r', 'x', 100, 'processed')])).toMatchObject({
      keptPaise: 500,
      disputed: ['r'],
    });
  });
});

/** What a gateway might hold: payments, each with refunds that fit into it and have gone some way. */
const truth = fc.array(
  fc.record({
    amountPaise: fc.integer({ min: 100, max: 1_000_000 }),
    shares: fc.array(
      fc.record({
        share: fc.integer({ min: 1, max: 40 }),
        state: fc.constantFrom('submitted', 'processed', 'failed'),
      }),
      { maxLength: 2 },
    ),
  }),
  { maxLength: 4 },
);

const ways: Record<string, RefundState[]> = {
  submitted: ['requested', 'submitted'],
  processed: ['requested', 'submitted', 'processed'],
  failed: ['requested', 'submitted', 'failed'],
};

it('whatever the order, and however often each is told, comes to what the gateway holds', () => {
  fc.assert(
    fc.property(
      truth,
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.array(fc.nat(), { minLength: 100, maxLength: 100 }),
      (payments, asked, chance) => {
        let [kept, returned] = [0, 0];
        const lines: LedgerEntry[] = [charge(asked)];
        for (const [at, { amountPaise, shares }] of payments.entries()) {
          lines.push(payment(`p${at}`, amountPaise));
          kept += amountPaise;
          for (const [number, { share, state }] of shares.entries()) {
            const paise = Math.max(1, Math.floor((amountPaise * share) / 100));
            for (const step of ways[state] ?? [])
              lines.push(refund(`r${at}-${number}`, `p${at}`, paise, step));
            if (state === 'failed') continue;
            kept -= paise;
            returned += paise;
          }
        }
        let drawn = 0;
        const next = () => chance[drawn++ % chance.length] ?? 0;
        const told = [...lines, ...lines.filter(() => next() % 2 === 0)]
          .map((line) => ({ line, at: next() }))
          .sort((one, other) => one.at - other.at)
          .map(({ line }) => line);
        const balance = foldLedger(told);
        expect(balance).toEqual(foldLedger(lines));
        expect(balance.paidPaise - balance.refundedPaise).toBe(kept);
        expect(balance).toMatchObject({ keptPaise: kept, refundedPaise: returned, disputed: [] });
        expect(balance.duePaise).toBe(asked - kept);
        expect(balance.settlement === 'paid' || balance.settlement === 'nothing-due').toBe(kept === asked);
      },
    ),
  );
});

it('heard of in part, is never negative and never claims more than was paid', () => {
  const line = fc.oneof(
    fc.record({
      kind: fc.constant('payment' as const),
      key: fc.constantFrom('p', 'q'),
      amountPaise: fc.nat(1_000),
      method: fc.constantFrom('gateway' as const, 'cash' as const),
    }),
    fc.record({
      kind: fc.constant('refund' as const),
      key: fc.constantFrom('r', 's'),
      paymentKey: fc.constantFrom('p', 'q'),
      amountPaise: fc.nat(1_000),
      state: fc.constantFrom<RefundState>('requested', 'submitted', 'processed', 'failed'),
    }),
    fc.record({
      kind: fc.constantFrom('charge' as const, 'write-off' as const),
      key: fc.constantFrom('c', 'w'),
      amountPaise: fc.nat(1_000),
    }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const balance = foldLedger(lines);
      expect(balance.keptPaise).toBeGreaterThanOrEqual(0);
      expect(balance.keptPaise).toBeLessThanOrEqual(balance.paidPaise);
      expect(balance.writtenOffPaise).toBeLessThanOrEqual(balance.chargedPaise);
      for (const left of balance.refundable.values()) expect(left).toBeGreaterThanOrEqual(0);
      expect(foldLedger([...lines].reverse())).toEqual(balance);
      expect(foldLedger([...lines, ...lines])).toEqual(balance);
    }),
  );
});
