import { placeBlock } from '../booking/commands/place-block';
import type { blockedSchema, newBlockSchema } from '../booking/schema';
import { findBlock } from '../booking/queries';
import { transaction } from '../db/transaction';
import type { ResourceId } from '../kernel/ids';
import { publish } from '../live/publish';
import { recordAudit } from '../tenancy/commands/record-audit';
import type { BusinessScope, StaffActor } from '../tenancy/types';
import type { z } from 'zod';
import { listClashes } from './quote-slot';
import type { World } from './types';

/**
 * Takes time of a court or doctor for something that is no booking. Never pushes a booking out: whatever stands in the
 * way is listed and nothing is taken. Repeating it finds the same block.
 */
export function blockTime(
  world: World,
  scope: BusinessScope,
  actor: StaffActor,
  input: z.output<typeof newBlockSchema>,
): Promise<z.input<typeof blockedSchema>> {
  return transaction(world.database, async (tx) => {
    const now = world.clock.now();
    const [startsAt, endsAt] = [new Date(input.startsAt), new Date(input.endsAt)];
    const block = { ...input, resourceId: input.resourceId as ResourceId, startsAt, endsAt };
    const earlier = await findBlock(tx, scope, block);
    if (earlier) return { outcome: 'done', ids: earlier };
    const placed = await placeBlock(tx, scope, { ...block, actor: { kind: 'staff', id: actor.userId }, now });
    if (!placed.ok) {
      const durationMinutes = (endsAt.getTime() - startsAt.getTime()) / 60_000;
      return {
        outcome: 'refused',
        clashes: await listClashes(tx, scope, { ...block, durationMinutes, now }),
      };
    }
    const { ids } = placed.value;
    await recordAudit(tx, scope, {
      actor,
      action: 'time.block',
      subject: { kind: 'resource', id: input.resourceId, label: input.reason },
      after: { startsAt, endsAt, kind: input.kind, reason: input.reason },
      now,
    });
    await publish(tx, scope, { kind: 'bookings' });
    return { outcome: 'done', ids };
  });
}
