import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import { wallClock } from '../../i18n/wall-clock';
import type { ReceiptDraft } from '../../receipts/compose-receipt';
import { financialYearOf, receiptNumber } from '../../receipts/financial-year';
import type { ReceiptSnapshot, ReceiptSubject } from '../../receipts/types';
import type { BusinessScope } from '../../tenancy/types';

export type WriteReceiptInput = {
  of: ReceiptSubject;
  paymentId: string;
  /** null: the document is of the payment itself. */
  refundId: string | null;
  prefix: string;
  draft: ReceiptDraft;
  now: Date;
};

/**
 * Issues one document under the next number of the business's series for the financial year that `now` lies in. The
 * series' row stays locked until the transaction ends, so that numbers follow each other in the order of commits and one
 * that is rolled back is given again. The caller holds the booking's or pack's lock: a payment's second document is a bug and throws.
 */
export async function writeReceipt(
  tx: Tx,
  scope: BusinessScope,
  input: WriteReceiptInput,
): Promise<{ id: string; snapshot: ReceiptSnapshot }> {
  const { of, paymentId, refundId, prefix, draft, now } = input;
  const { businessId } = scope;
  const financialYear = financialYearOf(wallClock(now, draft.zone).date);
  const [series] = await tx.$queryRaw<{ sequence: number }[]>`
    INSERT INTO receipt_series AS s (business_id, financial_year, prefix, next)
    VALUES (${businessId}::uuid, ${financialYear}, ${prefix}, 2)
    ON CONFLICT (business_id, financial_year, prefix) DO UPDATE SET next = s.next + 1
    RETURNING next - 1 AS sequence`;
  if (!series) throw new Error('A series gives a number.');
  const { sequence } = series;
  const number = receiptNumber(prefix, financialYear, sequence);
  const snapshot: ReceiptSnapshot = { ...draft, number, issuedAt: now.toISOString() };
  const id = newId();
  await tx.receipt.create({
    data: {
      businessId,
      id,
      ...of,
      paymentId,
      refundId,
      kind: draft.kind,
      number,
      financialYear,
      prefix,
      sequence,
      amountPaise: draft.amountPaise,
      issuedAt: now,
      snapshot,
    },
  });
  return { id, snapshot };
}
