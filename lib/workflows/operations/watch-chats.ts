import { transaction } from '../../db/transaction';
import type { BusinessId } from '../../kernel/ids';
import { publish } from '../../live/publish';
import { flagUnanswered, unflagAnswered } from '../../operations/commands/flag-unanswered';
import type { World } from '../types';

/** Who has heard nothing for so long counts as forgotten. Everything that is tried again by itself is faster. */
const patienceMs = 10 * 60_000;

/** Shows staff the chats whose customer has had no answer, and takes back those that have theirs by now. Every minute. */
export async function watchChats({ database, clock }: Pick<World, 'database' | 'clock'>): Promise<void> {
  const now = clock.now();
  await transaction(database, async (tx) => {
    const answered = await unflagAnswered(tx);
    const flagged = await flagUnanswered(tx, { now, before: new Date(now.getTime() - patienceMs) });
    for (const { businessId, id } of [...answered, ...flagged])
      await publish(tx, { businessId: businessId as BusinessId }, { kind: 'chats', id });
  });
}
