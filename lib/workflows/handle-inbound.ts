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
import type { ThreadId } from '../kernel/ids';
import { notice } from '../live/publish';
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

/** Sends what waits in a thread. */
type Deliver = (job: Jobs['deliver-thread']) => Promise<void>;

/**
 * How long the queue leaves a reply to whoever wrote it, who sends it straight away: the job is there for the case
 * that they die in between.
 */
const deliveryGraceMs = 3_000;

/**
 * Works through everything one sender has written, in order, one transaction a message: its turn, its effects,
 * its replies and the mark "done" are committed together or not at all. A job that finds nothing to do has been
 * overtaken by an earlier one. Throws when a turn failed: the queue tries again later.
 * With `deliver`, replies leave at once, without the way through the queue.
 */
export async function handleInbound(
  world: World,
  job: Jobs['handle-inbound'],
  deliver?: Deliver,
): Promise<void> {
  const scope = scopeOf(job.businessId);
  const { businessId, channelId } = job;
  const channel = await knownChannel(world, scope, channelId);
  for (;;) {
    const event = await findNextMessage(world.database.prisma, scope, job);
    if (!event) return;
    const { repliesIn, shown } = await handleOne(world, channel, event, deliver ? deliveryGraceMs : 0);
    if (repliesIn && deliver) await deliver({ businessId, channelId, threadId: repliesIn });
    await shown;
  }
}

type Handled = {
  /** The thread with new replies, if there are any. */
  repliesIn: ThreadId | null;
  /** When the blue ticks have been dealt with. */
  shown: Promise<void>;
};

async function handleOne(
  world: World,
  channel: Channel,
  event: StoredEvent,
  graceMs: number,
): Promise<Handled> {
  const { scope } = channel;
  const { prisma } = world.database;
  const update = world.adapterOf(channel.provider).read(event.payload);
  if (update?.type !== 'message') {
    await finishEvent(prisma, scope, { id: event.id, status: 'ignored', now: world.clock.now() });
    return { repliesIn: null, shown: Promise.resolve() };
  }
  const { shown } = await showRead(world, channel, event, update);
  try {
    const repliesIn = await withoutLosingRaces(() =>
      transaction(world.database, (tx) => converse(world, tx, channel, event, update, graceMs)),
    );
    return { repliesIn, shown };
  } catch (error) {
    await shown;
    const attempts = await countAttempt(prisma, scope, event.id, String(error));
    if (attempts < maxAttempts) throw error;
    world.log.error({ err: error, eventId: event.id }, 'gave up on a message');
    await answerFault(world, channel, event.id, update);
    return { repliesIn: null, shown };
  }
}

/**
 * One person may write under two ids at the same moment; whoever is second to store an id runs into its unique key
 * and finds the other's row when trying again.
 */
async function withoutLosingRaces<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
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
  graceMs: number,
): Promise<ThreadId | null> {
  const { scope } = channel;
  const now = world.clock.now();
  if (!(await finishEvent(tx, scope, { id: event.id, status: 'done', now }))) return null;
  if (message.content.kind === 'number-changed') {
    await followNumber(tx, scope, message);
    return null;
  }

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
  /** Most of what a customer has done takes or gives back time, or changes who they are. */
  const told = (acted: boolean) =>
    notice(scope, [
      { kind: 'chats', id: thread.id },
      ...(acted ? ([{ kind: 'bookings' }, { kind: 'customers', id: customer.id }] as const) : []),
    ]);
  const save = { channelId: channel.id, threadId: thread.id, firstPosition: thread.nextPosition, now };
  if (now.getTime() - message.sentAt.getTime() > windowMs) {
    // It came so late that nothing may be said any more; staff see it.
    await saveTurn(tx, scope, { ...save, state: thread.state, messages: [heard], notice: told(false) });
    await flagThread(tx, scope, { threadId: thread.id, reason: 'fault' });
    return null;
  }
  const turn = await runTurn(world, tx, { scope, customer, thread, eventId: event.id, message });
  const deliverAt = new Date(now.getTime() + graceMs);
  await saveTurn(tx, scope, {
    ...save,
    state: turn.state,
    messages: [heard, ...turn.replies],
    deliverAt,
    notice: told(turn.acted),
  });
  return turn.replies.length > 0 ? thread.id : null;
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
