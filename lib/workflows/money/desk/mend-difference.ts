import type { SettlementDifference } from '../../../db/generated/client';
import { transaction } from '../../../db/transaction';
import { AppError } from '../../../kernel/app-error';
import { publish } from '../../../live/publish';
import { getAccount } from '../../../payments/queries';
import { recordAudit } from '../../../tenancy/commands/record-audit';
import { applyPayment } from '../apply-payment';
import { followRefundOf } from '../follow-refund';
import { refusedAct, staffOf, type Desk } from './desk-act';

type How = 'taken-in' | 'not-ours' | 'accepted';

/**
 * Mends a difference between the gateway's books and ours: what it has and we have not is taken in (a payment then waits for
 * its booking, a refund is added), or somebody has looked and leaves it. Throws `conflict` where it is mended already or
 * cannot be mended so, and when the gateway cannot be asked.
 */
export async function mendDifference(desk: Desk, of: { difference: string; how: How }): Promise<void> {
  const { world, scope, actor } = desk;
  const { businessId } = scope;
  const { prisma } = world.database;
  const where = { businessId_id: { businessId, id: of.difference } };
  const found = await prisma.settlementDifference.findUnique({ where });
  if (!found) throw new AppError('not-found', 'There is no such difference.');
  if (found.mendedAt) throw refusedAct('decided');
  const { gatewayPaymentId, kind } = found;
  const now = world.clock.now();
  if (of.how === 'taken-in') await takeIn(desk, found);
  await transaction(world.database, async (tx) => {
    const { count } = await tx.settlementDifference.updateMany({
      where: { businessId, id: of.difference, mendedAt: null },
      data: { mendedAt: now, how: of.how, mendedBy: staffOf(desk) },
    });
    if (count === 0) throw refusedAct('decided');
    await recordAudit(tx, scope, {
      actor,
      action: 'difference.mend',
      subject: { kind: 'difference', id: of.difference, label: gatewayPaymentId },
      after: { how: of.how, kind },
      now,
    });
    await publish(tx, scope, { kind: 'money' });
  });
}

/** Has what the gateway has in our books too. Throws `conflict` where that is nothing that can be added, or cannot be asked for. */
async function takeIn({ world, scope }: Desk, found: SettlementDifference): Promise<void> {
  const { accountId, gatewayPaymentId, kind, theirPaise, ourPaise } = found;
  const missed = kind === 'missing-here' || (kind === 'refund' && (theirPaise ?? 0) > (ourPaise ?? 0));
  if (!missed) throw refusedAct('cannot-take-in');
  const gateway = world.gatewayOf(await getAccount(world.database.prisma, scope, accountId));
  if (kind === 'missing-here') {
    const told = await gateway?.fetchPayment(gatewayPaymentId);
    if (!told?.ok) throw refusedAct('gateway');
    await applyPayment(world, scope, { accountId, attempt: null, payment: told.value });
    return;
  }
  const listed = await gateway?.listRefunds(gatewayPaymentId);
  if (!listed?.ok) throw refusedAct('gateway');
  // Each by its own number, as its webhook would bring it: whichever comes first, it is counted once.
  for (const told of listed.value) {
    const refund = await followRefundOf(world, scope, {
      accountId,
      told: { ...told, paymentId: gatewayPaymentId },
    });
    if (told.status === 'processed' && refund?.status !== 'processed') throw refusedAct('cannot-take-in');
  }
}
