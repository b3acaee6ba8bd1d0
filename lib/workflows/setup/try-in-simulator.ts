import type { Db } from '../../db/client';
import { transaction } from '../../db/transaction';
import { AppError } from '../../kernel/app-error';
import { simulatorNumber, type SimulatorCredentials } from '../../simulator/credentials';
import { recordAudit } from '../../tenancy/commands/record-audit';
import { routeChannelKey } from '../../tenancy/commands/route-channel-key';
import { findChannelByKey } from '../../tenancy/queries';
import type { BusinessScope } from '../../tenancy/types';
import type { SetupEditor } from './change-setup';

/** The address that the simulator's webhooks come to; see scripts/simulator.ts. */
const key = 'demo';

/** For whom the simulator's phones write: this business, another one, or nobody (a real number has its place). */
export type SimulatorLeads = 'here' | 'elsewhere' | 'nowhere';

export async function simulatorLeads(db: Db, scope: BusinessScope): Promise<SimulatorLeads> {
  const channel = await findChannelByKey(db, key);
  if (channel?.provider !== 'simulator') return 'nowhere';
  return channel.scope.businessId === scope.businessId ? 'here' : 'elsewhere';
}

/**
 * From now on (within seconds, channels are kept for two) the simulator's phones write to this business. What they
 * wrote to another one stays there. Throws `conflict` where the simulator has no place.
 */
export function tryInSimulator(
  { world, scope, actor }: SetupEditor,
  given: { credentials: SimulatorCredentials; seal: (plain: string) => string },
): Promise<void> {
  return transaction(world.database, async (tx) => {
    const leads = await simulatorLeads(tx, scope);
    if (leads === 'here') return;
    if (leads === 'nowhere')
      throw new AppError('conflict', 'A real WhatsApp number answers where the simulator would.');
    const credentials = given.seal(JSON.stringify(given.credentials));
    await routeChannelKey(tx, scope, { key, provider: 'simulator', ...simulatorNumber, credentials });
    const subject = { kind: 'business', id: scope.businessId };
    await recordAudit(tx, scope, { actor, action: 'business.simulator', subject, now: world.clock.now() });
  });
}
