import type { Jobs } from '../../db/add-job';
import { findAttempt, getAccount } from '../../payments/queries';
import { scopeOf } from '../../tenancy/scope';
import type { World } from '../types';
import { endOrder } from './end-order';
import { nextLook, takeIn } from './check-payment';

/**
 * Closes the link of an attempt that has ended, and its bill inside WhatsApp, so that nobody pays for what is gone; of one that
 * is paid, the bill alone. A link that turns out to be paid brings its money in (promise: late money is never lost). Throws when the gateway gives no answer: the queue tries again, and the
 * regular look finds it as well. Safe to repeat.
 */
export async function closePayment(world: World, job: Jobs['close-payment']): Promise<void> {
  const scope = scopeOf(job.businessId);
  const { prisma } = world.database;
  const attempt = await findAttempt(prisma, scope, job.attemptId);
  if (!attempt || attempt.status === 'creating' || attempt.status === 'open') return;
  if (attempt.status === 'paid') return endOrder(world, scope, attempt);
  const gateway = world.gatewayOf(await getAccount(prisma, scope, attempt.accountId));
  if (!gateway) return;
  const linkId = attempt.linkId ?? (await idOf(gateway.findLink(attempt.id)));
  const write = (data: { nextCheckAt: Date | null; failure?: string | null }) =>
    prisma.paymentAttempt.updateMany({
      where: { businessId: scope.businessId, id: attempt.id, status: { not: 'paid' } },
      data,
    });
  // Not made, or made by a call that is still under way: who makes it sees that it has ended.
  if (!linkId) {
    await write({ nextCheckAt: nextLook(attempt, world.clock.now()) });
    return;
  }
  const closed = await gateway.cancelLink(linkId);
  if (!closed.ok) {
    if (closed.reason === 'refused' && closed.kind === 'not-found') {
      await write({ nextCheckAt: null, failure: closed.detail });
      return;
    }
    throw new Error(`The link of ${attempt.id} could not be closed: ${closed.detail}`);
  }
  await takeIn(world, scope, attempt, gateway, closed.value.link);
  await write({ nextCheckAt: nextLook(attempt, world.clock.now()), failure: null });
  await endOrder(world, scope, attempt);
}

async function idOf(
  finding: ReturnType<NonNullable<ReturnType<World['gatewayOf']>>['findLink']>,
): Promise<string | null> {
  const found = await finding;
  if (!found.ok) throw new Error(`The gateway could not be asked for a link: ${found.detail}`);
  return found.value?.id ?? null;
}
