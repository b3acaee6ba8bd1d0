import { findBooking } from '../booking/queries';
import type { LateTold } from '../booking/desk/schema';
import { transaction } from '../db/transaction';
import { toEpochMinute } from '../kernel/time-range';
import { localDateOf } from '../scheduling/zone';
import { recordAudit } from '../tenancy/commands/record-audit';
import type { BusinessScope, StaffActor } from '../tenancy/types';
import { listDayOf } from './load-queue';
import { tellCustomer, toldAs } from './tell-customer';
import type { World } from './types';

/**
 * Tells everybody who is still to come to a doctor or court today that it runs late: each in a transaction of their own,
 * so that one who cannot be told keeps nobody else from hearing of it. Repeating it with the same key tells nobody twice.
 */
export async function tellLate(
  world: World,
  scope: BusinessScope,
  input: { actor: StaffActor; resourceId: string; zone: string; minutes: number; key: string },
): Promise<LateTold> {
  const { actor, resourceId, zone, minutes, key } = input;
  const now = world.clock.now();
  const date = localDateOf(toEpochMinute(now), zone);
  const day = await listDayOf(world.database.prisma, scope, { resourceId, date, zone, now });
  const waiting = day.filter(
    ({ status, endsAt }) => (status === 'confirmed' || status === 'checked-in') && endsAt > now,
  );
  const result: LateTold = { told: 0, untold: [] };
  for (const row of waiting) {
    const how = await transaction(world.database, async (tx) => {
      const booking = await findBooking(tx, scope, row.id);
      if (!booking) return 'no-chat';
      const notice = { kind: 'late', minutes } as const;
      return toldAs(
        await tellCustomer(tx, world, scope, { booking, notice, effectId: `late:${key}:${row.id}` }),
      );
    });
    if (how === 'message') result.told += 1;
    else
      result.untold.push({ reference: row.reference, name: row.attendeeName ?? row.customerName, why: how });
  }
  await recordAudit(world.database.prisma, scope, {
    actor,
    action: 'queue.late',
    subject: { kind: 'resource', id: resourceId },
    after: { minutes, told: result.told, untold: result.untold.length },
    now,
  });
  return result;
}
