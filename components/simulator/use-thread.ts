import { useEffect, useState } from 'react';
import type { ChatMessage, Customer } from '../../lib/simulator/types';
import type { ThreadView } from '../../lib/workflows/load-thread-view';
import { loadThread } from './simulator-client';

/** A turn that says nothing (staff have the chat) ends without a message to see; it has ended by then. */
const quietTurnMs = 1_500;

/** `undefined` until it has been read once. */
export function useThread(
  customer: Customer,
  messages: readonly ChatMessage[],
): ThreadView | null | undefined {
  const [seen, setSeen] = useState<{ of: string; thread: ThreadView | null }>();
  const newest = messages.at(-1)?.id;
  const { id, waId, bsuid } = customer;
  useEffect(() => {
    const leaving = new AbortController();
    const read = (): void => {
      loadThread({ waId, bsuid }, leaving.signal).then(
        (thread) => setSeen({ of: id, thread }),
        // The next message tries again; what is shown stays.
        () => undefined,
      );
    };
    // A reply leaves after its turn is saved: what it shows is there already.
    read();
    const later = setTimeout(read, quietTurnMs);
    return () => {
      clearTimeout(later);
      leaving.abort();
    };
  }, [id, waId, bsuid, newest]);
  return seen?.of === id ? seen.thread : undefined;
}
