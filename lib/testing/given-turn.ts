import { emptyDraft, type Draft } from '../conversation/draft';
import { initialState, readState, type State } from '../conversation/state';
import { turn } from '../conversation/turn';
import type { CustomerEvent, Effect, EngineEvent } from '../conversation/types';
import type { InboundContent } from '../messaging/types';
import { FakeWorld } from './fake-world';
import type { WorldOptions } from './fake-world-types';
import { factsOf } from './fake-world-facts';

/** What one turn came to. */
export type Then = {
  state: State;
  effects: Effect[];
  /** Catalogue key of the reply; '' when there is none. */
  key: string;
  /** Effects other than the reply. */
  does: string[];
};

type Given = Partial<Omit<State, 'draft'>> & { draft?: Partial<Draft> };

/**
 * One turn of the pure engine: given a state and a world, when an event comes, then state and effects.
 * Nothing is carried out.
 */
export const given = (
  state: Given,
  options: WorldOptions = {},
  prepare: (chat: FakeWorld) => void = () => undefined,
) => {
  const chat = new FakeWorld({ ...options, customer: { language: 'en', ...options.customer } });
  prepare(chat);
  const saved: State = { ...initialState, ...state, draft: { ...emptyDraft, ...state.draft } };
  const take = (event: EngineEvent): Then => {
    const turned = turn(saved, event, factsOf(chat.world));
    const reply = turned.effects.find((effect) => effect.kind === 'reply');
    const does = turned.effects.filter(({ kind }) => kind !== 'reply').map(({ kind }) => kind);
    return { state: readState(turned.state), effects: turned.effects, key: reply?.key ?? '', does };
  };
  const customer = (content: InboundContent): Then =>
    take({ kind: 'customer', content, sentAt: chat.world.now, replyTo: null });
  return {
    whenTyped: (text: string): Then => customer({ kind: 'text', text }),
    whenTapped: (id: string): Then => customer({ kind: 'choice', id, title: 'x' }),
    whenOutcome: (event: Exclude<EngineEvent, CustomerEvent>): Then => take(event),
  };
};
