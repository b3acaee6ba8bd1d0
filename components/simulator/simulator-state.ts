import type {
  ChatContent,
  ChatMessage,
  Customer,
  Exchange,
  FeedEvent,
  Snapshot,
} from '../../lib/simulator/types';

/** A message of the customer's that the simulator has not confirmed yet. */
export type PendingMessage = {
  clientId: string;
  customerId: string;
  at: string;
  content: ChatContent;
  replyTo?: string;
  failed: boolean;
};

export type SimulatorState = {
  connection: 'connecting' | 'open' | 'lost';
  snapshot: Snapshot | null;
  pending: PendingMessage[];
};

export type SimulatorEvent =
  | { type: 'feed'; event: FeedEvent }
  | { type: 'connection'; connection: SimulatorState['connection'] }
  | { type: 'sending'; message: PendingMessage }
  | { type: 'send-failed'; clientId: string }
  | { type: 'send-dropped'; clientId: string };

export const initialState: SimulatorState = { connection: 'connecting', snapshot: null, pending: [] };

const keptExchanges = 400;

const upsert = <T extends { id: string }>(list: readonly T[], item: T): T[] => {
  const at = list.findIndex((each) => each.id === item.id);
  return at === -1 ? [...list, item] : list.with(at, item);
};

const applyFeed = (snapshot: Snapshot | null, event: FeedEvent): Snapshot | null => {
  if (event.type === 'snapshot') return event.snapshot;
  if (!snapshot) return null;
  switch (event.type) {
    case 'customer':
      return { ...snapshot, customers: upsert(snapshot.customers, event.customer) };
    case 'message':
      return { ...snapshot, messages: upsert(snapshot.messages, event.message) };
    case 'exchange':
      return { ...snapshot, exchanges: upsert(snapshot.exchanges, event.exchange).slice(-keptExchanges) };
    case 'misbehaviour':
      return { ...snapshot, misbehaviour: event.misbehaviour };
    case 'reset':
      return snapshot;
  }
};

/** A confirmed message takes the place of the one shown in advance. */
const withoutConfirmed = (pending: PendingMessage[], event: FeedEvent): PendingMessage[] => {
  const confirmed =
    event.type === 'message' ? [event.message] : event.type === 'snapshot' ? event.snapshot.messages : [];
  if (confirmed.length === 0 || pending.length === 0) return pending;
  const known = new Set(confirmed.map((message) => message.clientId));
  return pending.filter((message) => !known.has(message.clientId));
};

/** What the page knows after an event. Events may repeat: the same one twice changes nothing more. */
export const reduceSimulator = (state: SimulatorState, event: SimulatorEvent): SimulatorState => {
  switch (event.type) {
    case 'feed':
      return {
        ...state,
        connection: 'open',
        snapshot: applyFeed(state.snapshot, event.event),
        pending: withoutConfirmed(state.pending, event.event),
      };
    case 'connection':
      return { ...state, connection: event.connection };
    case 'sending': {
      const others = state.pending.filter((each) => each.clientId !== event.message.clientId);
      return { ...state, pending: [...others, event.message] };
    }
    case 'send-failed': {
      const pending = state.pending.map((each) =>
        each.clientId === event.clientId ? { ...each, failed: true } : each,
      );
      return { ...state, pending };
    }
    case 'send-dropped':
      return { ...state, pending: state.pending.filter((each) => each.clientId !== event.clientId) };
  }
};

export type ShownMessage =
  | (ChatMessage & { pending?: undefined })
  | (Omit<ChatMessage, 'status'> & { status: 'sending' | 'unsent'; pending: PendingMessage });

const asShown = (pending: PendingMessage): ShownMessage => ({
  id: pending.clientId,
  customerId: pending.customerId,
  from: 'customer',
  at: pending.at,
  status: pending.failed ? 'unsent' : 'sending',
  content: pending.content,
  pending,
  ...(pending.replyTo === undefined ? {} : { replyTo: pending.replyTo }),
});

/** What a phone shows: only what has arrived there, and what its owner is just sending. */
export const chatOf = (state: SimulatorState, customer: Customer): ShownMessage[] => {
  const arrived = (state.snapshot?.messages ?? []).filter(
    (each) =>
      each.customerId === customer.id &&
      (each.from === 'customer' || each.status === 'delivered' || each.status === 'read'),
  );
  const sending = state.pending.filter((each) => each.customerId === customer.id);
  return [...arrived, ...sending.map(asShown)];
};

export const exchangesOf = (snapshot: Snapshot, customerId: string | null): Exchange[] =>
  snapshot.exchanges.filter((each) => customerId === null || each.customerId === customerId).reverse();
