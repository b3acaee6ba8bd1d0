import { changeIdentity } from '../customers/commands/change-identity';
import { isAsKnown, recogniseCustomer } from '../customers/commands/recognise-customer';
import type { Customer } from '../customers/types';
import type { Tx } from '../db/client';
import { isUniqueViolation } from '../db/constraint-errors';
import { transaction } from '../db/transaction';
import { finishEvent } from '../inbox/commands/finish-event';
import { eventDone, pendingEvent } from '../inbox/sql/next-message';
import type { ThreadId } from '../kernel/ids';
import { notice } from '../live/publish';
import type { InboundMessage } from '../messaging/types';
import { sendingLimits } from '../outbox/rates';
import { recipientOf } from '../outbox/recipient';
import { leavingAtOnce } from '../outbox/sql/leave-at-once';
import type { ClaimedMessage } from '../outbox/types';
import type { Channel } from '../tenancy/queries';
import type { BusinessScope } from '../tenancy/types';
import { flagThread } from '../threads/commands/hand-over';
import { openThread } from '../threads/commands/open-thread';
import { saveTurn, type SavedTurn, type Turn, type TurnMessage } from '../threads/commands/save-turn';
import type { Thread } from '../threads/types';
import type { TurnReading, WaitingMessage } from './read-turn';
import { runTurn, talkOnly, type Reply } from './run-turn';
import type { World } from './types';

/** Free text may be answered for 24 hours; five minutes are kept for the way. */
export const windowMs = (24 * 60 - 5) * 60_000;

/** What is left to do after a message was answered. */
export type Answered = {
  /** The thread with new replies. */
  threadId: ThreadId;
  /** The first of them, if it is `sending` already: its call is ours to make. */
  leaving: ClaimedMessage | null;
};

type Heard = { channel: Channel; event: WaitingMessage; message: InboundMessage; atOnce: boolean };

/**
 * Answers one message: its turn, its effects, its replies and the mark "done" are committed together or not at all. Null
 * where there is nothing to send, or somebody else was faster. `atOnce` says that the caller sends the replies; otherwise
 * a job does.
 */
export async function answerMessage(
  world: World,
  channel: Channel,
  { event, own }: TurnReading,
  message: InboundMessage,
  atOnce: boolean,
): Promise<Answered | null> {
  const heard = { channel, event, message, atOnce };
  const talked = own && (await answerByTalking(world, heard, own));
  if (talked) return talked;
  return withoutLosingRaces(() => transaction(world.database, (tx) => converse(world, tx, heard)));
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
 * The short way, for a turn of a known customer that only says something: worked out on what was read without a lock, and
 * saved in one statement if nobody has written into the chat meanwhile. Null where it has to be done the long way.
 */
async function answerByTalking(
  world: World,
  heard: Heard,
  own: NonNullable<TurnReading['own']>,
): Promise<Answered | null> {
  const { channel, event, message } = heard;
  const { scope } = channel;
  const now = world.clock.now();
  const ordinary = isAsKnown(own.customer, message.sender) && message.content.kind !== 'number-changed';
  if (!ordinary || cameTooLate(message, now)) return null;
  const turn = await talkOnly(world, scope, own, { eventId: event.id, message });
  if (!turn || turn.replies.length === 0) return null;
  const saving = turnToSave(heard, own, turn, now, false);
  const saved = await saveTurn(world.database.direct, scope, saving, {
    pending: pendingEvent(scope, event.id),
    done: eventDone(scope, event.id, now),
    leaving: leavingAtOnce(scope, { ...sendingLimits(channel.ratePerSecond, now), wanted: heard.atOnce }),
  });
  return saved && answeredBy(own, turn.replies, saved, now);
}

/** The long way: everything in one transaction, under the thread's lock. */
async function converse(world: World, tx: Tx, heard: Heard): Promise<Answered | null> {
  const { channel, event, message } = heard;
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
  const own = { customer, thread };
  if (cameTooLate(message, now)) {
    // Nothing may be said any more; staff see it.
    const silent = { state: thread.state, replies: [] };
    await saveTurn(tx, scope, turnToSave(heard, own, silent, now, false));
    await flagThread(tx, scope, { threadId: thread.id, reason: 'fault' });
    return null;
  }
  const turn = await runTurn(world, tx, { scope, customer, thread, eventId: event.id, message });
  const saving = turnToSave(heard, own, turn, now, turn.acted);
  const saved = await saveTurn(tx, scope, saving);
  if (!saved) throw new Error('A thread that is locked has been written into.');
  return answeredBy(own, turn.replies, saved, now);
}

const cameTooLate = ({ sentAt }: InboundMessage, now: Date): boolean =>
  now.getTime() - sentAt.getTime() > windowMs;

type Own = { customer: Customer; thread: Thread };

/** Most of what a customer has done (`acted`) takes or gives back time, or changes who they are. */
function turnToSave(
  { channel, event, message, atOnce }: Heard,
  { customer, thread }: Own,
  turn: { state: unknown; replies: Reply[] },
  now: Date,
  acted: boolean,
): Turn {
  const heard: TurnMessage = {
    direction: 'in',
    effectId: event.id,
    label: message.content.kind,
    content: message.content,
    providerMessageId: message.externalId,
    at: message.sentAt,
  };
  return {
    channelId: channel.id,
    threadId: thread.id,
    firstPosition: thread.nextPosition,
    state: turn.state,
    messages: [heard, ...turn.replies],
    now,
    sentByCaller: atOnce,
    notice: notice(channel.scope, [
      { kind: 'chats', id: thread.id },
      ...(acted ? ([{ kind: 'bookings' }, { kind: 'customers', id: customer.id }] as const) : []),
    ]),
  };
}

function answeredBy(
  { customer, thread }: Own,
  replies: Reply[],
  saved: SavedTurn,
  now: Date,
): Answered | null {
  const [first] = replies;
  if (!first) return null;
  const { leaving } = saved;
  return {
    threadId: thread.id,
    leaving: leaving && {
      id: leaving,
      threadId: thread.id,
      content: first.content,
      to: recipientOf(customer),
      attempts: 1,
      createdAt: now,
      expiresAt: first.expiresAt,
    },
  };
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
