import type { Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import type { ResourceId } from '../../kernel/ids';
import type { PriceLine } from '../../scheduling/types';
import type { BusinessScope } from '../../tenancy/types';
import type { Candidate, WantedTime } from '../types';
import { takePieces, type PiecesRow } from './sql/take-pieces';

const looksPerCandidate = 4;

/**
 * Secures a further time for a booking that keeps its old one, which it may overlap: only the difference is taken,
 * as holds, so nobody else can come between and the old time is never let go before the new one is sure.
 * The caller has locked the booking and swept stale holds (`sweepStale`), in that one statement. Until this returns
 * nothing is released, so two bookings that want each other's time never wait for one another.
 * Returns the candidate and the rows that were taken for it (none where the old time covers the new), or null.
 */
export async function takeForBooking(
  tx: Tx,
  scope: BusinessScope,
  bookingId: string,
  wanted: WantedTime,
): Promise<{ candidate: Candidate; ids: string[] } | null> {
  const looks = wanted.candidates.length * looksPerCandidate;
  for (let look = 0; look < looks; look += 1) {
    const [row] = await tx.$queryRaw<PiecesRow[]>(takePieces(scope, bookingId, wanted));
    if (!row) return null;
    if (row.ids.length === row.pieces) {
      return { candidate: toCandidate(row), ids: row.ids };
    }
    // Written a moment ago by this transaction and seen by nobody: taking them back loses no history.
    await tx.$executeRaw(Prisma.sql`DELETE FROM occupancy
      WHERE business_id = ${scope.businessId}::uuid AND id = ANY(${row.ids}::uuid[])`);
  }
  return null;
}

/** The row repeats what the caller gave, so its ids and lines have the caller's types. */
const toCandidate = (row: PiecesRow): Candidate => ({
  resourceId: row.resource_id as ResourceId,
  unit: row.unit,
  pricePaise: row.price_paise,
  priceLines: JSON.parse(row.price_lines) as PriceLine[],
});
