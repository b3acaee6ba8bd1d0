import { randomBytes } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { Language } from '../kernel/local-text';
import { createAccount } from '../tenancy/commands/account';
import { offerReset } from './reset-password';
import type { World } from './types';

/**
 * Makes an account for somebody who will found a business: the first of an installation that begins without demo data.
 * Returns the secret of a link by which they choose their password, once, within an hour; null when somebody signs in with
 * this e-mail already. Nobody knows the password until then, not even we.
 */
export async function addOwner(
  world: Pick<World, 'database' | 'clock'>,
  input: { email: string; name: string; language: Language },
): Promise<string | null> {
  const email = input.email.trim().toLowerCase();
  const passwordHash = await hash(randomBytes(32).toString('base64url'));
  const made = await createAccount(world.database.prisma, { ...input, email, passwordHash });
  return made === null ? null : offerReset(world, email);
}
