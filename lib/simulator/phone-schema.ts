import { z } from 'zod';

// What the phones' side of the server takes; the page and tests speak it.

const id = z.string().min(1).max(300);
const clientId = z.string().max(100).optional();
const replyTo = id.optional();

export const newCustomerSchema = z.strictObject({
  name: z.string().trim().min(1, { error: 'A name is needed.' }).max(100),
  identity: z.enum(['phone', 'bsuid', 'both']).default('both'),
  waId: z
    .string()
    .regex(/^\d{8,15}$/, { error: '8 to 15 digits with country code, no plus sign.' })
    .optional(),
  username: z
    .string()
    .regex(/^@[\w.]{3,35}$/, { error: 'An @ and 3 to 35 letters, digits, dots.' })
    .optional(),
});

export const customerChangeSchema = z.strictObject({
  open: z.boolean().optional(),
  online: z.boolean().optional(),
  readReceipts: z.boolean().optional(),
});

export const phoneActionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), body: z.string().min(1).max(65_536), replyTo, clientId }),
  z.strictObject({ type: z.literal('tap-button'), messageId: id, buttonId: id, clientId }),
  z.strictObject({ type: z.literal('tap-row'), messageId: id, rowId: id, clientId }),
  z.strictObject({
    type: z.literal('tap-template'),
    messageId: id,
    index: z.number().int().min(0).max(9),
    clientId,
  }),
  /** A tap whose message need not be kept any more: load tests, forged and very old buttons. */
  z.strictObject({
    type: z.literal('reply'),
    as: z.enum(['button', 'row', 'template']),
    id,
    title: z.string().max(300),
    messageId: replyTo,
    clientId,
  }),
  z.strictObject({
    type: z.literal('location'),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    name: z.string().optional(),
    address: z.string().optional(),
    clientId,
  }),
  z.strictObject({
    type: z.literal('media'),
    media: z.enum(['image', 'audio', 'voice', 'video', 'document', 'sticker']),
    caption: z.string().max(1024).optional(),
    clientId,
  }),
  z.strictObject({ type: z.literal('contact'), name: z.string().min(1), phone: z.string().min(1), clientId }),
  z.strictObject({ type: z.literal('reaction'), messageId: id, emoji: z.string().min(1).max(20).nullable() }),
  z.strictObject({ type: z.literal('unsupported'), what: z.string().min(1).max(40), clientId }),
]);

export const payOrderSchema = z.strictObject({ messageId: id });

const repeats = z.strictObject({ code: z.number().int(), times: z.number().int().min(1).max(100_000) });
const milliseconds = z.number().int().min(0).max(120_000);

export const misbehaviourSchema = z.strictObject({
  sendTwice: z.boolean().optional(),
  holdNext: z.number().int().min(0).max(100).optional(),
  failNext: repeats.nullable().optional(),
  webhookDelayMs: milliseconds.optional(),
  apiDelayMs: milliseconds.optional(),
  dropAnswers: z.number().int().min(0).max(100_000).optional(),
  refuseNext: repeats.nullable().optional(),
  duplicateStatuses: z.boolean().optional(),
  batchMs: milliseconds.optional(),
  rejectTemplates: z
    .strictObject({
      reason: z.string().min(1).max(200),
      times: z.number().int().min(1).max(100_000),
    })
    .nullable()
    .optional(),
});

/** What Meta decides about a template later on. */
export const templateDecisionSchema = z.strictObject({
  name: id,
  language: z.string().min(2).max(10),
  status: z.enum(['PENDING', 'APPROVED', 'REJECTED', 'PAUSED', 'DISABLED']).optional(),
  reason: z.string().max(200).nullable().optional(),
  quality: z.enum(['GREEN', 'YELLOW', 'RED', 'UNKNOWN']).optional(),
  category: z.enum(['UTILITY', 'MARKETING', 'AUTHENTICATION']).optional(),
});

export type NewCustomerInput = z.input<typeof newCustomerSchema>;
export type CustomerChange = z.infer<typeof customerChangeSchema>;
export type PhoneAction = z.infer<typeof phoneActionSchema>;
export type MisbehaviourChange = z.infer<typeof misbehaviourSchema>;
