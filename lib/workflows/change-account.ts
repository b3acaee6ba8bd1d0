import { hash, verify } from '@node-rs/argon2';
import type { Db } from '../db/client';
import { transaction } from '../db/transaction';
import { AppError } from '../kernel/app-error';
import type { Language } from '../kernel/local-text';
import { phoneOfTyped } from '../kernel/phone';
import { fail, ok, type Result } from '../kernel/result';
import {
  changeAccount as storeAccount,
  confirmSecondFactor as storeFactor,
  endSessions as end,
  findOfferedFactor,
  offerSecondFactor as storeOffer,
  removeSecondFactor as dropFactor,
  storePassword,
} from '../tenancy/commands/account';
import { recordAudit } from '../tenancy/commands/record-audit';
import { findCredentials } from '../tenancy/commands/sign-in-state';
import type { Account } from '../tenancy/schema';
import { getAccount } from '../tenancy/sql/people';
import type { BusinessScope, StaffActor, StaffUser } from '../tenancy/types';
import { checkTotp, digestOf, newRecoveryCode, newTotpSecret, totpAddress } from '../vault/one-time-code';
import type { SignInLimits } from './sign-in-limits';
import type { World } from './types';

/** Seals and opens what is kept of a second factor; limits guessing of the password by whoever holds a session. */
export type AccountDesk = Pick<World, 'database' | 'clock'> & {
  seal: (plain: string) => string;
  unseal: (sealed: string) => string;
  limits: SignInLimits;
};

/** Whose account, and in which business it is written down. */
export type Own = { user: StaffUser; scope: BusinessScope; actor: StaffActor };

export type PasswordRefusal =
  { reason: 'wrong' } | { reason: 'too-often' } | { reason: 'same-as-email' } | { reason: 'same-as-old' };

const note = (world: AccountDesk, own: Own, action: string) => ({
  actor: own.actor,
  action,
  subject: { kind: 'person', id: own.user.id, label: own.user.name },
  now: world.clock.now(),
});

/** The password is asked for again where a left-open screen must not do. Wrong ones count as failed sign-ins. */
async function checkPassword(
  world: AccountDesk,
  { user, actor }: Own,
  password: string,
): Promise<'wrong' | 'too-often' | null> {
  if ((await world.limits.waitSeconds(user.email, actor.address)) > 0) return 'too-often';
  const found = await findCredentials(world.database.prisma, user.email);
  if (found && (await verify(found.passwordHash, password).catch(() => false))) return null;
  await world.limits.countFailure(user.email, actor.address);
  return 'wrong';
}

/**
 * A new password, which ends all sessions; gives the number that this one must carry to go on. Neither the old
 * password nor the e-mail will do.
 */
export async function changePassword(
  world: AccountDesk,
  own: Own,
  input: { old: string; password: string },
): Promise<Result<number, PasswordRefusal>> {
  const { old, password } = input;
  const refused = await checkPassword(world, own, old);
  if (refused) return fail({ reason: refused });
  if (password === old) return fail({ reason: 'same-as-old' });
  if (password.trim().toLowerCase() === own.user.email) return fail({ reason: 'same-as-email' });
  const passwordHash = await hash(password);
  return transaction(world.database, async (tx) => {
    const version = await storePassword(tx, own.user.id, passwordHash);
    await recordAudit(tx, own.scope, note(world, own, 'account.password'));
    return ok(version);
  });
}

/** Name, language and telephone of one’s own account. */
export async function changeAccount(
  world: AccountDesk,
  own: Own,
  { phone: typed, ...rest }: { name: string; language: Language; phone: string },
): Promise<void> {
  const phone = typed === '' ? null : phoneOfTyped(typed);
  if (phone === null && typed !== '')
    throw new AppError('invalid', 'This is no telephone number.', [
      { path: 'phone', message: 'phone-wrong' },
    ]);
  const change = { ...rest, phone };
  await transaction(world.database, async (tx) => {
    await storeAccount(tx, own.user.id, change);
    const { name, language } = own.user;
    const entry = { ...note(world, own, 'account.change'), before: { name, language }, after: change };
    await recordAudit(tx, own.scope, entry);
  });
}

/** Signs out everywhere, here as well. */
export async function endSessions(world: AccountDesk, own: Own): Promise<void> {
  await transaction(world.database, async (tx) => {
    await end(tx, own.user.id);
    await recordAudit(tx, own.scope, note(world, own, 'account.sign-out-everywhere'));
  });
}

/** A key for an authenticator app; it counts for nothing until a code of it is shown. Null: there is one already. */
export async function offerSecondFactor(
  world: AccountDesk,
  { user }: Own,
): Promise<{ secret: string; address: string } | null> {
  const secret = newTotpSecret();
  const kept = await storeOffer(world.database.prisma, user.id, world.seal(secret));
  return kept ? { secret, address: totpAddress(secret, user.email) } : null;
}

const recoveryCount = 10;

/** The app shows the right code: from now on it is asked for. Gives the recovery codes, which are shown this once. */
export async function confirmSecondFactor(
  world: AccountDesk,
  own: Own,
  code: string,
): Promise<Result<string[], { reason: 'code-wrong' }>> {
  const { user, scope } = own;
  const now = world.clock.now();
  return transaction(world.database, async (tx) => {
    const sealed = await findOfferedFactor(tx, user.id);
    const step = sealed === null ? null : checkTotp(world.unseal(sealed), code, { now, lastStep: null });
    if (step === null) return fail({ reason: 'code-wrong' });
    const codes = Array.from({ length: recoveryCount }, newRecoveryCode);
    await storeFactor(tx, user.id, { step, recoveryHashes: codes.map(digestOf), now });
    await recordAudit(tx, scope, note(world, own, 'account.second-factor-on'));
    return ok(codes);
  });
}

/** The second factor goes; the password is asked for. */
export async function removeSecondFactor(
  world: AccountDesk,
  own: Own,
  password: string,
): Promise<Result<null, { reason: 'wrong' } | { reason: 'too-often' }>> {
  const refused = await checkPassword(world, own, password);
  if (refused) return fail({ reason: refused });
  return transaction(world.database, async (tx) => {
    await dropFactor(tx, own.user.id);
    await recordAudit(tx, own.scope, note(world, own, 'account.second-factor-off'));
    return ok(null);
  });
}

/** Somebody's own account, as its page shows it. */
export const loadAccount = (db: Db, userId: string): Promise<Account> => getAccount(db, userId);
