import type { Db } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';
import { signatureAlertMs } from '../alert-times';

/**
 * Something came to this account's address that was not signed for it. Counted by the minute, so that a flood is a few rows;
 * what is older than a day goes.
 */
export async function noteBadSignature(
  db: Db,
  { businessId }: BusinessScope,
  { id, at }: { id: string; at: Date },
): Promise<void> {
  const iso = at.toISOString();
  await db.$executeRaw`
    WITH old AS (
      DELETE FROM bad_signature WHERE business_id = ${businessId}::uuid AND account_id = ${id}::uuid
        AND minute < ${new Date(at.getTime() - signatureAlertMs - 60_000).toISOString()}::timestamptz
    )
    INSERT INTO bad_signature AS b (business_id, account_id, minute, count, last_at)
    VALUES (${businessId}::uuid, ${id}::uuid, date_trunc('minute', ${iso}::timestamptz), 1, ${iso}::timestamptz)
    ON CONFLICT (business_id, account_id, minute)
      DO UPDATE SET count = b.count + 1, last_at = greatest(b.last_at, excluded.last_at)`;
}

/** Forgets those there are, and says how many they were. */
export async function clearBadSignatures(
  db: Db,
  { businessId }: BusinessScope,
  accountId: string,
): Promise<number> {
  const gone = await db.badSignature.findMany({ where: { businessId, accountId }, select: { count: true } });
  await db.badSignature.deleteMany({ where: { businessId, accountId } });
  return gone.reduce((sum, { count }) => sum + count, 0);
}
