import type { Actor } from '../../booking/types';
import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import type { Paise } from '../../kernel/money';
import type { BusinessScope } from '../../tenancy/types';
import type { Difference } from '../compare';

export type DayFigures = {
  /** Local date. */
  onDate: string;
  ourCount: number;
  ourPaise: Paise;
  theirCount: number;
  theirPaise: Paise;
  refundedPaise: Paise;
  feePaise: Paise;
};

/**
 * Writes one comparison down: the figures of each day anew, what is found new, and what agrees by now as mended. A payment that
 * differed before may differ again: only what staff left as it is, with these very figures, is not brought up a second time.
 */
export async function writeSettlement(
  tx: Tx,
  { businessId }: BusinessScope,
  input: {
    accountId: string;
    days: readonly DayFigures[];
    found: readonly (Difference & { paidAt: Date | null })[];
    /** Gateway payments that were compared; open differences of these that were not found again are gone. */
    compared: readonly string[];
    now: Date;
  },
): Promise<void> {
  const { accountId, days, found, now } = input;
  for (const { onDate: date, ...figures } of days) {
    const onDate = new Date(`${date}T00:00:00Z`);
    await tx.settlementDay.upsert({
      where: { businessId_accountId_onDate: { businessId, accountId, onDate } },
      create: { businessId, accountId, onDate, ...figures, checkedAt: now },
      update: { ...figures, checkedAt: now },
    });
  }
  await closeGone(tx, businessId, input);
  const left = await listLeft(tx, businessId, input);
  for (const { gatewayPaymentId, kind, ...one } of found) {
    const of = { businessId, accountId, gatewayPaymentId, kind };
    const { count } = await tx.settlementDifference.updateMany({
      where: { ...of, mendedAt: null },
      data: one,
    });
    if (count > 0 || left.has(markOf({ gatewayPaymentId, kind, ...one }))) continue;
    await tx.settlementDifference.createMany({
      data: { ...of, id: newId(), ...one, foundAt: now },
      skipDuplicates: true,
    });
  }
}

type Comparison = Parameters<typeof writeSettlement>[2];

const markOf = ({ kind, gatewayPaymentId, ourPaise, theirPaise }: Marked): string =>
  `${kind} ${gatewayPaymentId} ${String(ourPaise)} ${String(theirPaise)}`;

type Marked = Pick<Difference, 'gatewayPaymentId' | 'ourPaise' | 'theirPaise'> & { kind: string };

async function closeGone(
  tx: Tx,
  businessId: string,
  { accountId, found, compared, now }: Comparison,
): Promise<void> {
  const still = new Set(found.map(({ gatewayPaymentId, kind }) => `${kind} ${gatewayPaymentId}`));
  const open = await tx.settlementDifference.findMany({
    where: { businessId, accountId, mendedAt: null, gatewayPaymentId: { in: [...compared] } },
  });
  for (const { id, kind, gatewayPaymentId } of open)
    if (!still.has(`${kind} ${gatewayPaymentId}`))
      await tx.settlementDifference.update({
        where: { businessId_id: { businessId, id } },
        data: { mendedAt: now, how: 'gone', mendedBy: { kind: 'system' } satisfies Actor },
      });
}

/** What staff have looked at and left as it is: not brought up again until its figures change. */
async function listLeft(
  tx: Tx,
  businessId: string,
  { accountId, found }: Comparison,
): Promise<ReadonlySet<string>> {
  const ids = found.map(({ gatewayPaymentId }) => gatewayPaymentId);
  const rows = await tx.settlementDifference.findMany({
    where: {
      businessId,
      accountId,
      gatewayPaymentId: { in: ids },
      how: { in: ['accepted', 'not-ours'] },
    },
  });
  return new Set(rows.map(markOf));
}
