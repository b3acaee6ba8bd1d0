import { transaction } from '../db/transaction';
import { AppError } from '../kernel/app-error';
import { publish } from '../live/publish';
import { recordAudit } from '../tenancy/commands/record-audit';
import type { BusinessScope, StaffActor } from '../tenancy/types';
import {
  addQuickReply,
  changeQuickReply,
  findQuickReply,
  removeQuickReply,
} from '../threads/commands/quick-replies';
import type { QuickReplyInput } from '../threads/schema';
import type { World } from './types';

/** Adds a quick reply (`id` null), changes one, or takes one away (`input` null). Throws not-found. */
export async function changeQuickReplies(
  world: Pick<World, 'database' | 'clock'>,
  scope: BusinessScope,
  change: { actor: StaffActor } & (
    { id: null; input: QuickReplyInput } | { id: string; input: QuickReplyInput | null }
  ),
): Promise<void> {
  const { actor, input } = change;
  await transaction(world.database, async (tx) => {
    const before = change.id === null ? null : await findQuickReply(tx, scope, change.id);
    if (change.id !== null && !before) throw new AppError('not-found', 'There is no such quick reply.');
    const id = change.id ?? (await addQuickReply(tx, scope, change.input));
    if (change.id !== null && input) await changeQuickReply(tx, scope, id, input);
    if (!input) await removeQuickReply(tx, scope, id);
    await recordAudit(tx, scope, {
      actor,
      action: before ? (input ? 'quick-reply.change' : 'quick-reply.remove') : 'quick-reply.add',
      subject: { kind: 'quick-reply', id, label: input?.title ?? before?.title ?? '' },
      before,
      after: input,
      now: world.clock.now(),
    });
    await publish(tx, scope, { kind: 'setup', id });
  });
}
