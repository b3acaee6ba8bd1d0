import { hash, verify } from '@node-rs/argon2';
import { fail, ok, type Result } from '../kernel/result';
import {
  findCredentials,
  useRecoveryCode,
  useTotpStep,
  type Credentials,
} from '../tenancy/commands/sign-in-state';
import { findStaffUser } from '../tenancy/queries';
import type { StaffUser } from '../tenancy/types';
import { checkTotp, digestOf } from '../vault/one-time-code';
import type { SignInLimits } from './sign-in-limits';
import type { World } from './types';

export type SignInFailure =
  | { reason: 'wrong' }
  /** The password is right; a code of the second factor is wanted. */
  | { reason: 'code-wanted' }
  | { reason: 'code-wrong' }
  | { reason: 'too-often'; waitSeconds: number };

export type SignInAttempt = { email: string; password: string; code: string; address: string };

/** Checked where nobody has the address, so that its absence does not show in the time an answer takes. */
let decoy: Promise<string> | undefined;

/**
 * Checks a password, and the second factor where one is set up. Failures are counted by account and by address
 * before they are told; a right password without a code counts as none. Unknown address and wrong password are the
 * same answer.
 */
export async function signIn(
  world: Pick<World, 'database' | 'clock'> & { unseal: (sealed: string) => string },
  limits: SignInLimits,
  attempt: SignInAttempt,
): Promise<Result<StaffUser, SignInFailure>> {
  const account = attempt.email.trim().toLowerCase();
  const { address } = attempt;
  const waitSeconds = await limits.waitSeconds(account, address);
  if (waitSeconds > 0) return fail({ reason: 'too-often', waitSeconds });

  const { prisma } = world.database;
  const found = await findCredentials(prisma, account);
  const wanted = found?.passwordHash ?? (await (decoy ??= hash('nobody has this password')));
  const right = await verify(wanted, attempt.password).catch(() => false);
  if (!found || !right) {
    await limits.countFailure(account, address);
    return fail({ reason: 'wrong' });
  }
  if (found.totpSecret !== null) {
    if (attempt.code.trim() === '') return fail({ reason: 'code-wanted' });
    if (!(await passesSecondFactor(world, found, found.totpSecret, attempt.code))) {
      await limits.countFailure(account, address);
      return fail({ reason: 'code-wrong' });
    }
  }
  await limits.forget(account);
  const user = await findStaffUser(prisma, found.userId);
  return user ? ok(user) : fail({ reason: 'wrong' });
}

async function passesSecondFactor(
  world: Parameters<typeof signIn>[0],
  found: Credentials,
  sealed: string,
  code: string,
): Promise<boolean> {
  const { prisma } = world.database;
  const options = { now: world.clock.now(), lastStep: found.totpLastStep };
  const step = checkTotp(world.unseal(sealed), code, options);
  if (step !== null) return useTotpStep(prisma, found.userId, step);
  return useRecoveryCode(prisma, found.userId, digestOf(code));
}
