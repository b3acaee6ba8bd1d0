import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeCreditNote, composeReceipt, packTax, type ReceiptFacts } from './compose-receipt';
import { financialYearOf, receiptNumber } from './financial-year';
import { isGstin, normaliseGstin } from './gstin';
import { receiptSettingsForm } from './schema';
import { splitTax } from './split-tax';

const gstin = '33AAPFU0939F1Z2';

it('takes GST out of any price to the paisa, in two equal halves', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2_000_000_000 }),
      fc.integer({ min: 0, max: 100 }),
      (total, percent) => {
        const { taxablePaise, cgstPaise, sgstPaise } = splitTax(total, percent);
        expect(taxablePaise + cgstPaise + sgstPaise).toBe(total);
        expect(cgstPaise).toBe(sgstPaise);
        for (const paise of [taxablePaise, cgstPaise, sgstPaise]) {
          expect(Number.isSafeInteger(paise)).toBe(true);
          expect(paise).toBeGreaterThanOrEqual(0);
        }
        expect(Math.abs(taxablePaise - (total * 100) / (100 + percent))).toBeLessThanOrEqual(1);
      },
    ),
  );
});

it('splits ₹590 at 18 per cent as an accountant would', () => {
  expect(splitTax(59_000, 18)).toEqual({ taxablePaise: 50_000, cgstPaise: 4_500, sgstPaise: 4_500 });
  expect(splitTax(59_000, 0)).toEqual({ taxablePaise: 59_000, cgstPaise: 0, sgstPaise: 0 });
});

describe('a number', () => {
  it.each([
    ['2026-04-01', '2026-27'],
    ['2027-03-31', '2026-27'],
    ['2027-04-01', '2027-28'],
    ['2099-12-31', '2099-00'],
  ])('of %s belongs to %s', (date, year) => {
    expect(financialYearOf(date)).toBe(year);
  });

  it('has no more than sixteen characters up to a million', () => {
    expect(receiptNumber('R', '2026-27', 1)).toBe('R/26-27/0001');
    expect(receiptNumber('ABC', '2026-27', 999_999)).toBe('ABC/26-27/999999');
    expect(receiptNumber('ABC', '2026-27', 999_999)).toHaveLength(16);
  });
});

describe('a GSTIN', () => {
  it.each(['27AAPFU0939F1ZV', '29AAGCB7383J1Z4', gstin])('%s is one', (number) => {
    expect(isGstin(number)).toBe(true);
  });

  it.each([
    ['with a wrong digit', '33AAPFU0938F1Z2'],
    ['with two letters swapped', '33AAPUF0939F1Z2'],
    ['of another state', '34AAPFU0939F1Z2'],
    ['of no state', '45AAPFU0939F1ZX'],
    ['too short', '33AAPFU0939F1Z'],
    ['empty', ''],
  ])('%s is none', (_, number) => {
    expect(isGstin(number)).toBe(false);
  });

  it('finds every single wrong character', () => {
    const characters = Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    for (const place of Array.from(gstin).keys())
      for (const other of characters)
        if (other !== gstin[place])
          expect(isGstin(gstin.slice(0, place) + other + gstin.slice(place + 1))).toBe(false);
  });

  it('may be typed in small letters and with blanks', () => {
    expect(normaliseGstin(' 33 aapfu0939f-1z2')).toBe(gstin);
  });
});

const at = '2026-11-28T12:30:00.000Z';
const facts = (change: {
  gstin?: string | null;
  kind?: 'court' | 'consultation';
  gstPercent?: number | null;
}): ReceiptFacts => ({
  zone: 'Asia/Kolkata',
  business: {
    name: { en: 'Club' },
    legalName: null,
    address: { en: 'Madurai' },
    phone: null,
    gstin: change.gstin === undefined ? gstin : change.gstin,
    photoId: null,
  },
  customer: { name: 'Anbu', attendee: null },
  booking: {
    reference: 'ABCDEF',
    kind: change.kind ?? 'court',
    service: { en: 'Court' },
    resource: { en: 'Court 1' },
    startsAt: at,
    endsAt: at,
    askedPaise: 59_000,
    duePaise: 0,
  },
  pack: null,
  gstPercent: change.gstPercent === undefined ? 18 : change.gstPercent,
  sac: '999652',
});
const paid = { method: 'cash', instrument: null, reference: null, at } as const;
const receipt = (change: Parameters<typeof facts>[0]) =>
  composeReceipt(facts(change), { amountPaise: 59_000, paid });

describe('a document', () => {
  it('names tax only for a registered business, and none on consultations', () => {
    expect(receipt({})).toMatchObject({
      kind: 'tax-invoice',
      tax: { cgstPaise: 4_500, state: '33' },
      sac: '999652',
    });
    expect(receipt({ gstin: null })).toMatchObject({ kind: 'receipt', tax: null, sac: null });
    expect(receipt({ gstPercent: null })).toMatchObject({ kind: 'bill-of-supply', tax: null });
    expect(receipt({ kind: 'consultation' })).toMatchObject({ kind: 'bill-of-supply', tax: null });
  });

  it('takes the tax back with the money', () => {
    const note = composeCreditNote(
      { ...receipt({}), number: 'R/26-27/0001', issuedAt: at },
      { amountPaise: 11_800, askedPaise: 47_200, duePaise: 0, way: paid },
    );
    expect(note).toMatchObject({
      kind: 'credit-note',
      amountPaise: 11_800,
      tax: { taxablePaise: 10_000, cgstPaise: 900, sgstPaise: 900 },
      refunded: { of: 'R/26-27/0001' },
      booking: { askedPaise: 47_200 },
    });
    expect(note).not.toHaveProperty('number');
  });
});

describe('the tax in the price of a pack', () => {
  const court = (gstPercent: number | null, sac: string | null = '999652') => ({
    kind: 'court',
    gstPercent,
    sac,
  });
  const doctor = { kind: 'consultation', gstPercent: 18, sac: '999312' };

  it('is that of its services, the highest where they differ, and none of consultations', () => {
    expect(packTax([court(18)])).toEqual({ gstPercent: 18, sac: '999652' });
    expect(packTax([court(5, '1234'), doctor, court(18), court(null)])).toEqual({
      gstPercent: 18,
      sac: '999652',
    });
    expect(packTax([doctor])).toEqual({ gstPercent: null, sac: '999312' });
    expect(packTax([court(0), court(null)])).toMatchObject({ gstPercent: 0 });
    expect(packTax([])).toEqual({ gstPercent: null, sac: null });
  });
});

it('settings understand a pasted GSTIN and refuse a wrong one', () => {
  const form = { legalName: null, gstin: null, prefix: 'nc', services: [] };
  expect(receiptSettingsForm.parse({ ...form, gstin: '33 aapfu0939f1z2' })).toMatchObject({
    gstin,
    prefix: 'NC',
  });
  expect(receiptSettingsForm.safeParse({ ...form, gstin: '33AAPFU0939F1Z3' }).success).toBe(false);
});
