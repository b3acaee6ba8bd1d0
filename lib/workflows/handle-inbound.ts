import { setTimeout as sleep } from 'node:timers/promises';
import type { Jobs } from '../db/add-job';
import type { Tx } from '../db/client';
import { isUniqueViolation } from '../db/constraint-errors';
import { transaction } from '../db/transaction';
import { countAttempt, finishEvent } from '../inbox/commands/finish-event';
import { findNextMessage } from '../inbox/queries';
import type { StoredEvent } from '../inbox/queries';
import { changeIdentity } from '../customers/commands/change-identity';
import { recogniseCustomer } from '../customers/commands/recognise-customer';
import type { InboundMessage } from '../messaging/types';
import type { Channel } from '../tenancy/queries';
import { scopeOf } from '../tenancy/scope';
import type { BusinessScope } from '../tenancy/types';
import { flagThread } from '../threads/commands/hand-over';
import { openThread } from '../threads/commands/open-thread';
import { saveTurn } from '../threads/commands/save-turn';
import type { TurnMessage } from '../threads/commands/save-turn';
import { answerFault } from './answer-fault';
import { knownChannel } from './known-channel';
import { runTurn } from './run-turn';
import type { World } from './types';

/** Attempts at one message before the customer is told, staff are called, and the chat goes on without it. */
const maxAttempts = 5;

/** A message that has waited so long for a worker is not the only one. */
const backlogMs = 1_500;
const typingPatienceMs = 1_000;

/** Free text may be answered for 24 hours; five minutes are kept for the way. */
export const windowMs = (24 * 60 - 5) * 60_000;

/**
 * Works through everything one sender has written, in order, one transaction a message: its turn, its effects,
 * its replies and the mark "done" are committed together or not at all. A job that finds nothing to do has been
 * overtaken by an earlier one. Throws when a turn failed: the queue tries again later.
 */
export async function handleInbound(world: World, job: Jobs['handle-inbound']): Promise<void> {
  const scope = scopeOf(job.businessId);
  const channel = await knownChannel(world, scope, job.channelId);
  for (;;) {
    const event = await findNextMessage(world.database.prisma, scope, job);
    if (!event) return;
    await handleOne(world, channel, event);
  }
}

async function handleOne(world: World, channel: Channel, event: StoredEvent): Promise<void> {
  const { scope } = channel;
  const update = world.adapterOf(channel.provider).read(event.payload);
  if (update?.type !== 'message') {
    await finishEvent(world.database.prisma, scope, {
      id: event.id,
      status: 'ignored',
      now: world.clock.now(),
    });
    return;
  }
  const { shown } = await showRead(world, channel, event, update);
  try {
    await withoutLosingRaces(() =>
      transaction(world.database, (tx) => converse(world, tx, channel, event, update)),
    );
  } catch (error) {
    const attempts = await countAttempt(world.database.prisma, scope, event.id, String(error));
    if (attempts < maxAttempts) throw error;
    world.log.error({ err: error, eventId: event.id }, 'gave up on a message');
    await answerFault(world, channel, event.id, update);
  } finally {
    await shown;
  }
}

/**
 * One person may write under two ids at the same moment; whoever is second to store an id runs into its unique key
 * and finds the other's row when trying again.
 */
async function withoutLosingRaces(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (attempt === 3 || !isUniqueViolation(error)) throw error;
    }
  }
}

/**
 * Shows the customer two blue ticks, and "typing" where the message has waited and more waiting is likely. Typing
 * must arrive before the answer does (it would show for 25 seconds after it), so that call alone is waited for, and
 * not for long. A courtesy: its failure is nobody's trouble. Source: Cloud API, typing indicators.
 */
async function showRead(
  world: World,
  channel: Channel,
  event: StoredEvent,
  message: InboundMessage,
): Promise<{ shown: Promise<void> }> {
  const typing = world.clock.now().getTime() - event.receivedAt.getTime() > backlogMs;
  const connection = world.connectionOf(channel);
  const shown = world
    .adapterOf(channel.provider)
    .markRead(connection, message.externalId, { typing })
    .catch((error: unknown) => {
      world.log.debug({ err: error, eventId: event.id }, 'could not mark a message read');
    });
  if (typing) await Promise.race([shown, sleep(typingPatienceMs)]);
  return { shown };
}

async function converse(
  world: World,
  tx: Tx,
  channel: Channel,
  event: StoredEvent,
  message: InboundMessage,
): Promise<void> {
  const { scope } = channel;
  const now = world.clock.now();
  if (!(await finishEvent(tx, scope, { id: event.id, status: 'done', now }))) return;
  if (message.content.kind === 'number-changed') return followNumber(tx, scope, message);

  const customer = await recogniseCustomer(tx, scope, message.sender, now);
  const thread = await openThread(tx, scope, {
    channelId: channel.id,
    customerId: customer.id,
    sentAt: message.sentAt,
    now,
  });
  const heard: TurnMessage = {
    direction: 'in',
    effectId: event.id,
    label: message.content.kind,
    content: message.content,
    providerMessageId: message.externalId,
    at: message.sentAt,
  };
  const save = { channelId: channel.id, threadId: thread.id, firstPosition: thread.nextPosition, now };
  if (now.getTime() - message.sentAt.getTime() > windowMs) {
    // It came so late that nothing may be said any more; staff see it.
    await saveTurn(tx, scope, { ...save, state: thread.state, messages: [heard] });
    await flagThread(tx, scope, { threadId: thread.id, reason: 'fault' });
    return;
  }
  const turn = await runTurn(world, tx, { scope, customer, thread, eventId: event.id, message });
  await saveTurn(tx, scope, { ...save, state: turn.state, messages: [heard, ...turn.replies] });
}

/** A person keeps their bookings when their number or user id changes. */
function followNumber(tx: Tx, scope: BusinessScope, message: InboundMessage): Promise<void> {
  if (message.content.kind !== 'number-changed') return Promise.resolve();
  const { newWaId, newBsuid, previousBsuid } = message.content;
  const oldBsuid = previousBsuid ?? message.sender.bsuid;
  return changeIdentity(tx, scope, {
    ...(message.sender.waId && { oldWaId: message.sender.waId }),
    ...(oldBsuid && { oldBsuid }),
    ...(newWaId && { newWaId }),
    ...(newBsuid && { newBsuid }),
  });
}
