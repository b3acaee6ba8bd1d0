import { useCallback, useEffect, useReducer } from 'react';
import type { PhoneAction } from '../../lib/simulator/phone-schema';
import type { ChatContent, FeedEvent } from '../../lib/simulator/types';
import { feedAddress, sendAction } from './simulator-client';
import { initialState, reduceSimulator, type PendingMessage, type SimulatorState } from './simulator-state';

type SpokenAction = Exclude<PhoneAction, { type: 'reaction' }>;

/** What a customer does, with how it looks until the simulator confirms it. */
export type Act = { action: SpokenAction; content: ChatContent; replyTo?: string };

export type SimulatorHandle = {
  state: SimulatorState;
  /** Shows the message at once and sends it; a failure leaves it on screen to be tried again. */
  act: (customerId: string, act: Act) => void;
  retry: (message: PendingMessage) => void;
};

/** What each message on its way was, to be sent again after a failure. */
const actions = new Map<string, PhoneAction>();

// Not crypto.randomUUID: browsers withhold it from a page opened over plain http by address, as on a phone in the same network.
const newClientId = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

/** The live state of the simulator: a stream that starts with a snapshot, and reconnects by itself. */
export const useSimulator = (): SimulatorHandle => {
  const [state, dispatch] = useReducer(reduceSimulator, initialState);

  useEffect(() => {
    const source = new EventSource(feedAddress);
    let retry: ReturnType<typeof setTimeout> | undefined;
    let current = source;
    const open = (feed: EventSource): void => {
      current = feed;
      feed.onmessage = (message: MessageEvent<string>) => {
        // The feed is our own server's; its shape is the type both sides share.
        dispatch({ type: 'feed', event: JSON.parse(message.data) as FeedEvent });
      };
      feed.onerror = () => {
        dispatch({ type: 'connection', connection: 'lost' });
        // The browser gives up for good after an error answer (the simulator restarting); we do not.
        if (feed.readyState === EventSource.CLOSED)
          retry = setTimeout(() => open(new EventSource(feedAddress)), 1_500);
      };
    };
    open(source);
    return () => {
      clearTimeout(retry);
      current.close();
    };
  }, []);

  const send = useCallback((message: PendingMessage, action: PhoneAction): void => {
    dispatch({ type: 'sending', message });
    actions.set(message.clientId, action);
    sendAction(message.customerId, action)
      .then(() => actions.delete(message.clientId))
      .catch(() => {
        dispatch({ type: 'send-failed', clientId: message.clientId });
      });
  }, []);

  const act = useCallback(
    (customerId: string, { action, content, replyTo }: Act): void => {
      const clientId = newClientId();
      const at = new Date().toISOString();
      const message = {
        clientId,
        customerId,
        at,
        content,
        failed: false,
        ...(replyTo === undefined ? {} : { replyTo }),
      };
      send(message, { ...action, clientId });
    },
    [send],
  );

  const retry = useCallback(
    (message: PendingMessage): void => {
      const action = actions.get(message.clientId);
      if (action) send({ ...message, failed: false, at: new Date().toISOString() }, action);
    },
    [send],
  );

  return { state, act, retry };
};
