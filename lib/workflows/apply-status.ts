import type { Jobs } from '../db/add-job';
import { transaction } from '../db/transaction';
import { finishEvent } from '../inbox/commands/finish-event';
import { findPendingEvent } from '../inbox/queries';
import { applyStatus } from '../outbox/commands/settle-message';
import { scopeOf } from '../tenancy/scope';
import { flagThread } from '../threads/commands/hand-over';
import { knownChannel } from './known-channel';
import type { World } from './types';

/**
 * Applies one delivery status to the message it speaks of. Safe in any order and any number of times. A failure
 * is kept with its reason and flags the chat for staff: nothing counts as told that WhatsApp did not deliver.
 */
export async function applyStatusEvent(world: World, job: Jobs['apply-status']): Promise<void> {
  const scope = scopeOf(job.businessId);
  const now = world.clock.now();
  const event = await findPendingEvent(world.database.prisma, scope, job.eventId);
  if (!event) return;
  const channel = await knownChannel(world, scope, event.channelId);
  const status = world.adapterOf(channel.provider).read(event.payload);
  await transaction(world.database, async (tx) => {
    if (status?.type !== 'status') {
      await finishEvent(tx, scope, { id: event.id, status: 'ignored', now });
      return;
    }
    const failure = status.failure
      ? { kind: 'delivery', detail: status.failure.detail ?? status.failure.title, code: status.failure.code }
      : null;
    const outcome = await applyStatus(tx, scope, { ...status, opaque: status.opaque, failure });
    if (outcome.changed && status.status === 'failed' && outcome.threadId) {
      await flagThread(tx, scope, { threadId: outcome.threadId, reason: 'delivery-failed' });
    }
    await finishEvent(tx, scope, { id: event.id, status: outcome.known ? 'done' : 'ignored', now });
  });
}
