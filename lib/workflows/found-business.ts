import { createBusiness } from '../catalog/commands/create-business';
import { transaction } from '../db/transaction';
import { addMembership } from '../tenancy/commands/add-member';
import { recordAudit } from '../tenancy/commands/record-audit';
import type { NewBusinessInput } from '../tenancy/schema';
import type { StaffActor, StaffUser } from '../tenancy/types';
import { inLanguage } from '../kernel/local-text';
import type { World } from './types';

/**
 * Founds an empty business whose owner is the person who asks. Throws `conflict` when its address is taken. A business
 * found by others is no secret: the address is public.
 */
export function foundBusiness(
  world: Pick<World, 'database' | 'clock'>,
  input: NewBusinessInput,
  by: { user: StaffUser; from: Pick<StaffActor, 'address' | 'agent'> },
): Promise<void> {
  return transaction(world.database, async (tx) => {
    const scope = await createBusiness(tx, {
      ...input,
      wording: {},
      phone: null,
      latitude: null,
      longitude: null,
      staffIdleMinutes: 60,
    });
    await addMembership(tx, scope, by.user.id, 'owner');
    const actor = { userId: by.user.id, name: by.user.name, role: 'owner' as const, ...by.from };
    const subject = { kind: 'business', id: scope.businessId, label: inLanguage(input.name, 'en') };
    await recordAudit(tx, scope, { actor, action: 'business.add', subject, now: world.clock.now() });
  });
}
