import { expect, it } from 'vitest';
import { countAttention, type Attention } from './schema';

const calm: Attention = {
  payments: [],
  refunds: [],
  overpaid: [],
  claims: [],
  differences: [],
  events: [],
  alerts: { silent: false, badSignatures: 0, badSignatureAt: null },
};

it('counts nothing where all is well', () => {
  expect(countAttention(calm)).toBe(0);
});

it('counts every thing once, and each fault of the way to the gateway as one, however often it came', () => {
  const event = { id: 'e', name: 'x', receivedAt: '2026-11-26T00:00:00Z', body: null };
  const events = [event, event] as unknown as Attention['events'];
  const alerts = { silent: true, badSignatures: 7, badSignatureAt: '2026-11-26T00:00:00Z' };
  expect(countAttention({ ...calm, events })).toBe(2);
  expect(countAttention({ ...calm, events, alerts })).toBe(4);
});
