import { noteChange } from '../../mirrors/commands/links';
import { scopeOf } from '../../tenancy/scope';
import { readLinkToken } from '../../vault/link-token';
import type { World } from '../types';

/**
 * Takes Google's word that something has changed in a linked calendar: it is read at the next look. `token` is the one we
 * gave the channel; false for one that is not ours. A channel of before, and a repeated notice, change nothing.
 */
export async function receiveNotice(world: World, secret: string, token: string): Promise<boolean> {
  const [kind, businessId, linkId, watchId] = readLinkToken(secret, token) ?? [];
  if (kind !== 'g' || !businessId || !linkId || !watchId) return false;
  await noteChange(world.database.prisma, scopeOf(businessId), {
    id: linkId,
    watchId,
    now: world.clock.now(),
  });
  return true;
}
