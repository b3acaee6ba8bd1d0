import { hash, verify } from '@node-rs/argon2';
import { transaction } from '../db/transaction';
import { fail, ok, type Result } from '../kernel/result';
import { addReset, findReset, storePassword, useReset } from '../tenancy/commands/account';
import { findCredentials } from '../tenancy/commands/sign-in-state';
import { digestOf } from '../vault/one-time-code';
import { newLinkSecret } from './manage-people';
import type { World } from './types';

type Desk = Pick<World, 'database' | 'clock'>;

const resetMs = 60 * 60_000;

/** A link's secret by which the account's password can be chosen anew within an hour, once; null for an unknown e-mail. */
export async function offerReset(world: Desk, email: string): Promise<string | null> {
  const { prisma } = world.database;
  const found = await findCredentials(prisma, email);
  if (!found) return null;
  const secret = newLinkSecret();
  const now = world.clock.now();
  const expiresAt = new Date(now.getTime() + resetMs);
  await addReset(prisma, { userId: found.userId, tokenHash: digestOf(secret), now, expiresAt });
  return secret;
}

/** Whether a link can still be used. */
export const isResetOpen = async (world: Desk, token: string): Promise<boolean> =>
  (await findReset(world.database.prisma, { tokenHash: digestOf(token), now: world.clock.now() })) !== null;

/** The new password counts at once and every session ends. The link works once. */
export async function resetPassword(
  world: Desk,
  input: { token: string; password: string },
): Promise<Result<null, { reason: 'link-used' } | { reason: 'same-as-email' } | { reason: 'same-as-old' }>> {
  const link = { tokenHash: digestOf(input.token), now: world.clock.now() };
  const found = await findReset(world.database.prisma, link);
  if (!found) return fail({ reason: 'link-used' });
  if (input.password.trim().toLowerCase() === found.email) return fail({ reason: 'same-as-email' });
  const known = await findCredentials(world.database.prisma, found.email);
  if (known && (await verify(known.passwordHash, input.password).catch(() => false)))
    return fail({ reason: 'same-as-old' });
  const passwordHash = await hash(input.password);
  return transaction(world.database, async (tx) => {
    if (!(await useReset(tx, link))) return fail({ reason: 'link-used' });
    await storePassword(tx, found.userId, passwordHash);
    return ok(null);
  });
}
