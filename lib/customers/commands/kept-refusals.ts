import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { Language } from '../../kernel/local-text';
import type { BusinessScope } from '../../tenancy/types';
import { keepRefusals } from './keep-refusals';

type Marked = { customerId: string; marks: readonly string[] };

/**
 * Writes down under the keyed hashes (`marks`) of a customer's number and user id what they refuse, before their record is
 * erased. Nothing of it says who it was.
 */
export async function writeKeptRefusals(
  tx: Tx,
  { businessId }: BusinessScope,
  { customerId, marks }: Marked,
): Promise<void> {
  await tx.$executeRaw`/* statement: write-kept-refusals */
    INSERT INTO kept_refusal (business_id, mark, purpose, at)
    SELECT ${businessId}::uuid, mark, purpose, at FROM unnest(${[...marks]}::text[]) AS mark CROSS JOIN (
      SELECT DISTINCT ON (purpose) purpose, granted, at FROM consent_record
      WHERE business_id = ${businessId}::uuid AND customer_id = ${customerId}::uuid AND booking_id IS NULL
      ORDER BY purpose, at DESC, id DESC) said
    WHERE NOT granted
    ON CONFLICT (business_id, mark, purpose) DO UPDATE SET at = greatest(kept_refusal.at, excluded.at)`;
}

/**
 * Somebody whose data were erased is here again: what they refused then holds for their new record, until they say otherwise.
 * What they have said since stands. Returns whether anything was found. Safe to repeat.
 */
export async function takeUpKeptRefusals(
  tx: Tx,
  scope: BusinessScope,
  { customerId, marks, language }: Marked & { language: Language },
): Promise<boolean> {
  const { businessId } = scope;
  const found = await tx.$queryRaw<{ purpose: string; at: Date }[]>`/* statement: take-up-kept-refusals */
    WITH gone AS (
      DELETE FROM kept_refusal WHERE business_id = ${businessId}::uuid AND mark = ANY (${[...marks]}::text[])
      RETURNING purpose, at
    )
    SELECT purpose, max(at) AS at FROM gone GROUP BY purpose`;
  if (found.length === 0) return false;
  await tx.consentRecord.createMany({
    data: found.map(({ purpose, at }) => ({
      ...{ businessId, id: newId(), customerId, purpose, at, language },
      granted: false,
      source: 'earlier-record',
      words: '',
    })),
  });
  await keepRefusals(tx, scope, customerId);
  return true;
}
