import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUpiAddress, upiLink, upiQr, type UpiRequest } from './link';

const request: UpiRequest = {
  address: 'kovai.club-1@okhdfcbank',
  payeeName: 'Kovai Club & Courts',
  amountPaise: 50_007,
  reference: 'K7M2P9',
  note: 'Booking K7M2P9',
};

describe('a UPI link', () => {
  it('has everything filled in, with blanks as %20', () => {
    expect(upiLink(request)).toEqual({
      ok: true,
      value:
        'upi://pay?pa=kovai.club-1@okhdfcbank&pn=Kovai%20Club%20%26%20Courts&am=500.07&cu=INR&tr=K7M2P9&tn=Booking%20K7M2P9',
    });
  });

  it('carries Tamil, and exactly what was given', () => {
    const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 10_000_000 }), (payeeName, amountPaise) => {
        fc.pre(payeeName.trim() !== '');
        const link = upiLink({ ...request, payeeName, amountPaise });
        if (!link.ok) throw new Error(link.reason);
        expect(link.value).not.toContain('+');
        const query = new URLSearchParams(link.value.slice('upi://pay?'.length));
        expect(query.get('pn')).toBe(payeeName);
        expect(Math.round(Number(query.get('am')) * 100)).toBe(amountPaise);
        expect(query.get('am')).toMatch(/^\d+\.\d\d$/);
      }),
    );
  });

  it.each([
    [{ address: 'kovai club@bank' }, 'bad-address'],
    [{ address: 'club@bank&am=1' }, 'bad-address'],
    [{ address: 'club' }, 'bad-address'],
    [{ payeeName: ' ' }, 'bad-name'],
    [{ payeeName: 'x'.repeat(100) }, 'bad-name'],
    [{ payeeName: '\ud800' }, 'bad-name'],
    [{ amountPaise: 0 }, 'bad-amount'],
    [{ amountPaise: -100 }, 'bad-amount'],
    [{ amountPaise: 100.5 }, 'bad-amount'],
    [{ amountPaise: 10_000_001 }, 'bad-amount'],
    [{ reference: '' }, 'bad-reference'],
    [{ reference: 'x'.repeat(36) }, 'bad-reference'],
    [{ note: 'x'.repeat(51) }, 'bad-note'],
    [{ note: '\udfff' }, 'bad-note'],
  ] as const)('is not made with %j', (change, reason) => {
    expect(upiLink({ ...request, ...change })).toEqual({ ok: false, reason });
  });

  it('becomes a picture to scan', async () => {
    const png = await upiQr('upi://pay?pa=club@bank');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
  });
});

it.each(['a.b@ybl', '9876543210@paytm', 'club_1@oksbi'])('takes %s for an address', (address) => {
  expect(isUpiAddress(address)).toBe(true);
});
