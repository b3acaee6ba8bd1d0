import { describe, expect, it } from 'vitest';
import type { LinkRequest } from '../types';
import { linkBody } from './link-body';

const now = new Date('2026-11-26T10:00:00Z');
const minutesAhead = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const request: LinkRequest = {
  reference: '0199f0aa-0000-7000-8000-000000000001',
  amountPaise: 50_000,
  description: 'Booking K7M2P9',
  bookingCode: 'K7M2P9',
  expiresAt: minutesAhead(20),
  pageUrl: 'https://neram.example/pay/1',
  payer: { name: 'ஆஷா', phone: '+919000000001', email: 'k7m2p9@neram.example' },
};

describe('the body of a link', () => {
  it('asks for the whole amount, writes to nobody and names us in the notes', () => {
    expect(linkBody(request, now)).toEqual({
      ok: true,
      value: {
        amount: 50_000,
        currency: 'INR',
        accept_partial: false,
        reference_id: request.reference,
        description: 'Booking K7M2P9',
        customer: { name: 'ஆஷா', contact: '+919000000001' },
        expire_by: 1_795_688_400,
        notify: { sms: false, email: false },
        reminder_enable: false,
        notes: { booking: 'K7M2P9', reference: request.reference },
        callback_url: 'https://neram.example/pay/1',
        callback_method: 'get',
      },
    });
  });

  it('leaves the phone out for a payer without one', () => {
    const body = linkBody({ ...request, payer: { name: 'Asha', email: 'a@b.example' } }, now);
    expect(body).toMatchObject({ ok: true, value: { customer: { name: 'Asha' } } });
  });

  it('never ends before the hold does', () => {
    const body = linkBody({ ...request, expiresAt: new Date('2026-11-26T10:20:00.001Z') }, now);
    expect(body).toMatchObject({ ok: true, value: { expire_by: 1_795_688_401 } });
  });

  it.each([
    ['a fraction of a paisa', { amountPaise: 500.5 }, 'invalid'],
    ['less than a rupee', { amountPaise: 99 }, 'invalid'],
    ['a negative amount', { amountPaise: -100 }, 'invalid'],
    ['no number', { amountPaise: Number.NaN }, 'invalid'],
    ['a long reference', { reference: 'x'.repeat(41) }, 'invalid'],
    ['no reference', { reference: '' }, 'invalid'],
    ['a long description', { description: 'x'.repeat(2_049) }, 'invalid'],
    ['a long booking code', { bookingCode: 'x'.repeat(256) }, 'invalid'],
    ['a page that is no address', { pageUrl: 'javascript:alert(1)' }, 'invalid'],
    ['14 minutes', { expiresAt: minutesAhead(14) }, 'expires-too-soon'],
    ['an end in the past', { expiresAt: minutesAhead(-1) }, 'expires-too-soon'],
    ['no date', { expiresAt: new Date(Number.NaN) }, 'expires-too-soon'],
    ['a year', { expiresAt: minutesAhead(365 * 24 * 60) }, 'invalid'],
  ] as const)('is not made with %s', (_, change, kind) => {
    expect(linkBody({ ...request, ...change }, now)).toMatchObject({ ok: false, reason: 'refused', kind });
  });

  it('is made with exactly what is allowed', () => {
    const least = { amountPaise: 100, reference: 'x'.repeat(40), expiresAt: minutesAhead(15) };
    expect(linkBody({ ...request, ...least, description: 'அ'.repeat(2_048) }, now).ok).toBe(true);
  });
});
