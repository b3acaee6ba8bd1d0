import type { Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import type { BusinessScope } from '../../tenancy/types';
import { type OwnPack, packOf } from '../../terms/packs';
import { toOwnPack, type PackRow } from '../pack-row';
import { packsOf, packUsedBy } from '../sql/packs-of';

/** A customer's packs, locked until the transaction ends: whoever reads them so may take what is left of them. */
export async function lockPacks(
  tx: Tx,
  scope: BusinessScope,
  of: { customerId: string; now: Date },
): Promise<OwnPack[]> {
  // In one order, so that two of these never wait for each other; read afterwards, so that what the other took is seen.
  await tx.$queryRaw(Prisma.sql`SELECT id FROM pack WHERE business_id = ${scope.businessId}::uuid
    AND customer_id = ${of.customerId}::uuid ORDER BY id FOR NO KEY UPDATE`);
  const customerId = Prisma.sql`${of.customerId}::uuid`;
  const rows = await tx.$queryRaw<PackRow[]>(packsOf(scope, { customerId, now: of.now }));
  return rows.map(toOwnPack);
}

/** The pack that has paid for a booking, locked, and how much of it; null: none. */
export async function lockPackOf(
  tx: Tx,
  scope: BusinessScope,
  bookingId: string,
): Promise<{ pack: OwnPack; amount: number } | null> {
  const { businessId } = scope;
  const [found] = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT id FROM pack WHERE business_id = ${businessId}::uuid AND id IN (SELECT pack_id FROM pack_entry
      WHERE business_id = ${businessId}::uuid AND booking_id = ${bookingId}::uuid) FOR NO KEY UPDATE`);
  if (!found) return null;
  const rows = await tx.$queryRaw<PackRow[]>(packUsedBy(scope, bookingId));
  return packOf(rows.map(toOwnPack), bookingId);
}

/** Locks one pack until the transaction ends; false: the business has none with this id. */
export async function lockPack(tx: Tx, { businessId }: BusinessScope, packId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`SELECT id FROM pack
    WHERE business_id = ${businessId}::uuid AND id = ${packId}::uuid FOR NO KEY UPDATE`);
  return rows.length > 0;
}
