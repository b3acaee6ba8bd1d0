import type { EngineEvent, OutcomeEvent } from '../conversation/types';
import { turn as advance } from '../conversation/turn';
import type { Customer } from '../customers/types';
import type { Tx } from '../db/client';
import type { InboundMessage } from '../messaging/types';
import type { BusinessScope } from '../tenancy/types';
import type { TurnMessage } from '../threads/commands/save-turn';
import type { Thread } from '../threads/types';
import { loadOwnFacts } from './own-facts';
import { loadStandingFacts } from './standing-facts';
import { performEffect } from './perform-effect';
import type { World } from './types';
import { withAvailability } from './with-availability';

export type TurnContext = {
  scope: BusinessScope;
  customer: Customer;
  thread: Thread;
  /** The stored event; effect ids are `<event id>:<index>`. */
  eventId: string;
  message: InboundMessage;
};

type Reply = Extract<TurnMessage, { direction: 'out' }>;

/** More rounds than any real turn takes; beyond it the engine is talking to itself. */
const maxRounds = 12;

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
  // What was done to a booking is told after it.
  let bookingId: string | null = null;
  const events: EngineEvent[] = [
    { kind: 'customer', content: message.content, sentAt: message.sentAt, replyTo: message.replyTo ?? null },
  ];
  for (let round = 0; round < maxRounds; round += 1) {
    const event = events.shift();
    if (!event) return { state, replies, acted: effectCount > replies.length };
    const known = { ...standing, ...(await loadOwnFacts(world, tx, scope, customer, thread)) };
    const step = await withAvailability(tx, scope, known, (facts) => advance(state, event, facts));
    state = step.state;
    for (const effect of step.effects) {
      const effectId = `${eventId}:${effectCount}`;
      effectCount += 1;
      if (effect.kind === 'reply') {
        replies.push({
          direction: 'out',
          effectId,
          label: effect.key,
          content: effect.message,
          expiresAt: null,
          bookingId,
        });
        continue;
      }
      const acting = {
        world,
        tx,
        scope,
        customer,
        thread,
        facts: known,
        catalog: standing.catalog,
        effectId,
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
