import { z } from 'zod';
import { shownTextSchema, languageSchema } from '../kernel/local-text-schema';
import { consentPurposes } from '../messaging/purpose';
import { consentSources, consentVias, relations } from './types';

// What of customers crosses to the browser and back.

export const customerParams = z.object({ customer: z.uuid() });

export const customerListQuery = z.object({
  /** Part of a name or a number. */
  q: z.string().trim().max(100).optional(),
  /** The `next` of the page before. */
  after: z.string().max(100).optional(),
  /** Only those whom staff have blocked. */
  blocked: z.stringbool().optional(),
});

export const customerRow = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  language: languageSchema.nullable(),
  blocked: z.boolean(),
  /** Bookings that were not cancelled. */
  bookings: z.number().int(),
  lastBookingAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type CustomerRow = z.infer<typeof customerRow>;

export const customerList = z.object({ customers: z.array(customerRow), next: z.string().nullable() });
export type CustomerList = z.infer<typeof customerList>;

export const customerBooking = z.object({
  id: z.uuid(),
  reference: z.string(),
  status: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  pricePaise: z.number().int(),
  service: shownTextSchema,
  resource: shownTextSchema,
  attendeeName: z.string().nullable(),
});

export const customerView = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  profileName: z.string().nullable(),
  phone: z.string().nullable(),
  username: z.string().nullable(),
  language: languageSchema.nullable(),
  note: z.string(),
  blockedAt: z.iso.datetime().nullable(),
  blockReason: z.string().nullable(),
  erasedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  counts: z.object({
    bookings: z.number().int(),
    upcoming: z.number().int(),
    noShows: z.number().int(),
    cancelled: z.number().int(),
    /** Price of what they came for. */
    spentPaise: z.number().int(),
    messages: z.number().int(),
  }),
  /** The newest fifty. */
  bookings: z.array(customerBooking),
  attendees: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      relation: z.string(),
      birthYear: z.number().int().nullable(),
    }),
  ),
  consents: z.array(
    z.object({
      id: z.uuid(),
      purpose: z.enum(consentPurposes),
      granted: z.boolean(),
      at: z.iso.datetime(),
      source: z.enum(consentSources),
      /** Of what staff wrote down: how they heard of it, and who they are. */
      via: z.enum(consentVias).nullable(),
      staff: z.string().nullable(),
      /** Reference of the one booking it is about; null: all there are. */
      booking: z.string().nullable(),
      words: z.string(),
    }),
  ),
  /** Purposes of messages that they want none of now. */
  refuses: z.array(z.enum(consentPurposes)),
  threads: z.array(z.object({ id: z.uuid() })),
});
export type CustomerView = z.infer<typeof customerView>;

export const customerChange = z
  .strictObject({
    name: z.string().trim().min(1).max(100).optional(),
    language: languageSchema.optional(),
    note: z.string().trim().max(2000).optional(),
    /** The note that is being rewritten, as it was seen; absent: whatever it is. */
    noteWas: z.string().max(2000).optional(),
    blocked: z.boolean().optional(),
    /** Why they are blocked; for staff. */
    blockReason: z.string().trim().min(1).max(200).optional(),
  })
  .refine((change) => Object.keys(change).length > 0)
  .refine((change) => change.blockReason === undefined || change.blocked === true)
  .refine((change) => change.blocked !== true || change.blockReason !== undefined, {
    path: ['blockReason'],
    message: 'required',
  });
export type CustomerChange = z.infer<typeof customerChange>;

/** What a customer told staff, about one purpose of messages. */
export const consentBody = z.strictObject({
  purpose: z.enum(consentPurposes),
  granted: z.boolean(),
  via: z.enum(consentVias),
  /** What they said, as far as it is worth keeping. */
  words: z.string().trim().max(500).default(''),
});
export type ConsentBody = z.output<typeof consentBody>;

/** `drop` is the record that goes; everything of it moves to the customer named in the address. */
export const mergeBody = z.object({ drop: z.uuid() });

/** Erasing cannot be undone: the caller says that it is meant. */
export const eraseBody = z.object({ confirm: z.literal('erase') });

export const customerSearchSchema = z.object({ q: z.string().trim().max(120) });

/** Whom a search found, with their family. */
export const foundCustomersSchema = z.object({
  customers: z.array(
    z.object({
      id: z.uuid(),
      name: z.string().nullable(),
      phone: z.string().nullable(),
      blocked: z.boolean(),
      attendees: z.array(z.object({ id: z.uuid(), name: z.string(), relation: z.enum(relations) })),
    }),
  ),
});

export type FoundCustomers = z.infer<typeof foundCustomersSchema>;
