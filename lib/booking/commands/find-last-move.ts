import type { Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import type { BusinessScope } from '../../tenancy/types';
import { pendingMoveSchema, type PendingMove } from '../schema';

export type LastMove =
  { eventId: string; kind: 'held'; move: PendingMove } | { eventId: string; kind: 'moved' | 'dropped' };

type Row = { id: string; kind: string; to: unknown };

/** How the last attempt to move a booking stands, from its history: held, done, or dropped by hand. Null: never tried. */
export async function findLastMove(
  tx: Tx,
  scope: BusinessScope,
  bookingId: string,
): Promise<LastMove | null> {
  const [row] = await tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT e.id::text, e.kind, e."to" FROM booking_event e
    WHERE e.business_id = ${scope.businessId}::uuid AND e.booking_id = ${bookingId}::uuid
      AND (e.kind = 'moved' OR (e.kind = 'held' AND e."to" ->> 'move' = 'true')
        -- A move whose hold ran out may still be confirmed while the time is free; one given up may not.
        OR (e.kind = 'expired' AND e."from" ->> 'move' = 'true' AND e.actor ->> 'kind' <> 'system'))
    ORDER BY e.at DESC, e.id DESC LIMIT 1`);
  if (!row) return null;
  if (row.kind === 'held') return { eventId: row.id, kind: 'held', move: pendingMoveSchema.parse(row.to) };
  return { eventId: row.id, kind: row.kind === 'moved' ? 'moved' : 'dropped' };
}
