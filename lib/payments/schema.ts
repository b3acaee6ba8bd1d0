import { z } from 'zod';
import { localTextSchema, languageSchema } from '../kernel/local-text-schema';

/**
 * How one payment stands, for whoever holds its link; verified, never what a browser brought back. making: no link yet; open:
 * to be paid; received: the money is here; booked: and the booking stands; returning: and goes back; ended: too late.
 */
export const payViewSchema = z.object({
  state: z.enum(['making', 'open', 'received', 'booked', 'returning', 'ended']),
  business: localTextSchema,
  zone: z.string(),
  language: languageSchema,
  reference: z.string(),
  what: localTextSchema,
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  amountPaise: z.number().int(),
  payBy: z.iso.datetime(),
  /** Where the gateway takes the money; null where it is not to be paid (any more), or by the form or UPI below. */
  url: z.url().nullable(),
  /** Posted to the gateway's own page, where it gives no link. */
  form: z.object({ action: z.url(), fields: z.record(z.string(), z.string()) }).nullable(),
  upi: z
    .object({
      address: z.string(),
      payee: z.string(),
      link: z.string(),
      qr: z.object({ size: z.number(), path: z.string() }),
    })
    .nullable(),
  /** Back to the chat. */
  chatUrl: z.url().nullable(),
});

export type PayView = z.infer<typeof payViewSchema>;
