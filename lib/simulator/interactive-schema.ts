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

export const interactiveSchema = z.discriminatedUnion('type', [
  buttonMessage,
  listMessage,
  linkMessage,
  locationRequest,
]);

/** Kinds Meta has and this stand-in cannot show; they are refused by name instead of half played. */
export const unplayedInteractive: readonly string[] = [
  'flow',
  'order_details',
  'order_status',
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
