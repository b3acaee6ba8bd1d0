import { addJob } from '../db/add-job';
import type { Tx } from '../db/client';
import { transaction } from '../db/transaction';
import { finishStatuses, takeStatuses, type TakenStatus } from '../inbox/commands/take-statuses';
import type { BusinessId } from '../kernel/ids';
import { publish } from '../live/publish';
import type { InboundUpdate, OutboundMessage, StatusUpdate } from '../messaging/types';
import { applyStatuses, type ReportedStatus } from '../outbox/commands/settle-message';
import type { BusinessScope } from '../tenancy/types';
import { scopeOf } from '../tenancy/scope';
import { flagThread } from '../threads/commands/hand-over';
import { charge } from './costs/charge';
import { linkInstead } from './money/link-instead';
import { attemptIdOf } from './money/native-order';
import { fallBackOnce } from './templates/fall-back';
import { takeRefusedOffer } from './take-preferences';
import { knownChannel } from './known-channel';
import type { World } from './types';

/** As many at once as keep a transaction short. */
const batch = 500;

/**
 * Applies the delivery statuses that have come in, in batches: there are three of them to every message, and each
 * alone would cost as much as the message itself. Safe in any order, any number of times and in several processes.
 * A failure is kept with its reason and flags the chat for staff: nothing counts as told that WhatsApp did not
 * deliver. Returns how many there were.
 */
export async function applyPendingStatuses(world: World): Promise<number> {
  let applied = 0;
  for (;;) {
    const count = await applyBatch(world);
    applied += count;
    if (count < batch) return applied;
  }
}

function applyBatch(world: World): Promise<number> {
  return transaction(world.database, async (tx) => {
    const taken = await takeStatuses(tx, batch);
    if (taken.length === 0) return 0;
    const read = await Promise.all(taken.map((event) => readUpdate(world, event)));
    const updates = read.map((update) => (update?.type === 'status' ? update : null));
    const readable = taken.flatMap((event, place) => {
      const update = updates[place];
      return update ? [{ event, update, report: reportOf(event, update) }] : [];
    });
    const outcomes = await applyStatuses(
      tx,
      readable.map((one) => one.report),
    );
    await charge(
      tx,
      readable.map(({ report, update }) => ({ ...report, at: update.at, pricing: update.pricing ?? null })),
    );
    const known = new Set<string>();
    for (const [place, update] of read.entries()) {
      const event = taken[place];
      const attemptId = update?.type === 'payment' ? attemptIdOf(update.reference) : null;
      if (!event || !attemptId) continue;
      known.add(event.id);
      await addJob(
        tx,
        'check-payment',
        { businessId: event.businessId, attemptId },
        { key: `check-payment:${attemptId}` },
      );
    }
    const changed = new Map<BusinessId, Set<string>>();
    for (const [place, outcome] of outcomes.entries()) {
      const one = readable[place];
      if (!one || outcome.threadId === null) continue;
      known.add(one.event.id);
      if (outcome.changed) {
        const { businessId } = scopeOf(one.event.businessId);
        changed.set(businessId, (changed.get(businessId) ?? new Set()).add(outcome.threadId));
      }
      if (outcome.changed && one.report.status === 'failed') {
        const scope = scopeOf(one.event.businessId);
        const { opaque: messageId, failure } = one.report;
        const fellBack =
          messageId !== null && (await fallBackOnce(tx, world, scope, { messageId, code: failure?.code }));
        const { threadId } = outcome;
        const refused = await takeRefusedOffer(tx, world, scope, { threadId, code: failure?.code });
        if (!fellBack && !refused) await flagThread(tx, scope, { threadId, reason: 'delivery-failed' });
        await askAnew(tx, scope, one.report.opaque);
      }
    }
    for (const [businessId, threadIds] of changed)
      await publish(tx, { businessId }, ...[...threadIds].map((id) => ({ kind: 'chats' as const, id })));
    const finished = taken.map(({ businessId, id }) => ({ businessId, id, known: known.has(id) }));
    await finishStatuses(tx, finished, world.clock.now());
    return taken.length;
  });
}

/** An order that was refused only after it had been taken. */
async function askAnew(tx: Tx, scope: BusinessScope, messageId: string | null): Promise<void> {
  if (messageId === null) return;
  const message = await tx.message.findFirst({
    where: { businessId: scope.businessId, id: messageId, direction: 'out' },
    select: { content: true },
  });
  // Written by `saveTurn`, and so one of these.
  if (message) await linkInstead(tx, scope, message.content as OutboundMessage);
}

async function readUpdate(world: World, event: TakenStatus): Promise<InboundUpdate | null> {
  const channel = await knownChannel(world, scopeOf(event.businessId), event.channelId);
  return world.adapterOf(channel.provider).read(event.payload);
}

const reportOf = (event: TakenStatus, update: StatusUpdate): ReportedStatus => ({
  businessId: event.businessId,
  opaque: update.opaque ?? null,
  externalId: update.externalId,
  status: update.status,
  failure: update.failure
    ? { kind: 'delivery', detail: update.failure.detail ?? update.failure.title, code: update.failure.code }
    : null,
});
