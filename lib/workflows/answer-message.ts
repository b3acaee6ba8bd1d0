import { changeIdentity } from '../customers/commands/change-identity';
import { isAsKnown } from '../customers/commands/recognise-customer';
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
import { flagThread, flagThreadOnce } from '../threads/commands/hand-over';
import { noteFlood } from '../threads/commands/note-flood';
import { openThread } from '../threads/commands/open-thread';
import { saveTurn, type SavedTurn, type Turn, type TurnMessage } from '../threads/commands/save-turn';
import { floodOf, type Flood } from '../threads/flood';
import type { Thread } from '../threads/types';
import { asChosen } from './as-chosen';
import { isWindowOpen } from './reply-window';
import { meetCustomer } from './meet-customer';
import type { TurnReading, WaitingMessage } from './read-turn';
import { runTurn, talkOnly, type Reply } from './run-turn';
import type { World } from './types';

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
  written: Heard,
  own: NonNullable<TurnReading['own']>,
): Promise<Answered | null> {
  const { channel, event } = written;
  const { scope } = channel;
  const now = world.clock.now();
  const { sender, content } = written.message;
  const ordinary = isAsKnown(own.customer, sender) && content.kind !== 'number-changed';
  if (!ordinary || isUnanswered(own, written.message) || cameTooLate(written.message, now)) return null;
  const message = await asChosen(world, world.database.direct, channel, own.thread.id, written.message);
  const heard = { ...written, message };
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
async function converse(world: World, tx: Tx, written: Heard): Promise<Answered | null> {
  const { channel, event } = written;
  const { scope } = channel;
  const now = world.clock.now();
  if (!(await finishEvent(tx, scope, { id: event.id, status: 'done', now }))) return null;
  if (written.message.content.kind === 'number-changed') {
    await followNumber(tx, scope, written.message);
    return null;
  }
  const customer = await meetCustomer(tx, world, scope, written.message.sender);
  const thread = await openThread(tx, scope, {
    channelId: channel.id,
    customerId: customer.id,
    sentAt: written.message.sentAt,
    now,
  });
  const own = { customer, thread };
  const message = await asChosen(world, tx, channel, thread.id, written.message);
  const heard = { ...written, message };
  if (cameTooLate(message, now)) {
    // Nothing may be said any more; staff see it.
    const silent = { state: thread.state, replies: [] };
    await saveTurn(tx, scope, turnToSave(heard, own, silent, now, false));
    await flagThread(tx, scope, { threadId: thread.id, reason: 'fault' });
    return null;
  }
  const flood = floodAt(thread, message);
  if (flood) await noteFloodOf(tx, scope, { thread, message, flood });
  const turn = await runTurn(world, tx, { scope, customer, thread, eventId: event.id, message, flood });
  const saving = turnToSave(heard, own, turn, now, turn.acted);
  const saved = await saveTurn(tx, scope, saving);
  if (!saved) throw new Error('A thread that is locked has been written into.');
  return answeredBy(own, turn.replies, saved, now);
}

/** Contents that ask for no answer are no flood. */
const silentKinds = new Set<InboundMessage['content']['kind']>(['reaction', 'edited', 'deleted']);

/** Whether a message is one too many. */
const floodAt = (thread: Thread, { content, sentAt }: InboundMessage): Flood | null =>
  silentKinds.has(content.kind) ? null : floodOf(thread, sentAt);

/** Whether somebody hears nothing from us now, not even that their message was read. */
export const isUnanswered = (own: Own, message: InboundMessage): boolean =>
  own.customer.blocked || floodAt(own.thread, message) !== null;

async function noteFloodOf(
  tx: Tx,
  scope: BusinessScope,
  { thread, message, flood }: { thread: Thread; message: InboundMessage; flood: Flood },
): Promise<void> {
  const begins = flood.kind === 'begins';
  const toldAt = begins ? message.sentAt : null;
  if (flood.until) await noteFlood(tx, scope, { threadId: thread.id, until: flood.until, toldAt });
  if (begins) await flagThreadOnce(tx, scope, { threadId: thread.id, reason: 'flood' });
}

const cameTooLate = ({ sentAt }: InboundMessage, now: Date): boolean =>
  !isWindowOpen({ lastInboundAt: sentAt }, now);

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
