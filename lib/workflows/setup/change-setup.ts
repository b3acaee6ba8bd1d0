import { touchCatalog } from '../../catalog/commands/touch-catalog';
import { loadSetup } from '../../catalog/setup/queries';
import type { Setup } from '../../catalog/setup/schema';
import type { Tx } from '../../db/client';
import { transaction } from '../../db/transaction';
import { publish } from '../../live/publish';
import { recordAudit, type AuditInput } from '../../tenancy/commands/record-audit';
import type { BusinessScope, StaffActor } from '../../tenancy/types';
import type { World } from '../types';

/** Who changes which business's setup. */
export type SetupEditor = {
  world: Pick<World, 'database' | 'clock'>;
  scope: BusinessScope;
  actor: StaffActor;
};

type Changed<T> = { value: T; audit: Omit<AuditInput, 'actor' | 'now'> | null };

/**
 * One change of the setup: one after another for each business (the catalogue's version is the lock), on what stands
 * in the database now, recorded and told. `audit` null: nothing was done.
 */
export function changeSetup<T>(
  { world, scope, actor }: SetupEditor,
  work: (tx: Tx, setup: Setup) => Promise<Changed<T>>,
): Promise<T> {
  return transaction(world.database, async (tx) => {
    await touchCatalog(tx, scope);
    const { value, audit } = await work(tx, await loadSetup(tx, scope));
    if (audit) {
      await recordAudit(tx, scope, { ...audit, actor, now: world.clock.now() });
      await publish(tx, scope, { kind: 'setup', id: audit.subject.id });
    }
    return value;
  });
}
