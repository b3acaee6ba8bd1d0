import { z } from 'zod';

// Version 2 of Gupshup's webhooks. Every object is loose and every enumeration open; an optional field of an unexpected
// shape counts as absent rather than spoiling the rest. What a customer says is read by Meta's schema once it is put into
// Meta's shape (translate.ts).

const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const maybeText = maybe(z.string().max(65_536));
const id = z.string().min(1).max(512);
const maybeId = maybe(id);
const number = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d{1,16}$/)
    .transform(Number),
]);

/** Digits only, as Meta's `wa_id`. */
export const waId = maybe(z.string().regex(/^\d{5,20}$/));

/** The envelope of everything. */
export const bodySchema = z.looseObject({
  type: z.string().min(1).max(64),
  app: maybeText,
  timestamp: maybe(number),
  payload: z.looseObject({}),
});

export const messageSchema = z.looseObject({
  id,
  type: z.string().min(1).max(64),
  source: waId,
  sender: maybe(z.looseObject({ phone: waId, name: maybeText, userId: maybe(z.string().min(1).max(256)) })),
  context: maybe(z.looseObject({ id: maybeId, gsId: maybeId, forwarded: maybe(z.boolean()) })),
  payload: maybe(z.looseObject({})),
});

export const messageEventSchema = z.looseObject({
  id,
  gsId: maybeId,
  type: z.string().min(1).max(64),
  destination: waId,
  userId: maybe(z.string().min(1).max(256)),
  payload: maybe(
    z.looseObject({ code: maybe(number), reason: maybeText, ts: maybe(number), whatsappMessageId: maybeId }),
  ),
  pricing: maybe(z.looseObject({ category: maybeText, type: maybeText })),
});

/** What `split` keeps of version 2, and `read` takes back. `at`: milliseconds. */
export const storedSchema = z.discriminatedUnion('part', [
  z.looseObject({ part: z.literal('gs-message'), at: z.number(), message: messageSchema }),
  z.looseObject({ part: z.literal('gs-event'), at: z.number(), event: messageEventSchema }),
]);

/** What becomes of templates, the number's tier and the like, in version 2. */
export const storedAccountSchema = z.discriminatedUnion('field', [
  z.looseObject({
    part: z.literal('account'),
    field: z.literal('template-event'),
    value: z.looseObject({
      elementName: z.string().min(1).max(512),
      languageCode: z.string().min(1).max(20),
      status: maybeText,
      category: maybeText,
      rejectedReason: maybeText,
    }),
  }),
  z.looseObject({
    part: z.literal('account'),
    field: z.literal('account-event'),
    value: z.looseObject({ type: maybeText, payload: maybe(z.record(z.string(), z.unknown())) }),
  }),
]);

export type StoredAccount = z.infer<typeof storedAccountSchema>;
export type Message = z.infer<typeof messageSchema>;
export type MessageEvent = z.infer<typeof messageEventSchema>;
