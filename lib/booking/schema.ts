import { z } from 'zod';

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

const priceLine = z.object({
  label: z.record(z.enum(['ta', 'en']), z.string().optional()).nullable(),
  minutes: z.number(),
  paise: z.number().int(),
});

/** A new time held for a standing booking, as its history keeps it until it is confirmed or given up. */
export const pendingMoveSchema = z.object({
  move: z.literal(true),
  resourceId: z.uuid(),
  unit: z.number().int().positive(),
  startsAt: instant,
  endsAt: instant,
  bufferBeforeMinutes: z.number().int().nonnegative(),
  bufferAfterMinutes: z.number().int().nonnegative(),
  pricePaise: z.number().int().nonnegative(),
  priceLines: z.array(priceLine),
  holdUntil: instant,
});

export type PendingMove = z.infer<typeof pendingMoveSchema>;
