import { transaction } from '../../db/transaction';
import { setKeeping } from '../../operations/commands/keep-data';
import { getKeeping } from '../../operations/queries';
import type { Keeping } from '../../operations/schema';
import { recordAudit } from '../../tenancy/commands/record-audit';
import type { BusinessScope, StaffActor } from '../../tenancy/types';
import type { World } from '../types';

/** Changes how long a business keeps its data, from tonight on. */
export async function saveKeeping(
  { database, clock }: Pick<World, 'database' | 'clock'>,
  scope: BusinessScope,
  input: { actor: StaffActor; keeping: Keeping },
): Promise<void> {
  const { bodiesDays, messagesMonths } = input.keeping;
  await transaction(database, async (tx) => {
    const before = await getKeeping(tx, scope);
    await setKeeping(tx, scope, input.keeping);
    await recordAudit(tx, scope, {
      actor: input.actor,
      action: 'business.data',
      subject: { kind: 'business', id: scope.businessId },
      before: { bodiesDays: before.bodiesDays, messagesMonths: before.messagesMonths },
      after: { bodiesDays, messagesMonths },
      now: clock.now(),
    });
  });
}
