import { z } from 'zod';

// Meta adds fields and values without notice. So: every object is loose, every enumeration open, and an optional
// field of an unexpected shape counts as absent rather than spoiling the rest.

/** Far above anything real (a wamid has under 200 characters) and small enough for a database index. */
const maxId = 512;
/** WhatsApp lets people write 65,536 characters. */
const maxText = 65_536;

const id = z.string().min(1).max(maxId);
// A cut inside a pair would leave half a character, which no database takes.
const text = z.string().transform((whole) => whole.slice(0, maxText).replace(/\p{Surrogate}$/u, ''));
const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const maybeText = maybe(text);
const maybeId = maybe(id);
const maybeFlag = maybe(z.boolean());

/** Digits only; anything else, an empty string included, is not a number and counts as absent. */
const waId = maybe(z.string().regex(/^\d{5,20}$/));
/** Opaque and case-sensitive: `CC.` and up to 128 characters, parent ids longer. */
const bsuid = maybe(z.string().min(1).max(256));

/** Unix seconds, usually as a string; between 2009, when WhatsApp began, and 2100. */
const unixSeconds = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,12}$/)
      .transform(Number),
  ])
  .pipe(z.number().min(1_230_000_000).max(4_102_444_800))
  .transform((seconds) => new Date(seconds * 1000));

export const contactSchema = z.looseObject({
  wa_id: waId,
  user_id: bsuid,
  profile: maybe(z.looseObject({ name: maybeText, username: maybeText })),
});

/** One customer's wish at WhatsApp's own switch for marketing messages. */
export const preferenceSchema = z.looseObject({
  wa_id: waId,
  user_id: bsuid,
  detail: maybeText,
  category: z.literal('marketing_messages'),
  value: z.enum(['stop', 'resume']),
  timestamp: unixSeconds,
});

/** What makes a part of `messages[]` a message at all: an id and a type. */
export const messageEnvelopeSchema = z.looseObject({
  id,
  type: z.string().min(1).max(64),
  from: waId,
  from_user_id: bsuid,
  timestamp: unixSeconds,
  system: maybe(z.looseObject({ previous_user_id: bsuid })),
});

/** Some providers have no id of a file but its address. */
const fileId = z.string().min(1).max(2048);
const media = z.looseObject({ id: fileId, mime_type: maybeText, caption: maybeText });
const choice = z.looseObject({ id: z.string().min(1).max(1024), title: text.catch('') });
const numeric = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number),
]);
const degrees = (max: number) => numeric.pipe(z.number().min(-max).max(max));

/** A message with the content of whatever type it says; content of the wrong shape is absent. */
export const messageSchema = messageEnvelopeSchema.extend({
  group_id: maybeId,
  context: maybe(z.looseObject({ id: maybeId })),
  referral: maybe(z.looseObject({ source_type: maybeText, source_id: maybeText, headline: maybeText })),
  text: maybe(z.looseObject({ body: text })),
  interactive: maybe(
    z.looseObject({
      type: maybeText,
      button_reply: maybe(choice),
      list_reply: maybe(choice),
      nfm_reply: maybe(z.looseObject({ name: maybeText, response_json: z.string() })),
    }),
  ),
  button: maybe(z.looseObject({ payload: maybe(z.string().min(1).max(1024)), text: maybeText })),
  location: maybe(
    z.looseObject({ latitude: degrees(90), longitude: degrees(180), name: maybeText, address: maybeText }),
  ),
  image: maybe(media),
  audio: maybe(media.extend({ voice: maybeFlag })),
  video: maybe(media),
  document: maybe(media),
  sticker: maybe(media),
  contacts: maybe(
    z.array(
      z
        .looseObject({
          phones: z.array(z.looseObject({ phone: maybeText, wa_id: waId }).catch({})).catch([]),
        })
        .catch({ phones: [] }),
    ),
  ),
  order: maybe(z.looseObject({ text: maybeText })),
  reaction: maybe(z.looseObject({ message_id: id, emoji: maybeText })),
  system: maybe(
    z.looseObject({
      type: maybeText,
      wa_id: waId,
      new_wa_id: waId,
      user_id: bsuid,
      previous_user_id: bsuid,
    }),
  ),
  unsupported: maybe(z.looseObject({ type: maybeText })),
});

/** What makes a part of `statuses[]` a delivery status. */
export const statusEnvelopeSchema = z.looseObject({
  id,
  status: z.string().min(1).max(64),
  type: maybeText,
  recipient_id: waId,
  recipient_user_id: bsuid,
  timestamp: unixSeconds,
});

export const statusSchema = statusEnvelopeSchema.extend({
  biz_opaque_callback_data: maybe(z.string().min(1).max(maxId)),
  pricing: maybe(z.looseObject({ category: text, billable: maybeFlag, type: maybeText })),
  payment: maybe(
    z.looseObject({
      reference_id: z.string().min(1).max(35),
      transaction: maybe(z.looseObject({ pg_transaction_id: maybeId })),
    }),
  ),
  errors: maybe(
    z.array(
      z.looseObject({
        code: numeric.pipe(z.number().int()),
        title: maybeText,
        message: maybeText,
        error_data: maybe(z.looseObject({ details: maybeText })),
      }),
    ),
  ),
});

export const bodySchema = z.looseObject({ object: z.literal('whatsapp_business_account') });

/** One stored part of a webhook: what `split` writes and `read` takes back. */
export const storedPartSchema = z.discriminatedUnion('part', [
  z.looseObject({ part: z.literal('message'), contact: maybe(contactSchema), message: messageSchema }),
  z.looseObject({ part: z.literal('status'), contact: maybe(contactSchema), status: statusSchema }),
  z.looseObject({ part: z.literal('account'), field: z.string().max(100), value: z.unknown() }),
]);

export type Contact = z.infer<typeof contactSchema>;
export type Message = z.infer<typeof messageSchema>;
export type Status = z.infer<typeof statusSchema>;

/** Payments share the list of statuses; those of messages have no type, or had this one. */
export const isDelivery = ({ type }: { type?: string | undefined }): boolean =>
  type === undefined || type === 'message';

/** What a look at an order's payments gives. Source: Meta, Payments API India, payment lookup. */
export const lookupSchema = z.looseObject({
  payments: z.array(
    z.looseObject({
      reference_id: maybeText,
      transactions: maybe(z.array(z.looseObject({ pg_transaction_id: maybeId, status: maybeText }))),
    }),
  ),
});
