import { callWaiting } from '../booking/commands/call-waiting';
import { liftBlock } from '../booking/commands/lift-block';
import { listBlocksById } from '../booking/queries';
import { transaction } from '../db/transaction';
import { AppError } from '../kernel/app-error';
import { publish } from '../live/publish';
import { recordAudit } from '../tenancy/commands/record-audit';
import type { BusinessScope, StaffActor } from '../tenancy/types';
import type { World } from './types';

/**
 * Gives blocked time back and asks those who wait for it. Repeating it lifts nothing more. Throws `not-found` for
 * blocks of another calendar than `within`.
 */
export function liftBlockTime(
  world: World,
  scope: BusinessScope,
  actor: StaffActor,
  input: { ids: readonly string[]; within: string | null },
): Promise<void> {
  return transaction(world.database, async (tx) => {
    const now = world.clock.now();
    const blocks = await listBlocksById(tx, scope, input.ids);
    const [first] = blocks;
    if (!first || blocks.some((one) => input.within !== null && one.resourceId !== input.within))
      throw new AppError('not-found', 'There is no such block.');
    const lifted = await liftBlock(tx, scope, {
      ids: blocks.map((one) => one.id),
      actor: { kind: 'staff', id: actor.userId },
      now,
      reason: 'lifted at the desk',
    });
    if (lifted === 0) return;
    await callWaiting(tx, scope, blocks);
    await recordAudit(tx, scope, {
      actor,
      action: 'time.lift',
      subject: { kind: 'resource', id: first.resourceId, label: first.reason },
      before: { startsAt: first.startsAt, endsAt: first.endsAt, reason: first.reason },
      now,
    });
    await publish(tx, scope, { kind: 'bookings' });
  });
}
