import { toBuffer } from 'qrcode';
import type { Paise } from '../../kernel/money';
import { fail, ok, type Result } from '../../kernel/result';

export type UpiRequest = {
  /** The payee's UPI address: `club@bank`. */
  address: string;
  payeeName: string;
  amountPaise: Paise;
  /** Our reference for it, letters and digits: the booking's code. */
  reference: string;
  note: string;
};

export type UpiFault = { reason: 'bad-address' | 'bad-name' | 'bad-amount' | 'bad-reference' | 'bad-note' };

const addressForm = /^[A-Za-z0-9._-]{2,256}@[A-Za-z][A-Za-z0-9]{1,63}$/;
/** Usual and safe lengths; the specification's own are not published with it. */
const referenceForm = /^[A-Za-z0-9-]{1,35}$/;
/** Cannot be encoded. */
const halfCharacter = /\p{Surrogate}/u;
const maximumNote = 50;
const maximumName = 99;
/** ₹1,00,000: the usual limit of one payment. */
const maximumPaise = 10_000_000;

/** Whether this can be a UPI address. It may still be nobody's. */
export const isUpiAddress = (text: string): boolean => addressForm.test(text);

/**
 * The `upi://pay` address that opens the payer's app with everything filled in. Unsigned: nothing comes back about a
 * payment, which stays unverified until staff have seen the money. Fails with what is wrong; nothing is cut.
 * Source: payments reference 3 (NPCI, UPI Linking Specification): values percent-encoded, a blank as `%20`.
 */
export function upiLink(request: UpiRequest): Result<string, UpiFault> {
  const { address, payeeName, amountPaise, reference, note } = request;
  if (!isUpiAddress(address)) return fail({ reason: 'bad-address' });
  if (payeeName.trim() === '' || payeeName.length > maximumName || halfCharacter.test(payeeName))
    return fail({ reason: 'bad-name' });
  if (!Number.isSafeInteger(amountPaise) || amountPaise < 1 || amountPaise > maximumPaise)
    return fail({ reason: 'bad-amount' });
  if (!referenceForm.test(reference)) return fail({ reason: 'bad-reference' });
  if (note.length > maximumNote || halfCharacter.test(note)) return fail({ reason: 'bad-note' });
  const rupees = `${Math.floor(amountPaise / 100)}.${String(amountPaise % 100).padStart(2, '0')}`;
  const encoded = Object.entries({ pn: payeeName, am: rupees, cu: 'INR', tr: reference, tn: note })
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  // The address needs no encoding, and some apps do not take `%40`.
  return ok(`upi://pay?pa=${address}&${encoded}`);
}

/** The link as a PNG to be scanned: 600 pixels wide with the quiet zone that scanners need. */
export const upiQr = (link: string): Promise<Buffer> =>
  toBuffer(link, { type: 'png', width: 600, margin: 4, errorCorrectionLevel: 'M' });
