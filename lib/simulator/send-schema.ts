import { z } from 'zod';
import { characters, filled, webAddress } from './field-schema';
import { interactiveSchema } from './interactive-schema';
import { templateSchema } from './template-schema';

// Every property Meta knows for the kinds the phones can show; all others are refused. Reference §1.2–1.15.

const envelope = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual').optional(),
  to: z.string().min(1).optional(),
  recipient: z.string().min(1).optional(),
  context: z.strictObject({ message_id: z.string().min(1) }).optional(),
  biz_opaque_callback_data: z
    .string()
    .refine((text) => characters(text) <= 512, { error: 'must be at most 512 characters' })
    .optional(),
};

const file = { id: z.string().min(1).optional(), link: webAddress.optional() };
const oneFile = (value: { id?: string | undefined; link?: string | undefined }): boolean =>
  (value.id === undefined) !== (value.link === undefined);
const oneFileError = { error: 'needs exactly one of id and link' };
const caption = filled(1024).optional();
const degrees = (limit: number) => z.coerce.number().min(-limit).max(limit);

const contact = z.strictObject({
  name: z.strictObject({
    formatted_name: z.string().min(1),
    first_name: z.string().optional(),
    last_name: z.string().optional(),
    middle_name: z.string().optional(),
    prefix: z.string().optional(),
    suffix: z.string().optional(),
  }),
  phones: z
    .array(
      z.strictObject({
        phone: z.string().optional(),
        type: z.string().optional(),
        wa_id: z.string().optional(),
      }),
    )
    .optional(),
  emails: z.array(z.strictObject({ email: z.string().optional(), type: z.string().optional() })).optional(),
  urls: z.array(z.strictObject({ url: z.string().optional(), type: z.string().optional() })).optional(),
  org: z
    .strictObject({
      company: z.string().optional(),
      department: z.string().optional(),
      title: z.string().optional(),
    })
    .optional(),
  birthday: z.string().optional(),
});

export const sendSchemas = {
  text: z.strictObject({
    ...envelope,
    type: z.literal('text').optional(),
    text: z.strictObject({ body: filled(4096), preview_url: z.boolean().optional() }),
  }),
  interactive: z.strictObject({
    ...envelope,
    type: z.literal('interactive'),
    interactive: interactiveSchema,
  }),
  template: z.strictObject({ ...envelope, type: z.literal('template'), template: templateSchema }),
  location: z.strictObject({
    ...envelope,
    type: z.literal('location'),
    location: z.strictObject({
      latitude: degrees(90),
      longitude: degrees(180),
      name: z.string().optional(),
      address: z.string().optional(),
    }),
  }),
  image: z.strictObject({
    ...envelope,
    type: z.literal('image'),
    image: z.strictObject({ ...file, caption }).refine(oneFile, oneFileError),
  }),
  video: z.strictObject({
    ...envelope,
    type: z.literal('video'),
    video: z.strictObject({ ...file, caption }).refine(oneFile, oneFileError),
  }),
  document: z.strictObject({
    ...envelope,
    type: z.literal('document'),
    document: z
      .strictObject({ ...file, caption, filename: z.string().optional() })
      .refine(oneFile, oneFileError),
  }),
  audio: z.strictObject({
    ...envelope,
    type: z.literal('audio'),
    audio: z.strictObject({ ...file, voice: z.boolean().optional() }).refine(oneFile, oneFileError),
  }),
  sticker: z.strictObject({
    ...envelope,
    type: z.literal('sticker'),
    sticker: z.strictObject(file).refine(oneFile, oneFileError),
  }),
  contacts: z.strictObject({ ...envelope, type: z.literal('contacts'), contacts: z.array(contact).min(1) }),
  reaction: z.strictObject({
    ...envelope,
    type: z.literal('reaction'),
    reaction: z.strictObject({ message_id: z.string().min(1), emoji: z.string() }),
  }),
};

export type SendType = keyof typeof sendSchemas;
export type SendPayload = {
  [T in SendType]: z.infer<(typeof sendSchemas)[T]> & { type?: T | undefined };
}[SendType];

export const readSchema = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: z.string().min(1),
  typing_indicator: z.strictObject({ type: z.literal('text') }).optional(),
});

export type ReadPayload = z.infer<typeof readSchema>;
