import { z } from 'zod';
import { localTextSchema } from '../kernel/local-text-schema';
import type { OwnPack } from '../terms/packs';

const day = z.iso.date();

const rowSchema = z.object({
  id: z.uuid(),
  name: localTextSchema,
  kind: z.enum(['hours', 'visits', 'membership']),
  quantity: z.number().int().nullable(),
  remaining: z.number().int(),
  serviceIds: z.array(z.uuid()),
  memberPercent: z.number().int().nullable(),
  pricePaise: z.number().int(),
  startsOn: day,
  endsOn: day,
  uses: z.array(z.object({ bookingId: z.uuid(), amount: z.number().int() })),
});

/** A row of `packsOf`, in whichever way it came. */
export type PackRow = z.input<typeof rowSchema>;

/** Throws where the database holds what no pack can be. */
export const toOwnPack = (row: PackRow): OwnPack => rowSchema.parse(row);
