import { ChannelFailure } from '../channels/types';
import type { Jobs } from '../db/add-job';
import { addJob } from '../db/add-job';
import { transaction } from '../db/transaction';
import { publish } from '../live/publish';
import { metrics } from '../metrics/metrics';
import { noteUnheld } from '../outbox/commands/mark-held';
import { markSending } from '../outbox/commands/mark-sending';
import { markAccepted, markFailed, markRefused, markWaiting } from '../outbox/commands/settle-message';
import { claimHead } from '../outbox/commands/claim-head';
import { takeTurn } from '../outbox/commands/take-turn';
import { findHeadMessage } from '../outbox/queries';
import { sendingLimits } from '../outbox/rates';
import { decideRetry } from '../outbox/retry';
import type { ClaimedMessage, DueMessage, MessageFailure } from '../outbox/types';
import { importedPause } from '../tenancy/imported-pause';
import { pauseChannel, resumeChannel } from '../tenancy/commands/pause-channel';
import type { Channel } from '../tenancy/queries';
import { awaitReach } from './await-reach';
import { knownChannel } from './known-channel';
import { scopeOf } from '../tenancy/scope';
import { flagThread } from '../threads/commands/hand-over';
import { isWindowOpen, windowMs } from './reply-window';
import type { World } from './types';
import { takeRefusedOffer } from './take-preferences';
import { fallBackOnce } from './templates/fall-back';
import { linkInstead } from './money/link-instead';

/**
 * How long a call whose outcome is unknown is left alone: a status webhook carrying our mark settles it without
 * sending twice. Longer than a call may take. Source: Cloud API has no idempotency key; statuses echo biz_opaque_callback_data.
 */
const unknownGraceMs = 15_000;

/**
 * While a channel is paused, each thread tries one message a minute: the first that goes through ends the pause, so
 * that a renewed token or a mended account needs nobody to come back and say so here.
 */
const probeMs = 60_000;

/**
 * Sends what waits in one thread, oldest first; a message that must wait holds up those behind it, so that a
 * customer reads them in order. Nothing is sent inside a transaction. Repeating the job is harmless, and so are two at once.
 * `leaving` is the head where the caller has made it `sending` already. Gives whether everything has left.
 */
export async function deliverThread(
  world: World,
  job: Jobs['deliver-thread'],
  leaving: ClaimedMessage | null = null,
): Promise<boolean> {
  const scope = scopeOf(job.businessId);
  const channel = await knownChannel(world, scope, job.channelId);
  let inHand = leaving;
  for (;;) {
    const now = world.clock.now();
    const claimed =
      inHand ??
      (await claimHead(world.database.direct, scope, {
        threadId: job.threadId,
        windowOpenSince: new Date(now.getTime() - windowMs),
        ...sendingLimits(channel.ratePerSecond, now),
      }));
    inHand = null;
    const outcome = claimed
      ? await send(world, channel, claimed)
      : await deliverUnusual(world, channel, job.threadId);
    if (outcome.kind === 'empty') return true;
    if (outcome.kind === 'next') continue;
    await comeBack(world, job, outcome.until);
    return false;
  }
}

/** What came of one look at the head: settled and more may follow, nothing left, or to be looked at again later. */
type Outcome = { kind: 'next' } | { kind: 'empty' } | { kind: 'wait'; until: Date };

const next: Outcome = { kind: 'next' };
const waitUntil = (until: Date): Outcome => ({ kind: 'wait', until });

/** A later look at the same thread. One waits at most: the earliest moment at which the head may be sent. */
function comeBack(world: World, job: Jobs['deliver-thread'], runAt: Date): Promise<void> {
  return addJob(world.database.prisma, 'deliver-thread', job, { runAt, key: `out:${job.threadId}` });
}

/** Deals with a head that could not simply be claimed: waiting, being sent, out of its window, over a rate. */
async function deliverUnusual(world: World, channel: Channel, threadId: string): Promise<Outcome> {
  const { prisma } = world.database;
  const { scope } = channel;
  const message = await findHeadMessage(prisma, scope, threadId);
  if (!message) return { kind: 'empty' };
  const now = world.clock.now();
  const later = (ms: number): Date => new Date(now.getTime() + ms);
  if (channel.archivedAt) {
    const detail = 'The number that this chat is held on is no longer used.';
    await giveUp(world, channel, message, { kind: 'channel-archived', detail });
    return next;
  }
  if (message.nextAttemptAt && message.nextAttemptAt > now) return waitUntil(message.nextAttemptAt);
  if (channel.pausedReason === importedPause || (channel.pausedReason && !message.nextAttemptAt)) {
    await markWaiting(prisma, scope, { id: message.id, at: later(probeMs) });
    return waitUntil(later(probeMs));
  }
  if (message.status === 'sending' && message.sendingSince) {
    const settledBy = message.sendingSince.getTime() + unknownGraceMs;
    if (settledBy > now.getTime()) return waitUntil(new Date(settledBy));
  }
  if (message.refusal) {
    await markRefused(prisma, scope, { ...message, refusal: message.refusal });
    await transaction(world.database, (tx) => publish(tx, scope, { kind: 'chats', id: threadId }));
    return next;
  }
  const dead = whyNotWorthSending(message, now);
  if (dead) {
    metrics.sendFailures.inc({ provider: channel.provider, kind: dead.kind, then: 'give-up' });
    await giveUp(world, channel, message, dead);
    return next;
  }
  const roomAt = await awaitReach(world, scope, message);
  if (roomAt) return waitUntil(roomAt);
  const waitMs = await takeTurn(prisma, scope, { ...message, ratePerSecond: channel.ratePerSecond, now });
  if (waitMs > 0) return waitUntil(later(waitMs));
  if (!(await markSending(prisma, scope, message, now))) return next;
  if (message.heldAt) await noteUnheld(prisma, scope, channel.id);
  return send(world, channel, { ...message, attempts: message.attempts + 1 });
}

