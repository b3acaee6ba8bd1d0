import { z } from 'zod';

// Fields come and go between Razorpay's own samples: objects are loose, enumerations open, and an optional field of an
// unexpected shape counts as absent. Source: payments reference 1.2 and 1.5.

const id = z.string().min(1).max(200);
const paise = z.number().int().nonnegative();
const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);
const text = maybe(z.string().max(2_048));
const unixSeconds = maybe(z.number().int().positive().max(4_102_444_800));

/** Empty notes come back as `[]` or null. */
const notes = z.record(z.string(), z.unknown()).catch({});

export const paymentSchema = z.looseObject({
  id,
  amount: paise,
  currency: z.string(),
  status: z.string(),
  method: text,
  description: text,
  amount_refunded: maybe(paise),
  fee: maybe(paise),
  notes,
  acquirer_data: maybe(z.record(z.string(), z.unknown())),
  created_at: unixSeconds,
});

const linkPaymentSchema = z.looseObject({
  payment_id: id,
  amount: paise,
  method: text,
  status: z.string().catch('captured'),
});

export const linkSchema = z.looseObject({
  id,
  amount: paise,
  currency: z.string().catch('INR'),
  status: z.string(),
  reference_id: text,
  short_url: text,
  payments: z.array(linkPaymentSchema).nullish(),
});

/** The documents give no sample of a list; the package's types say `payment_links`. */
export const linkListSchema = z
  .union([
    z.looseObject({ payment_links: z.array(linkSchema) }),
    z.looseObject({ items: z.array(linkSchema) }),
  ])
  .transform((list): z.infer<typeof linkSchema>[] =>
    'payment_links' in list ? z.array(linkSchema).parse(list.payment_links) : list.items,
  );

export const refundSchema = z.looseObject({
  id,
  amount: paise,
  status: z.string().catch('pending'),
  payment_id: text,
  receipt: text,
  notes,
  acquirer_data: maybe(z.record(z.string(), z.unknown())),
});

export const refundListSchema = z.looseObject({ items: z.array(refundSchema) });
export const paymentListSchema = z.looseObject({ items: z.array(paymentSchema) });

export const settlementListSchema = z.looseObject({
  items: z.array(
    z.looseObject({
      id: z.string().min(1),
      amount: z.number().int(),
      status: z.string(),
      fees: maybe(z.number().int()),
      utr: text,
      created_at: z.number().int(),
    }),
  ),
});
export type RazorpaySettlement = z.infer<typeof settlementListSchema>['items'][number];

const entity = <T extends z.ZodType>(schema: T) => maybe(z.looseObject({ entity: schema }));

export const eventSchema = z.looseObject({
  entity: z.literal('event'),
  event: z.string().min(1).max(100),
  payload: z
    .looseObject({
      payment_link: entity(linkSchema),
      payment: entity(paymentSchema),
      refund: entity(refundSchema),
    })
    .catch({}),
});

export type RazorpayPayment = z.infer<typeof paymentSchema>;
export type RazorpayLink = z.infer<typeof linkSchema>;
export type RazorpayRefund = z.infer<typeof refundSchema>;
