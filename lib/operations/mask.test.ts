import { describe, expect, test } from 'vitest';
import { maskDetail, maskPayload } from './mask';
import { whyOf } from './why';

describe('what staff see of a failed task names nobody', () => {
  test('of its payload only ids, dates and yes or no are left', () => {
    expect(
      maskPayload({
        businessId: '019576a2-0000-7000-8000-000000000001',
        threadId: '019576a2-0000-7000-8000-00000000abcd',
        senderKey: '919876543210',
        name: 'Meena',
        email: 'meena@example.com',
        onDate: '2026-11-27',
        asked: true,
        serviceId: null,
        more: { text: 'வணக்கம்' },
      }),
    ).toEqual([
      { field: 'threadId', value: '…00000000abcd' },
      { field: 'senderKey', value: '…3210' },
      { field: 'name', value: '…' },
      { field: 'email', value: '…' },
      { field: 'onDate', value: '2026-11-27' },
      { field: 'asked', value: 'true' },
      { field: 'more', value: '…' },
    ]);
    expect(maskPayload('text')).toEqual([]);
    expect(maskPayload(null)).toEqual([]);
  });

  test.each([
    ['Recipient +91 98765 43210 is not on WhatsApp', 'Recipient …3210 is not on WhatsApp'],
    ['No mailbox meena@example.com here', 'No mailbox … here'],
    ['Cannot store "Meena, 12 Anna Nagar"', 'Cannot store “…”'],
    [
      'Invalid `prisma.booking.create()` invocation:\n\n  Unique constraint failed',
      'Unique constraint failed',
    ],
    ['Bearer abc.def refused', 'Bearer … refused'],
    ['', ''],
  ])('%s', (error, shown) => {
    expect(maskDetail(error)).toBe(shown);
  });

  test('an error is never shown at length', () => {
    expect(maskDetail('x'.repeat(5000)).length).toBe(300);
  });
});

test.each([
  ['connect ECONNREFUSED 127.0.0.1:9', 'unreachable'],
  ['The operation was aborted due to timeout', 'unreachable'],
  ['The gateway answered 502', 'unreachable'],
  ['(#80007) Rate limit hit', 'limited'],
  ['Error validating access token: unauthorised', 'refused'],
  ['The channel is not found', 'missing'],
  ['Connection terminated unexpectedly', 'database'],
  ['Cannot read properties of undefined', 'fault'],
])('%s: %s', (error, why) => {
  expect(whyOf(error)).toBe(why);
});
