import { z } from 'zod';
import { localTextSchema } from '../../kernel/local-text-schema';

/** Somebody who is booked while it will be closed. */
export const affectedSchema = z.object({
  bookings: z.array(
    z.object({
      id: z.uuid(),
      version: z.number().int(),
      reference: z.string(),
      who: z.string().nullable(),
      phone: z.string().nullable(),
      resourceId: z.uuid(),
      serviceId: z.uuid(),
      startsAt: z.iso.datetime(),
      durationMinutes: z.number().int(),
    }),
  ),
});

/** What to do about one of them. `offer`: ask in WhatsApp for another time; one tap leads into it. */
export const settleSchema = z.object({
  bookingId: z.uuid(),
  version: z.number().int(),
  act: z.enum(['cancel', 'move', 'offer']),
  reason: localTextSchema,
});

/** What came of it, and whether the customer has been told. */
export const settledSchema = z.object({
  done: z.enum(['cancelled', 'moved', 'offered', 'no-other', 'changed', 'not-told']),
  told: z.enum(['message', 'no-chat', 'window-closed', 'opted-out', 'blocked', 'channel-paused']).nullable(),
  /** Where it was moved. */
  resourceId: z.uuid().nullable(),
});

export const suggestionsSchema = z.object({
  holidays: z.array(z.object({ date: z.iso.date(), reason: localTextSchema })),
});

export type AffectedBooking = z.infer<typeof affectedSchema>['bookings'][number];
export type Settled = z.infer<typeof settledSchema>;
export type Settle = z.infer<typeof settleSchema>;
