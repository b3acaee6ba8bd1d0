import type { Effect, EngineEvent, OutcomeEvent } from '../conversation/types';
import { turn as advance } from '../conversation/turn';
import type { Customer } from '../customers/types';
import type { Tx } from '../db/client';
import type { InboundMessage } from '../messaging/types';
import type { BusinessScope } from '../tenancy/types';
import type { TurnMessage } from '../threads/commands/save-turn';
import type { Flood } from '../threads/flood';
import type { Thread } from '../threads/types';
import type { EffectContext } from './effect-context';
import { loadOwnFacts, ownFacts } from './own-facts';
import { performEffect } from './perform-effect';
import type { OwnReading } from './read-turn';
import { loadStandingFacts, standingFacts } from './standing-facts';
import type { World } from './types';
import { withAvailability } from './with-availability';

export type TurnContext = {
  scope: BusinessScope;
  customer: Customer;
  thread: Thread;
  /** The stored event; effect ids are `<event id>:<index>`. */
  eventId: string;
  message: InboundMessage;
  /** It is one too many. */
  flood?: Flood | null;
};

export type Reply = Extract<TurnMessage, { direction: 'out' }>;

/** More rounds than any real turn takes; beyond it the engine is talking to itself. */
const maxRounds = 12;

const heardFrom = ({ content, sentAt, replyTo }: InboundMessage): EngineEvent => ({
  kind: 'customer',
  content,
  sentAt,
  replyTo: replyTo ?? null,
});

const replyOf = (
  effectId: string,
  { key, message }: Extract<Effect, { kind: 'reply' }>,
  bookingId: string | null = null,
): Reply => ({
  direction: 'out',
  effectId,
  purpose: 'asked-for',
  label: key,
  content: message,
  expiresAt: null,
  bookingId,
});

/**
 * One turn of a conversation: advances the engine, carries out its effects in the caller's transaction and feeds
 * their outcomes back until nothing answers any more. Returns the new state, the replies in order, and whether
 * something was done besides talking.
 */
export async function runTurn(
  world: World,
  tx: Tx,
  context: TurnContext,
): Promise<{ state: unknown; replies: Reply[]; acted: boolean }> {
  const { message, scope, thread, eventId } = context;
  const standing = await loadStandingFacts(tx, scope, world.clock.now());
  let customer = context.customer;
  let state = thread.state;
  let effectCount = 0;
  const replies: Reply[] = [];
  const later: Reply[] = [];
  // What was done to a booking is told after it.
  let bookingId: string | null = null;
  const events: EngineEvent[] = [heardFrom(message)];
  for (let round = 0; round < maxRounds; round += 1) {
    const event = events.shift();
    if (!event) return { state, replies: [...replies, ...later], acted: effectCount > replies.length };
    const own = await loadOwnFacts(world, tx, scope, customer, thread);
    const known = { ...standing, ...own, thread: { ...own.thread, flood: context.flood?.kind ?? null } };
    const step = await withAvailability(tx, scope, known, (facts) => advance(state, event, facts));
    state = step.state;
    for (const effect of step.effects) {
      const effectId = `${eventId}:${effectCount}`;
      effectCount += 1;
      if (effect.kind === 'reply') {
        replies.push(replyOf(effectId, effect, bookingId));
        continue;
      }
      const { catalog } = standing;
      const sayLater: EffectContext['sayLater'] = (said) => {
        later.push({
          direction: 'out',
          effectId: `${effectId}:${later.length}`,
          purpose: 'asked-for',
          expiresAt: null,
          ...said,
        });
      };
      const acting = {
        world,
        tx,
        scope,
        customer,
        thread: { ...thread, state },
        facts: known,
        catalog,
        effectId,
        sayLater,
      };
      const outcome = await performEffect(acting, effect);
      if (outcome) events.push(outcome);
      bookingId = changed(outcome) ?? bookingId;
      if (effect.kind === 'set-name') customer = { ...customer, name: effect.name };
      if (effect.kind === 'set-language') customer = { ...customer, language: effect.language };
    }
  }
  throw new Error(`A turn did not end after ${maxRounds} rounds (event ${eventId}).`);
}

/** The customer's own booking that has become something else; a time that is only held has not. */
function changed(outcome: OutcomeEvent | null): string | null {
  switch (outcome?.kind) {
    case 'booking-confirmed':
    case 'booking-moved':
    case 'booking-cancelled':
      return outcome.booking.id;
    default:
      return null;
  }
}

/**
 * The same turn where it does nothing but talk, as most do, on what was read before: it needs no transaction. Null where it
 * would do more; then nothing has happened.
 */
export async function talkOnly(
  world: World,
  scope: BusinessScope,
  own: OwnReading,
  heard: { eventId: string; message: InboundMessage },
): Promise<{ state: unknown; replies: Reply[] } | null> {
  const { direct } = world.database;
  const standing = await standingFacts(direct, scope, own.catalogVersion, world.clock.now());
  const known = { ...standing, ...ownFacts(world, scope, own) };
  const event = heardFrom(heard.message);
  const step = await withAvailability(direct, scope, known, (facts) =>
    advance(own.thread.state, event, facts),
  );
  const replies: Reply[] = [];
  for (const effect of step.effects) {
    if (effect.kind !== 'reply') return null;
    replies.push(replyOf(`${heard.eventId}:${replies.length}`, effect));
  }
  return { state: step.state, replies };
}
