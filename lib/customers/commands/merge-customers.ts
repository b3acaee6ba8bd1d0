import type { Tx } from '../../db/client';
import type { CustomerId } from '../../kernel/ids';
import type { BusinessScope } from '../../tenancy/types';
import { keepRefusals } from './keep-refusals';

/**
 * Makes two records of one person one: everything of `drop` moves to `keep`, and `drop` goes. Where both have
 * a thread on the same channel, its messages continue the kept thread. What is known of `keep` stands, and what is not
 * is taken from `drop`: a number, a name, a note; whoever of the two is blocked stays blocked. Both rows are locked,
 * lower id first.
 */
export async function mergeCustomers(
  tx: Tx,
  scope: BusinessScope,
  input: { keep: CustomerId; drop: CustomerId },
): Promise<void> {
  const { businessId } = scope;
  const { keep, drop } = input;
  await tx.$queryRaw`SELECT id FROM customer WHERE business_id = ${businessId}::uuid
    AND id IN (${keep}::uuid, ${drop}::uuid) ORDER BY id FOR UPDATE`;
  const to = { where: { businessId, customerId: drop }, data: { customerId: keep } };
  await tx.attendee.updateMany(to);
  await tx.booking.updateMany(to);
  await tx.consentRecord.updateMany(to);
  await tx.waitlistEntry.updateMany(to);
  await tx.pack.updateMany(to);
  await moveThreads(tx, businessId, keep, drop);
  // One person counts once for the messaging limit, from when either was last written to.
  await tx.$executeRaw`WITH gone AS (
      DELETE FROM reached_customer WHERE business_id = ${businessId}::uuid AND customer_id = ${drop}::uuid RETURNING reached_at)
    INSERT INTO reached_customer (business_id, customer_id, reached_at)
    SELECT ${businessId}::uuid, ${keep}::uuid, reached_at FROM gone
    ON CONFLICT (business_id, customer_id) DO UPDATE SET reached_at = greatest(reached_customer.reached_at, excluded.reached_at)`;
  const [kept, dropped] = await Promise.all([
    tx.customer.findUniqueOrThrow({ where: { businessId_id: { businessId, id: keep } } }),
    tx.customer.delete({ where: { businessId_id: { businessId, id: drop } } }),
  ]);
  const notes = [kept.note, dropped.note].filter((note) => note !== null);
  await tx.customer.update({
    where: { businessId_id: { businessId, id: keep } },
    data: {
      name: kept.name ?? dropped.name,
      profileName: kept.profileName ?? dropped.profileName,
      language: kept.language ?? dropped.language,
      waId: kept.waId ?? dropped.waId,
      bsuid: kept.bsuid ?? dropped.bsuid,
      phone: kept.phone ?? dropped.phone,
      username: kept.username ?? dropped.username,
      note: notes.length > 0 ? notes.join('\n') : null,
      blockedAt: kept.blockedAt ?? dropped.blockedAt,
      blockReason: kept.blockReason ?? dropped.blockReason,
    },
  });
  await keepRefusals(tx, scope, keep);
}

async function moveThreads(tx: Tx, businessId: string, keep: CustomerId, drop: CustomerId): Promise<void> {
  const [kept, dropped] = await Promise.all([
    tx.thread.findMany({ where: { businessId, customerId: keep } }),
    tx.thread.findMany({ where: { businessId, customerId: drop } }),
  ]);
  for (const thread of dropped) {
    const same = kept.find((other) => other.channelId === thread.channelId);
    if (!same) {
      await tx.thread.updateMany({ where: { businessId, id: thread.id }, data: { customerId: keep } });
      continue;
    }
    await tx.$executeRaw`UPDATE message SET thread_id = ${same.id}::uuid, position = position + ${same.nextPosition}
      WHERE business_id = ${businessId}::uuid AND thread_id = ${thread.id}::uuid`;
    await tx.waitlistEntry.updateMany({
      where: { businessId, threadId: thread.id },
      data: { threadId: same.id },
    });
    await tx.$executeRaw`UPDATE thread SET next_position = next_position + ${thread.nextPosition},
        last_inbound_at = greatest(last_inbound_at, ${thread.lastInboundAt}::timestamptz)
      WHERE business_id = ${businessId}::uuid AND id = ${same.id}::uuid`;
    await tx.thread.delete({ where: { businessId_id: { businessId, id: thread.id } } });
  }
}
