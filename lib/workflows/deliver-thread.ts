import { ChannelFailure } from '../channels/types';
import type { Jobs } from '../db/add-job';
import { addJob } from '../db/add-job';
import { markSending } from '../outbox/commands/mark-sending';
import { markAccepted, markFailed, markWaiting } from '../outbox/commands/settle-message';
import { takeTurn } from '../outbox/commands/take-turn';
import { findHeadMessage } from '../outbox/queries';
import { decideRetry } from '../outbox/retry';
import type { DueMessage, MessageFailure } from '../outbox/types';
import { pauseChannel, resumeChannel } from '../tenancy/commands/pause-channel';
import type { Channel } from '../tenancy/queries';
import { getChannel } from '../tenancy/queries';
import { scopeOf } from '../tenancy/scope';
import { flagThread } from '../threads/commands/hand-over';
import { windowMs } from './handle-inbound';
import type { World } from './types';

/**
 * How long a call whose outcome is unknown is left alone: a status webhook carrying our mark settles it without
 * sending twice. Source: Cloud API has no idempotency key; statuses echo biz_opaque_callback_data.
 */
const unknownGraceMs = 10_000;

/**
 * While a channel is paused, each thread tries one message a minute: the first that goes through ends the pause, so
 * that a renewed token or a mended account needs nobody to come back and say so here.
 */
const probeMs = 60_000;

/**
 * Sends what waits in one thread, oldest first; a message that must wait holds up those behind it, so that a
 * customer reads them in order. Nothing is sent inside a transaction. Repeating the job is harmless.
 */
export async function deliverThread(world: World, job: Jobs['deliver-thread']): Promise<void> {
  const scope = scopeOf(job.businessId);
  let channel: Channel | null = null;
  for (;;) {
    const message = await findHeadMessage(world.database.prisma, scope, job.threadId);
    if (!message) return;
    channel ??= await getChannel(world.database.prisma, scope, message.channelId);
    const waitUntil = await deliverHead(world, channel, message);
    if (waitUntil) return comeBack(world, job, waitUntil);
  }
}

/** A later look at the same thread. One waits at most: the earliest moment at which the head may be sent. */
function comeBack(world: World, job: Jobs['deliver-thread'], runAt: Date): Promise<void> {
  const queue = `out:${job.threadId}`;
  return addJob(world.database.prisma, 'deliver-thread', job, { queue, runAt, key: `later:${job.threadId}` });
}

/** Deals with one message. Returns when to look again, or null when it is settled and the next may come. */
async function deliverHead(world: World, channel: Channel, message: DueMessage): Promise<Date | null> {
  const { prisma } = world.database;
  const now = world.clock.now();
  const later = (ms: number): Date => new Date(now.getTime() + ms);
  if (message.nextAttemptAt && message.nextAttemptAt > now) return message.nextAttemptAt;
  if (channel.pausedReason && !message.nextAttemptAt) {
    await markWaiting(prisma, channel.scope, { id: message.id, at: later(probeMs) });
    return later(probeMs);
  }
  if (message.status === 'sending' && message.sendingSince) {
    const settledBy = message.sendingSince.getTime() + unknownGraceMs;
    if (settledBy > now.getTime()) return new Date(settledBy);
  }
  const dead = whyNotWorthSending(message, now);
  if (dead) {
    await giveUp(world, channel, message, dead);
    return null;
  }
  const waitMs = await takeTurn(prisma, channel.scope, {
    ...message,
    ratePerSecond: channel.ratePerSecond,
    now,
  });
  if (waitMs > 0) return later(waitMs);
  if (!(await markSending(prisma, channel.scope, message, now))) return null;
  return send(world, channel, message);
}

/** Promise P22: nothing is handed over that WhatsApp would not deliver. */
function whyNotWorthSending(message: DueMessage, now: Date): MessageFailure | null {
  if (message.expiresAt && message.expiresAt <= now) {
    return { kind: 'expired', detail: 'It was no longer worth sending when its turn came.' };
  }
  const windowOpen =
    message.lastInboundAt !== null && now.getTime() - message.lastInboundAt.getTime() < windowMs;
  if (message.content.kind !== 'template' && !windowOpen) {
    return {
      kind: 'window-closed',
      detail: 'More than 24 hours since the customer last wrote; only a template may go.',
    };
  }
  return message.to.waId || message.to.bsuid
    ? null
    : { kind: 'no-address', detail: 'The customer has neither a number nor a user id any more.' };
}

async function send(world: World, channel: Channel, message: DueMessage): Promise<Date | null> {
  const { prisma } = world.database;
  try {
    const receipt = await world.adapterOf(channel.provider).send(world.connectionOf(channel), {
      to: message.to,
      message: message.content,
      opaque: message.id,
    });
    const accepted = { id: message.id, providerMessageId: receipt.externalId, now: world.clock.now() };
    await markAccepted(prisma, channel.scope, accepted);
    if (channel.pausedReason) await resumeChannel(prisma, channel.scope, channel.id);
    return null;
  } catch (error) {
    if (!(error instanceof ChannelFailure)) throw error;
    return afterFailure(world, channel, message, error);
  }
}

async function afterFailure(
  world: World,
  channel: Channel,
  message: DueMessage,
  failure: ChannelFailure,
): Promise<Date | null> {
  const { prisma } = world.database;
  const now = world.clock.now();
  const decision = decideRetry({
    failure,
    attempts: message.attempts + 1,
    firstAttemptAt: message.createdAt,
    now,
    expiresAt: message.expiresAt,
    random: world.random,
  });
  const noted: MessageFailure = {
    kind: failure.kind,
    detail: failure.detail,
    ...(failure.providerCode !== undefined && { code: failure.providerCode }),
  };
  world.log.warn(
    { messageId: message.id, threadId: message.threadId, failure: noted, decision },
    'a message was not taken',
  );
  switch (decision.kind) {
    case 'retry':
      await markWaiting(prisma, channel.scope, { id: message.id, at: decision.at, failure: noted });
      return decision.at;
    case 'await-status':
      // Stays `sending`; when the grace has passed without a status, it is sent again under the same mark.
      return decision.until;
    case 'pause-channel':
      await pauseChannel(prisma, channel.scope, channel.id, decision.reason);
      await markWaiting(prisma, channel.scope, {
        id: message.id,
        at: new Date(now.getTime() + probeMs),
        failure: noted,
      });
      return new Date(now.getTime() + probeMs);
    case 'give-up':
      await giveUp(world, channel, message, { ...noted, detail: `${decision.reason}: ${failure.detail}` });
      return null;
  }
}

/** The reason is kept with the message, and staff see the chat flagged. */
async function giveUp(
  world: World,
  channel: Channel,
  message: DueMessage,
  failure: MessageFailure,
): Promise<void> {
  await markFailed(world.database.prisma, channel.scope, { id: message.id, failure });
  await flagThread(world.database.prisma, channel.scope, {
    threadId: message.threadId,
    reason: 'delivery-failed',
  });
}
