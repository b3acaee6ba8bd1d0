import type { Tx } from '../../db/client';
import type { BusinessScope } from '../../tenancy/types';
import type { Thread } from '../types';
import { saveTurn, type TurnMessage } from './save-turn';

type Ours = Omit<Extract<TurnMessage, { direction: 'out' }>, 'direction'>;

/** Writes one message of ours into a chat that the caller has locked, and leaves the conversation where it stands. */
export async function saveMessage(
  tx: Tx,
  scope: BusinessScope,
  { thread, message, now }: { thread: Thread; message: Ours; now: Date },
): Promise<void> {
  await saveTurn(tx, scope, {
    channelId: thread.channelId,
    threadId: thread.id,
    firstPosition: thread.nextPosition,
    state: thread.state,
    now,
    messages: [{ direction: 'out', ...message }],
  });
}