/** Promise P22: nothing is handed over that WhatsApp would not deliver. */
function whyNotWorthSending(message: DueMessage, now: Date): MessageFailure | null {
  if (message.expiresAt && message.expiresAt <= now) {
    return { kind: 'expired', detail: 'It was no longer worth sending when its turn came.' };
  }
  if (message.content.kind !== 'template' && !isWindowOpen(message, now)) {
    return {
      kind: 'window-closed',
      detail: 'More than 24 hours since the customer last wrote; only a template may go.',
    };
  }
  return message.to.waId || message.to.bsuid
    ? null
    : { kind: 'no-address', detail: 'The customer has neither a number nor a user id any more.' };
}

async function send(world: World, channel: Channel, message: ClaimedMessage): Promise<Outcome> {
  const { prisma } = world.database;
  try {
    const receipt = await world.adapterOf(channel.provider).send(world.connectionOf(channel), {
      to: message.to,
      message: message.content,
      opaque: message.id,
    });
    metrics.sent.inc({ provider: channel.provider });
    const { id, threadId } = message;
    const accepted = { id, threadId, providerMessageId: receipt.externalId, now: world.clock.now() };
    const more = await markAccepted(world.database.direct, channel.scope, accepted);
    if (channel.pausedReason) await resumeChannel(prisma, channel.scope, channel.id);
    return more ? next : { kind: 'empty' };
  } catch (error) {
    if (!(error instanceof ChannelFailure)) throw error;
    return afterFailure(world, channel, message, error);
  }
}

async function afterFailure(
  world: World,
  channel: Channel,
  message: ClaimedMessage,
  failure: ChannelFailure,
): Promise<Outcome> {
  const { prisma } = world.database;
  const now = world.clock.now();
  const decision = decideRetry({
    failure,
    attempts: message.attempts,
    forgetsMark: world.adapterOf(channel.provider).forgetsMark ?? false,
    // What waited for the messaging limit has not grown old by that.
    firstAttemptAt: message.heldAt ?? message.createdAt,
    now,
    expiresAt: message.expiresAt,
    random: world.random,
  });
  const noted: MessageFailure = {
    kind: failure.kind,
    detail: failure.detail,
    ...(failure.providerCode !== undefined && { code: failure.providerCode }),
  };
  metrics.sendFailures.inc({ provider: channel.provider, kind: failure.kind, then: decision.kind });
  world.log.warn(
    { messageId: message.id, threadId: message.threadId, failure: noted, decision },
    'a message was not taken',
  );
  switch (decision.kind) {
    case 'retry':
      await markWaiting(prisma, channel.scope, { id: message.id, at: decision.at, failure: noted });
      return waitUntil(decision.at);
    case 'await-status':
      // Stays `sending`; when the grace has passed without a status, it is sent again under the same mark.
      return waitUntil(decision.until);
    case 'pause-channel':
      await pauseChannel(prisma, channel.scope, channel.id, decision.reason);
      await markWaiting(prisma, channel.scope, {
        id: message.id,
        at: new Date(now.getTime() + probeMs),
        failure: noted,
      });
      return waitUntil(new Date(now.getTime() + probeMs));
    case 'give-up':
      await giveUp(world, channel, message, { ...noted, detail: `${decision.reason}: ${failure.detail}` });
      return next;
  }
}

/** The reason is kept with the message, and staff see the chat flagged, unless it can be said in another way. */
async function giveUp(
  world: World,
  channel: Channel,
  message: ClaimedMessage,
  failure: MessageFailure,
): Promise<void> {
  await markFailed(world.database.prisma, channel.scope, { id: message.id, failure });
  if (message.heldAt) await noteUnheld(world.database.prisma, channel.scope, channel.id);
  const { code } = failure;
  const fellBack = await transaction(
    world.database,
    async (tx) =>
      (await takeRefusedOffer(tx, world, channel.scope, { threadId: message.threadId, code })) ||
      (await fallBackOnce(tx, world, channel.scope, { messageId: message.id, code })),
  );
  if (!fellBack)
    await flagThread(world.database.prisma, channel.scope, {
      threadId: message.threadId,
      reason: 'delivery-failed',
    });
  await linkInstead(world.database.prisma, channel.scope, message.content);
}
