import { AppError } from '../../kernel/app-error';
import type { BusinessScope, StaffActor } from '../../tenancy/types';
import { readLinkToken } from '../../vault/link-token';
import type { World } from '../types';
import { connectAccount } from './connect-calendar';

/** So long somebody may take at Google's pages. */
const validMs = 30 * 60_000;

/** Where a member goes to let us into their Google calendars. Throws `conflict` where we are not registered there. */
export function askConsent(world: World, scope: BusinessScope, userId: string): string {
  if (!world.calendars.consent)
    throw new AppError('conflict', 'Signing in at Google is not set up here. Use a service account.');
  const until = String(world.clock.now().getTime() + validMs);
  return world.calendars.consent.address(world.signLink(['o', scope.businessId, userId, until]));
}

/** Who was sent to Google with this state, and for which business; null for a state that is not ours or too old. */
export function readConsentState(
  world: World,
  secret: string,
  state: string,
): { businessId: string; userId: string } | null {
  const [kind, businessId, userId, until] = readLinkToken(secret, state) ?? [];
  if (kind !== 'o' || !businessId || !userId || !(Number(until) > world.clock.now().getTime())) return null;
  return { businessId, userId };
}

/** Connects the account of whoever came back from Google; a refusal is told as its reason. */
export async function takeConsent(
  world: World,
  scope: BusinessScope,
  { actor, code }: { actor: StaffActor; code: string },
): Promise<'connected' | 'no-access' | 'failed'> {
  const granted = await world.calendars.consent?.redeem(code);
  if (!granted?.ok) {
    world.log.warn({ detail: granted?.detail }, 'a consent at Google came to nothing');
    return granted?.reason === 'no-access' ? 'no-access' : 'failed';
  }
  await connectAccount({ world, scope, actor }, granted.value);
  return 'connected';
}
