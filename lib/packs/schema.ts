import { z } from 'zod';
import { localTextSchema, shownTextSchema } from '../kernel/local-text-schema';

const common = {
  name: localTextSchema,
  serviceIds: z.array(z.uuid()).min(1).max(100),
  pricePaise: z.number().int().min(0).max(100_000_000),
  validDays: z.number().int().min(1).max(3_650),
};

/** What an owner writes of an offer; hours come as whole minutes. */
export const offerDraftSchema = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('hours'), quantity: z.number().int().min(1).max(600_000) }),
  z.object({ ...common, kind: z.literal('visits'), quantity: z.number().int().min(1).max(10_000) }),
  z.object({ ...common, kind: z.literal('membership'), memberPercent: z.number().int().min(1).max(100) }),
]);

export const saleSchema = z.object({
  /** Key of the act: pressed twice, it sells once. */
  key: z.uuid(),
  offerId: z.uuid(),
  customerId: z.uuid(),
  method: z.enum(['cash', 'upi', 'card']),
  /** UTR or authorisation code. */
  reference: z.string().trim().max(40).optional(),
});

/** A change by hand; minutes or visits, not nothing. */
export const correctionSchema = z.object({
  key: z.uuid(),
  amount: z
    .number()
    .int()
    .min(-600_000)
    .max(600_000)
    .refine((amount) => amount !== 0),
  reason: z.string().trim().min(1).max(200),
});

export const extensionSchema = z.object({
  endsOn: z.iso.date(),
  reason: z.string().trim().min(1).max(200),
});

/** Handed back of what was paid; what is left of the pack goes. */
export const takeBackSchema = z.object({
  key: z.uuid(),
  amountPaise: z.number().int().min(1).max(100_000_000),
  reason: z.string().trim().min(1).max(200),
});

export const offerParams = z.object({ offer: z.uuid() });
export const packParams = z.object({ pack: z.uuid() });
export const archiveOfferSchema = z.object({ archived: z.boolean() });
export const sold = z.object({ id: z.uuid() });

const kind = z.enum(['hours', 'visits', 'membership']);

export const packOfferRow = z.object({
  id: z.uuid(),
  name: shownTextSchema,
  kind,
  /** Minutes or visits; null: a membership. */
  quantity: z.number().int().nullable(),
  serviceIds: z.array(z.uuid()),
  pricePaise: z.number().int(),
  validDays: z.number().int(),
  memberPercent: z.number().int().nullable(),
  archived: z.boolean(),
});

/** What is sold ahead, and the services that it may be good for. */
export const offersView = z.object({
  offers: z.array(packOfferRow),
  services: z.array(z.object({ id: z.uuid(), name: shownTextSchema })),
});

export const packEntryRow = z.object({
  id: z.uuid(),
  kind: z.enum(['bought', 'used', 'returned', 'corrected']),
  /** Minutes or visits; negative where they were taken. */
  amount: z.number().int(),
  /** Of the booking, where there is one. */
  reference: z.string().nullable(),
  reason: z.string().nullable(),
  at: z.iso.datetime(),
});

export const soldPack = z.object({
  id: z.uuid(),
  name: shownTextSchema,
  kind,
  quantity: z.number().int().nullable(),
  remaining: z.number().int(),
  memberPercent: z.number().int().nullable(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  pricePaise: z.number().int(),
  /** Paid for it and not handed back. */
  keptPaise: z.number().int(),
  soldAt: z.iso.datetime(),
  customer: z.object({ id: z.uuid(), name: z.string().nullable() }),
  /** Oldest first. */
  entries: z.array(packEntryRow),
});

export const soldPacks = z.object({ packs: z.array(soldPack) });

export const soldPacksQuery = z.object({ customer: z.uuid().optional() });
