import { z } from 'zod';
import { shownTextSchema } from '../kernel/local-text-schema';
import { isGstin, normaliseGstin } from './gstin';

const iso = z.iso.datetime();
const paise = z.number().int().nonnegative();

export const receiptKinds = ['receipt', 'tax-invoice', 'bill-of-supply', 'credit-note'] as const;

/** How money came or went: at the desk, or through a gateway. */
const way = z.object({
  method: z.enum(['gateway', 'cash', 'upi', 'card']),
  /** The gateway's own word: upi, card, netbanking … */
  instrument: z.string().nullable(),
  /** The gateway's number of it, or the bank's. */
  reference: z.string().nullable(),
  at: iso,
});

/** Everything that a document says. Written once; what the business or the booking become later does not touch it. */
export const receiptSnapshotSchema = z.object({
  kind: z.enum(receiptKinds),
  number: z.string(),
  issuedAt: iso,
  /** IANA zone, by whose clocks all times are printed. */
  zone: z.string(),
  business: z.object({
    name: shownTextSchema,
    legalName: z.string().nullable(),
    address: shownTextSchema,
    phone: z.string().nullable(),
    gstin: z.string().nullable(),
    photoId: z.string().nullable(),
  }),
  customer: z.object({ name: z.string().nullable(), attendee: z.string().nullable() }),
  booking: z
    .object({
      reference: z.string(),
      kind: z.enum(['court', 'consultation']),
      /** null for consultations: what kind it was is nobody else's business. */
      service: shownTextSchema.nullable(),
      resource: shownTextSchema,
      startsAt: iso,
      endsAt: iso,
      /** What is asked for in all, and what of it was still to be paid when this was issued. */
      askedPaise: paise,
      duePaise: paise,
    })
    .nullable(),
  /** What was sold ahead, where it is about that and no booking. Days are local dates, both inclusive. */
  pack: z
    .object({
      name: shownTextSchema,
      kind: z.enum(['hours', 'visits', 'membership']),
      /** Minutes or visits; null: a membership. */
      quantity: z.number().int().nullable(),
      memberPercent: z.number().int().nullable(),
      startsOn: z.iso.date(),
      endsOn: z.iso.date(),
      pricePaise: paise,
    })
    .nullable()
    // Documents issued before packs had theirs.
    .default(null),
  amountPaise: paise,
  tax: z
    .object({
      percent: z.number().int(),
      taxablePaise: paise,
      cgstPaise: paise,
      sgstPaise: paise,
      /** Place of supply, by the first digits of the GSTIN. */
      state: z.string(),
    })
    .nullable(),
  sac: z.string().nullable(),
  paid: way,
  /** Of a credit note: how the money went back, and the number of the document on its payment. */
  refunded: way.extend({ of: z.string() }).nullable(),
});

/** A document in a list. */
export const receiptRow = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: z.enum(receiptKinds),
  amountPaise: paise,
  issuedAt: iso,
});

/** The documents of one booking or pack, oldest first; `due`: there is money that has none yet. */
export const issuedReceipts = z.object({ issued: z.array(receiptRow), due: z.boolean() });

const sac = z
  .string()
  .trim()
  .regex(/^\d{4,8}$/, 'sac');

/** A month of the business's calendar: `2026-11`. */
const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);

export const receiptListQuery = z.object({
  /** A number, a booking's reference, a pack's name, or a customer's. */
  q: z.string().trim().max(100).exactOptional(),
  month: month.exactOptional(),
  /** The `next` of the page before. */
  after: z.string().max(100).exactOptional(),
});
export const receiptExportQuery = z.object({ month });

export const receiptListRow = receiptRow.extend({
  customerName: z.string().nullable(),
  /** Of the booking; null: it is about a pack. */
  reference: z.string().nullable(),
  /** What the pack is called; null: it is about a booking. */
  pack: shownTextSchema.nullable(),
});
export type ReceiptListRow = z.infer<typeof receiptListRow>;

/** Newest first. */
export const receiptList = z.object({ rows: z.array(receiptListRow), next: z.string().nullable() });
export type ReceiptList = z.infer<typeof receiptList>;

/** Who issues the documents, and what tax the prices of which service include. */
export const receiptSettingsForm = z.object({
  legalName: z.string().trim().min(1).max(150).nullable(),
  /** null: not registered, so that no document names a tax, whatever the services say. */
  gstin: z.string().transform(normaliseGstin).refine(isGstin, 'gstin').nullable(),
  prefix: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{1,3}$/, 'prefix'),
  services: z
    .array(
      z.object({
        id: z.uuid(),
        gstPercent: z.number().int().min(0).max(100).nullable(),
        sac: sac.nullable(),
      }),
    )
    .max(500),
});
export type ReceiptSettingsForm = z.output<typeof receiptSettingsForm>;
