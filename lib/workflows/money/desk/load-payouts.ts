import type { Payouts } from '../../../payments/desk/schema';
import { currentAccount } from '../../../payments/queries';
import type { BusinessScope } from '../../../tenancy/types';
import type { World } from '../../types';

const daysBack = 60;

/**
 * What the gateway has paid out to the business's bank, the newest first, read from it as it is asked for: nothing of ours
 * depends on it. `known` is false where the gateway tells nothing of payouts, `reachable` where it did not answer.
 */
export async function loadPayouts(world: World, scope: BusinessScope): Promise<Payouts> {
  const account = await currentAccount(world.database.prisma, scope);
  const gateway = account && world.gatewayOf(account);
  if (!gateway) return { known: false, reachable: true, payouts: [] };
  const until = world.clock.now();
  const from = new Date(until.getTime() - daysBack * 86_400_000);
  const told = await gateway.listPayouts({ from, until });
  if (!told.ok) return { known: true, reachable: false, payouts: [] };
  if (told.value === null) return { known: false, reachable: true, payouts: [] };
  const payouts = told.value
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() }));
  return { known: true, reachable: true, payouts };
}
