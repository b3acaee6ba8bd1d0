import type { Tx } from '../../db/client';
import type { PaymentFee } from '../../gateways/types';
import type { BusinessScope } from '../../tenancy/types';

/**
 * Writes down what a gateway kept of payments that it had not told it of with them. Gives those that were new, with when their
 * payment came; what is known already stays. Safe to repeat.
 */
export async function noteFees(
  tx: Tx,
  { businessId }: BusinessScope,
  { accountId, fees }: { accountId: string; fees: readonly PaymentFee[] },
): Promise<{ gatewayPaymentId: string; feePaise: number; receivedAt: Date }[]> {
  return tx.$queryRaw`
    UPDATE payment p SET fee_paise = told.fee
    FROM unnest(${fees.map(({ paymentId }) => paymentId)}::text[], ${fees.map(({ feePaise }) => feePaise)}::int[])
      AS told (id, fee)
    WHERE p.business_id = ${businessId}::uuid AND p.account_id = ${accountId}::uuid
      AND p.gateway_payment_id = told.id AND p.fee_paise IS NULL
    RETURNING p.gateway_payment_id AS "gatewayPaymentId", p.fee_paise AS "feePaise", p.received_at AS "receivedAt"`;
}

/** Adds fees to the figures of days that were compared before, by local date. */
export async function addDayFees(
  tx: Tx,
  { businessId }: BusinessScope,
  { accountId, days }: { accountId: string; days: ReadonlyMap<string, number> },
): Promise<void> {
  for (const [date, feePaise] of days)
    await tx.settlementDay.updateMany({
      where: { businessId, accountId, onDate: new Date(`${date}T00:00:00Z`) },
      data: { feePaise: { increment: feePaise } },
    });
}
