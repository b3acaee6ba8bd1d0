import type { Paise } from '../kernel/money';
import { stateOf } from './gstin';
import { splitTax } from './split-tax';
import type { ReceiptKind, ReceiptSnapshot } from './types';

/** A document before it has its number. */
export type ReceiptDraft = Omit<ReceiptSnapshot, 'number' | 'issuedAt'>;

export type ReceiptFacts = Pick<ReceiptSnapshot, 'zone' | 'business' | 'customer' | 'booking' | 'pack'> & {
  /** As the service has it now; consultations bear no tax whatever it says. */
  gstPercent: number | null;
  sac: string | null;
};

type Money = { amountPaise: Paise; paid: ReceiptSnapshot['paid'] };

/**
 * The document on one payment. The invoice is issued with the payment, before or after the visit, as section 31(2) of
 * the CGST Act allows; so a deposit needs no voucher that an invoice replaces later.
 */
export function composeReceipt(facts: ReceiptFacts, { amountPaise, paid }: Money): ReceiptDraft {
  const { zone, business, customer, booking, pack, sac } = facts;
  const percent = booking?.kind === 'consultation' ? null : facts.gstPercent;
  const tax = taxOf(business.gstin, percent, amountPaise);
  return {
    kind: kindOf(business.gstin, tax !== null),
    zone,
    business,
    customer,
    booking,
    pack,
    amountPaise,
    tax,
    sac: business.gstin === null ? null : sac,
    paid,
    refunded: null,
  };
}

/** The document on money that went back: as the payment's own stands, for this amount, with the tax taken back alike. */
export function composeCreditNote(
  of: ReceiptSnapshot,
  back: { amountPaise: Paise; duePaise: Paise; askedPaise: Paise; way: ReceiptSnapshot['paid'] },
): ReceiptDraft {
  const { amountPaise, askedPaise, duePaise, way } = back;
  const { zone, business, customer, booking, pack, sac, paid, tax, number } = of;
  return {
    kind: 'credit-note',
    zone,
    business,
    customer,
    booking: booking && { ...booking, askedPaise, duePaise },
    pack,
    amountPaise,
    tax: taxOf(business.gstin, tax?.percent ?? null, amountPaise),
    sac,
    paid,
    refunded: { ...way, of: number },
  };
}

const kindOf = (gstin: string | null, isTaxed: boolean): ReceiptKind => {
  if (gstin === null) return 'receipt';
  return isTaxed ? 'tax-invoice' : 'bill-of-supply';
};

const taxOf = (gstin: string | null, percent: number | null, amountPaise: Paise): ReceiptSnapshot['tax'] =>
  gstin === null || percent === null
    ? null
    : { percent, ...splitTax(amountPaise, percent), state: stateOf(gstin) };

/** What tax a service's price includes; null: none. */
export type ServiceTax = { kind: string; gstPercent: number | null; sac: string | null };

/**
 * The tax in one price for several services: that of the one with the highest rate. Consultations bear none.
 * Source: CGST Act, section 8(b), mixed supply.
 */
export function packTax(services: readonly ServiceTax[]): Pick<ServiceTax, 'gstPercent' | 'sac'> {
  const rate = ({ kind, gstPercent }: ServiceTax): number => (kind === 'court' ? (gstPercent ?? -1) : -1);
  const [highest] = [...services].sort((one, other) => rate(other) - rate(one));
  if (!highest) return { gstPercent: null, sac: null };
  return { gstPercent: rate(highest) < 0 ? null : rate(highest), sac: highest.sac };
}
