import { z } from 'zod';
import { allDifferent, filled, trimmed, webAddress } from './field-schema';

// Limits: reference §1.3 and §1.5–1.8.

const textHeader = z.strictObject({ type: z.literal('text'), text: filled(60) });
const mediaFile = z
  .strictObject({
    id: z.string().min(1).optional(),
    link: webAddress.optional(),
    filename: z.string().optional(),
  })
  .refine((file) => (file.id === undefined) !== (file.link === undefined), {
    error: 'needs exactly one of id and link',
  });
const anyHeader = z.discriminatedUnion('type', [
  textHeader,
  z.strictObject({ type: z.literal('image'), image: mediaFile }),
  z.strictObject({ type: z.literal('video'), video: mediaFile }),
  z.strictObject({ type: z.literal('document'), document: mediaFile }),
]);
const footer = z.strictObject({ text: filled(60) });
const bodyUpTo = (max: number) => z.strictObject({ text: filled(max) });

const replyButton = z.strictObject({
  type: z.literal('reply'),
  reply: z.strictObject({ id: trimmed(256), title: trimmed(20) }),
});

const buttonMessage = z.strictObject({
  type: z.literal('button'),
  header: anyHeader.optional(),
  body: bodyUpTo(1024),
  footer: footer.optional(),
  action: z.strictObject({
    buttons: z
      .array(replyButton)
      .min(1, { error: 'must have 1 to 3 buttons' })
      .max(3, { error: 'must have 1 to 3 buttons' })
      .refine((buttons) => allDifferent(buttons.map((button) => button.reply.id)), {
        error: 'button ids must be unique',
      })
      .refine((buttons) => allDifferent(buttons.map((button) => button.reply.title)), {
        error: 'button titles must be unique',
      }),
  }),
});

const row = z.strictObject({ id: trimmed(200), title: trimmed(24), description: trimmed(72).optional() });
const section = z.strictObject({
  title: trimmed(24).optional(),
  rows: z.array(row).min(1, { error: 'must have at least one row' }),
});

const listMessage = z.strictObject({
  type: z.literal('list'),
  header: textHeader.optional(),
  body: bodyUpTo(4096),
  footer: footer.optional(),
  action: z.strictObject({
    button: trimmed(20),
    sections: z
      .array(section)
      .min(1, { error: 'must have 1 to 10 sections' })
      .max(10, { error: 'must have 1 to 10 sections' })
      .refine((sections) => sections.flatMap((each) => each.rows).length <= 10, {
        error: 'must have at most 10 rows over all sections',
      })
      .refine((sections) => allDifferent(sections.flatMap((each) => each.rows.map((one) => one.id))), {
        error: 'row ids must be unique over all sections',
      })
      .refine((sections) => sections.length === 1 || sections.every((each) => each.title !== undefined), {
        error: 'each section needs a title when there is more than one',
      }),
  }),
});

const linkMessage = z.strictObject({
  type: z.literal('cta_url'),
  header: anyHeader.optional(),
  body: bodyUpTo(1024),
  footer: footer.optional(),
  action: z.strictObject({
    name: z.literal('cta_url'),
    parameters: z.strictObject({ display_text: trimmed(20), url: webAddress }),
  }),
});

const locationRequest = z.strictObject({
  type: z.literal('location_request_message'),
  body: bodyUpTo(1024),
  action: z.strictObject({ name: z.literal('send_location') }),
});

const paise = z.strictObject({ value: z.number().int().nonnegative(), offset: z.literal(100) });
const orderItem = z.strictObject({
  retailer_id: z.string().min(1),
  name: trimmed(60),
  amount: paise,
  quantity: z.number().int().positive(),
  // Without a catalogue these three are required. Source: reference §7.2.
  country_of_origin: z.string().min(1),
  importer_name: z.string().min(1),
  importer_address: z.strictObject({
    address_line1: z.string().min(1),
    city: z.string().min(1),
    zone_code: z.string().min(1),
    postal_code: z.string().regex(/^\d{6}$/),
    country_code: z.literal('IN'),
  }),
});
const notes = z
  .record(z.string(), z.string().max(256))
  .refine((all) => Object.keys(all).length <= 15, { error: 'must have at most 15 notes' });
const gatewaySetting = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('razorpay'),
    configuration_name: trimmed(60),
    razorpay: z.strictObject({ receipt: z.string().max(40).optional(), notes: notes.optional() }).optional(),
  }),
  z.strictObject({
    type: z.literal('payu'),
    configuration_name: trimmed(60),
    payu: z.record(z.enum(['udf1', 'udf2', 'udf3', 'udf4']), z.string().max(255)).optional(),
  }),
]);

const orderMessage = z.strictObject({
  type: z.literal('order_details'),
  body: bodyUpTo(1024),
  footer: footer.optional(),
  action: z.strictObject({
    name: z.literal('review_and_pay'),
    parameters: z
      .strictObject({
        reference_id: z.string().regex(/^[\w.-]{1,35}$/),
        type: z.enum(['digital-goods', 'physical-goods']),
        currency: z.literal('INR'),
        total_amount: paise,
        payment_settings: z
          .array(z.strictObject({ type: z.literal('payment_gateway'), payment_gateway: gatewaySetting }))
          .length(1),
        order: z.strictObject({
          status: z.literal('pending'),
          type: z.literal('quick_pay').optional(),
          expiration: z
            .strictObject({ timestamp: z.string().regex(/^\d{10}$/), description: trimmed(120) })
            .optional(),
          items: z.array(orderItem).min(1),
          subtotal: paise,
          tax: paise.extend({ description: z.string().optional() }),
        }),
      })
      .refine(
        ({ order }) =>
          order.subtotal.value === order.items.reduce((sum, one) => sum + one.amount.value * one.quantity, 0),
        { error: 'subtotal must be the sum of the items' },
      )
      .refine(({ total_amount, order }) => total_amount.value === order.subtotal.value + order.tax.value, {
        error: 'total_amount must be subtotal and tax',
      }),
  }),
});

/** Source: reference §7.4. Of its statuses only the two ends of a bill are played. */
const orderStatusMessage = z.strictObject({
  type: z.literal('order_status'),
  body: bodyUpTo(1024),
  footer: footer.optional(),
  action: z.strictObject({
    name: z.literal('review_order'),
    parameters: z.strictObject({
      reference_id: z.string().regex(/^[\w.-]{1,35}$/),
      order: z.strictObject({
        status: z.enum(['canceled', 'completed']),
        description: trimmed(120).optional(),
      }),
    }),
  }),
});

export const interactiveSchema = z.discriminatedUnion('type', [
  buttonMessage,
  orderMessage,
  orderStatusMessage,
  listMessage,
  linkMessage,
  locationRequest,
]);

/** Kinds Meta has and this stand-in cannot show; they are refused by name instead of half played. */
export const unplayedInteractive: readonly string[] = [
  'flow',
  'product',
  'product_list',
  'catalog_message',
  'address_message',
  'call_permission_request',
  'voice_call',
  'carousel',
  'request_contact_info',
];

export type InteractivePayload = z.infer<typeof interactiveSchema>;
