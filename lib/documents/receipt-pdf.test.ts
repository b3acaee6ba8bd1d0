import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { receiptCatalogues } from '../i18n/receipt-text';
import { languages } from '../kernel/local-text';
import type { ReceiptSnapshot } from '../receipts/types';
import { printableLogo } from './printable-logo';
import { faceOf } from './faces';
import { receiptPdf, receiptTitle } from './receipt-pdf';
import { scriptRuns } from './script-runs';

const at = '2026-11-28T12:30:00.000Z';
const paid = { method: 'gateway', instrument: 'upi', reference: 'pay_1', at } as const;
const snapshot: ReceiptSnapshot = {
  kind: 'tax-invoice',
  number: 'KS/26-27/0042',
  issuedAt: at,
  zone: 'Asia/Kolkata',
  business: {
    name: { ta: 'ஸ்ரீ கொங்கு கழகம்', en: 'Sri Kongu Club' },
    legalName: 'Kongu Sports LLP',
    address: { ta: 'கோயம்புத்தூர்', en: 'Coimbatore' },
    phone: '+919876500001',
    gstin: '33AAPFU0939F1Z2',
    photoId: null,
  },
  customer: { name: 'கொளஞ்சி Selvan 🏸', attendee: null },
  booking: {
    reference: 'K7M3PX',
    kind: 'court',
    service: { en: 'Court' },
    resource: { ta: 'Court-கோர்ட் 2' },
    startsAt: at,
    endsAt: '2026-11-28T13:30:00.000Z',
    askedPaise: 59_000,
    duePaise: 0,
  },
  pack: null,
  amountPaise: 59_000,
  tax: { percent: 18, taxablePaise: 50_000, cgstPaise: 4_500, sgstPaise: 4_500, state: '33' },
  sac: '999652',
  paid,
  refunded: null,
};
const pages = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

describe('a receipt', () => {
  it.each(languages)('in %s is one page, and the same file every time', async (language) => {
    const pdf = await receiptPdf(snapshot, language);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pages(pdf)).toBe(1);
    expect(await receiptPdf(snapshot, language)).toEqual(pdf);
  });

  it('is a credit note only where there is a GST number', () => {
    const back = { ...snapshot, kind: 'credit-note' as const, refunded: { ...paid, of: 'KS/26-27/0041' } };
    expect(receiptTitle(back, 'en')).toBe('Credit note');
    const plain = { ...back, business: { ...back.business, gstin: null } };
    expect(receiptTitle(plain, 'en')).toBe('Refund receipt');
  });

  it.each(languages)('of each kind of pack is one page in %s', async (language) => {
    const pack = {
      ...{ name: { en: 'Ten <b>visits</b>', ta: 'பத்து முறை' }, quantity: 10, memberPercent: null },
      ...{ startsOn: '2026-11-28', endsOn: '2027-02-25', pricePaise: 300_000 },
    };
    const kinds = [
      { ...pack, kind: 'visits' as const },
      { ...pack, kind: 'hours' as const, quantity: 630 },
      { ...pack, kind: 'membership' as const, quantity: null, memberPercent: 10 },
    ];
    for (const one of kinds) {
      const pdf = await receiptPdf({ ...snapshot, booking: null, pack: one }, language);
      expect(pages(pdf)).toBe(1);
    }
  });

  it('prints what looks like a page or a link as the letters it is', async () => {
    const name = '<script>alert(1)</script> <b>Anbu</b> <a href="https://x.example">x</a>';
    const booking = snapshot.booking && { ...snapshot.booking, service: { en: name } };
    const pdf = (
      await receiptPdf({ ...snapshot, customer: { name, attendee: name }, booking }, 'en')
    ).toString('latin1');
    expect(pdf).not.toMatch(/\/(JavaScript|JS|URI|Annots|OpenAction|AA)\b/);
    const plain = await receiptPdf({ ...snapshot, customer: { name: 'Anbu', attendee: null } }, 'en');
    // Every letter of it is drawn: nothing was taken for markup and left out.
    expect(pdf.length).toBeGreaterThan(plain.length);
  });

  it('takes any names, and none', async () => {
    for (const name of ['ந'.repeat(400), 'https://x'.repeat(60), '🏸', '\u0007\u202e', null]) {
      const pdf = await receiptPdf({ ...snapshot, customer: { name, attendee: name } }, 'ta');
      expect(pages(pdf)).toBeGreaterThan(0);
    }
  });
});

/** A PNG of four pixels with a see-through layer, around the given pixel data. */
function png(pixels: Buffer): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)]);
  };
  const header = Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 6, 0, 0, 0]);
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

describe('a logo', () => {
  const whole = png(deflateSync(Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8])));

  it('is printed', async () => {
    expect((await receiptPdf(snapshot, 'en', whole)).toString('latin1')).toContain('/Subtype /Image');
  });

  it.each([
    ['broken', png(Buffer.from('no pixels'))],
    ['cut off', whole.subarray(0, 45)],
    ['larger than any', png(deflateSync(Buffer.alloc(17 * 1024 * 1024)))],
    ['of another kind', Buffer.from('RIFF????WEBP')],
  ])('that is %s is left out', async (_, logo) => {
    expect(printableLogo(logo)).toBeNull();
    expect(pages(await receiptPdf(snapshot, 'en', logo))).toBe(1);
  });
});

it('a logo that is a JPEG by its first bytes only is left out', async () => {
  expect(pages(await receiptPdf(snapshot, 'en', Buffer.from([0xff, 0xd8, 0xff, 1, 2, 3])))).toBe(1);
});

it('cuts words where they go over into Tamil or back, and nowhere else', () => {
  const textsOf = (text: string): string[] => scriptRuns(text).map((run) => run.text);
  expect(textsOf('Court-கோர்ட் 2')).toEqual(['Court-', 'கோர்ட் 2']);
  expect(textsOf('₹500-க்கு')).toEqual(['₹500-க்கு']);
  expect(textsOf('WhatsApp-ல் book')).toEqual(['WhatsApp-', 'ல் ', 'book']);
  expect(textsOf('')).toEqual([]);
  expect(scriptRuns('Court-கோர்ட்').map((run) => run.language)).toEqual(['en', 'ta']);
});

describe.each(languages)('the face for %s', (language) => {
  it.each(['regular', 'bold'] as const)(
    'has every letter of its receipts, the digits and the rupee (%s)',
    (weight) => {
      const document = new PDFDocument({ font: faceOf(language, weight) as unknown as string });
      // The library keeps the opened face to itself.
      const { font } = (
        document as unknown as { _font: { font: { hasGlyphForCodePoint: (code: number) => boolean } } }
      )._font;
      const text = Object.values(receiptCatalogues[language]).join('');
      const own = scriptRuns(`${text}₹0123456789`).filter((run) => run.language === language);
      const missing = Array.from(own.map((run) => run.text).join('')).filter(
        (letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0),
      );
      expect(own.length).toBeGreaterThan(0);
      expect(missing).toEqual([]);
    },
  );
});
