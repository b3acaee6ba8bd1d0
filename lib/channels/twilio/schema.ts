import { z } from 'zod';

// Twilio adds fields without notice, and every value of a form is text: what we rely on is read out of the fields, and an
// empty or odd one counts as absent.

const maxText = 65_536;

const text = z
  .string()
  .min(1)
  // A cut inside a pair would leave half a character, which no database takes.
  .transform((whole) => whole.slice(0, maxText).replace(/\p{Surrogate}$/u, ''))
  .optional()
  .catch(undefined);
const id = z.string().min(1).max(512).optional().catch(undefined);
const degrees = (max: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d+)?$/)
    .transform(Number)
    .pipe(z.number().min(-max).max(max))
    .optional()
    .catch(undefined);
const count = z
  .string()
  .regex(/^\d{1,2}$/)
  .transform(Number)
  .catch(0);

const instant = z.iso.datetime().transform((at) => new Date(at));

const messageFields = z.looseObject({
  MessageSid: id,
  SmsSid: id,
  From: text,
  ExternalUserId: text,
  WaId: text,
  ProfileName: text,
  Body: text,
  MessageType: z.string().min(1).max(64).optional().catch(undefined),
  ButtonText: text,
  ButtonPayload: z.string().min(1).max(1024).optional().catch(undefined),
  ListId: z.string().min(1).max(1024).optional().catch(undefined),
  ListTitle: text,
  InteractiveData: text,
  NumMedia: count,
  MediaUrl0: z
    .string()
    .max(2000)
    .regex(/^https?:\/\//i)
    .optional()
    .catch(undefined),
  MediaContentType0: z.string().min(1).max(200).optional().catch(undefined),
  Latitude: degrees(90),
  Longitude: degrees(180),
  Address: text,
  Label: text,
  OriginalRepliedMessageSid: id,
  ReferralSourceType: text,
  ReferralSourceId: text,
  ReferralHeadline: text,
});

const statusFields = z.looseObject({
  MessageSid: id,
  SmsSid: id,
  MessageStatus: z.string().min(1).max(64),
  To: text,
  ErrorCode: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .optional()
    .catch(undefined),
  ErrorMessage: text,
  ChannelStatusMessage: text,
});

/** One stored webhook: what `split` writes and `read` takes back. */
export const storedPartSchema = z.discriminatedUnion('part', [
  z.looseObject({ part: z.literal('message'), receivedAt: instant, fields: messageFields }),
  z.looseObject({
    part: z.literal('status'),
    receivedAt: instant,
    fields: statusFields,
    mark: z.string().min(1).max(512).nullable().catch(null),
  }),
]);

export type MessageFields = z.infer<typeof messageFields>;
export type StatusFields = z.infer<typeof statusFields>;
