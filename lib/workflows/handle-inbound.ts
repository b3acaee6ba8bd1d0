import { setTimeout as sleep } from 'node:timers/promises';
import type { Jobs } from '../db/add-job';
import { countAttempt, finishEvent } from '../inbox/commands/finish-event';
import type { InboundMessage } from '../messaging/types';
import { metrics } from '../metrics/metrics';
import type { ClaimedMessage } from '../outbox/types';
import type { Channel } from '../tenancy/queries';
import { scopeOf } from '../tenancy/scope';
import { answerFault } from './answer-fault';
import { answerMessage, isUnanswered, type Answered } from './answer-message';
import { knownChannel } from './known-channel';
import { readTurn, type TurnReading, type WaitingMessage } from './read-turn';
import type { World } from './types';

/** Attempts at one message before the customer is told, staff are called, and the chat goes on without it. */
const maxAttempts = 5;

/** A message that has waited so long for a worker is not the only one. */
const backlogMs = 1_500;
const typingPatienceMs = 1_000;

/** Sends what waits in a thread, beginning with a message whose call is due now; gives whether everything has left. */
type Deliver = (job: Jobs['deliver-thread'], leaving: ClaimedMessage | null) => Promise<boolean>;

/**
 * Works through everything one sender has written, in order. A call that finds nothing to do has been overtaken by an
 * earlier one; two that run at once never answer one message twice. Throws when a turn failed: it is tried again later.
 * With `deliver`, replies leave at once, without the way through the queue.
 */
export async function handleInbound(
  world: World,
  job: Jobs['handle-inbound'],
  deliver?: Deliver,
): Promise<void> {
  const channel = await knownChannel(world, scopeOf(job.businessId), job.channelId);
  for (;;) {
    const reading = await readTurn(world, channel.scope, job);
    if (!reading) return;
    await handleOne(world, channel, reading, deliver);
    if (!reading.moreBehind) return;
  }
}

async function handleOne(
  world: World,
  channel: Channel,
  reading: TurnReading,
  deliver: Deliver | undefined,
): Promise<void> {
  const { scope } = channel;
  const { event } = reading;
  const { prisma } = world.database;
  const update = world.adapterOf(channel.provider).read(event.payload);
  if (update?.type !== 'message') {
    await finishEvent(prisma, scope, { id: event.id, status: 'ignored', now: world.clock.now() });
    return;
  }
  const unanswered = reading.own !== null && isUnanswered(reading.own, update);
  const waited = !unanswered && world.clock.now().getTime() - event.receivedAt.getTime() > backlogMs;
  const typing = waited ? await showTyping(world, channel, event, update) : null;
  try {
    const answered = await answerOrGiveUp(world, channel, reading, update, deliver !== undefined);
    if (!answered || !deliver) return;
    const { threadId, leaving } = answered;
    const left = await deliver({ businessId: scope.businessId, channelId: channel.id, threadId }, leaving);
    if (left) metrics.replies.observe((world.clock.now().getTime() - event.receivedAt.getTime()) / 1000);
  } finally {
    if (!unanswered) await (typing?.shown ?? showRead(world, channel, event, update, { typing: false }));
  }
}

/** Throws when the turn failed and is worth another attempt. */
async function answerOrGiveUp(
  world: World,
  channel: Channel,
  reading: TurnReading,
  message: InboundMessage,
  atOnce: boolean,
): Promise<Answered | null> {
  try {
    return await answerMessage(world, channel, reading, message, atOnce);
  } catch (error) {
    const { id } = reading.event;
    const attempts = await countAttempt(world.database.prisma, channel.scope, id, String(error));
    if (attempts < maxAttempts) throw error;
    world.log.error({ err: error, eventId: id }, 'gave up on a message');
    await answerFault(world, channel, id, message);
    return null;
  }
}

/**
 * Shows the customer two blue ticks, when they have their answer: nobody waits for those. A courtesy: its failure is
 * nobody's trouble.
 */
async function showRead(
  world: World,
  channel: Channel,
  event: WaitingMessage,
  message: InboundMessage,
  how: { typing: boolean },
): Promise<void> {
  const connection = world.connectionOf(channel);
  try {
    await world.adapterOf(channel.provider).markRead(connection, message.externalId, how);
  } catch (error) {
    world.log.debug({ err: error, eventId: event.id }, 'could not mark a message read');
  }
}

/**
 * Shows "typing" with the ticks where the message has waited and more waiting is likely. It must arrive before the answer
 * does (it would show for 25 seconds after it), so this call is waited for, but not for long. Source: Cloud API, typing
 * indicators.
 */
async function showTyping(
  world: World,
  channel: Channel,
  event: WaitingMessage,
  message: InboundMessage,
): Promise<{ shown: Promise<void> }> {
  const shown = showRead(world, channel, event, message, { typing: true });
  await Promise.race([shown, sleep(typingPatienceMs)]);
  return { shown };
}
