import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';

/** Brings what a customer refuses up to date with their consent records: of each purpose the newest holds. */
export async function keepRefusals(tx: Tx, { businessId }: BusinessScope, customerId: string): Promise<void> {
  await tx.$executeRaw`/* statement: keep-refusals */
    WITH said AS (
      SELECT id, purpose, granted, at, booking_id FROM consent_record
      WHERE business_id = ${businessId}::uuid AND customer_id = ${customerId}::uuid
    ), holds AS (
      SELECT DISTINCT ON (purpose) purpose, granted, at FROM said WHERE booking_id IS NULL
      ORDER BY purpose, at DESC, id DESC
    )
    UPDATE customer SET
      refuses = coalesce((SELECT array_agg(purpose ORDER BY purpose) FROM holds WHERE NOT granted), '{}'),
      allows = coalesce((SELECT array_agg(DISTINCT said.booking_id) FROM said JOIN holds USING (purpose)
        WHERE said.booking_id IS NOT NULL AND NOT holds.granted AND said.at >= holds.at), '{}')
    WHERE business_id = ${businessId}::uuid AND id = ${customerId}::uuid`;
}
