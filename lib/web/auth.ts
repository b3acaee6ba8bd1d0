import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { createHmac } from 'node:crypto';
import { readEnv, tellNextAuth } from '../env';
import { unseal } from '../vault/seal';
import { openResetLimits, type ResetLimits } from '../workflows/reset-limits';
import { signIn } from '../workflows/sign-in';
import { openSignInLimits, type SignInLimits } from '../workflows/sign-in-limits';
import { addressOf } from './origin';
import { world } from './world';

/** A month on a desk's own device; every request checks that the session still counts. */
export const sessionSeconds = 30 * 86_400;

/** Signs sessions: its own key, so that a leaked session key opens no stored credential. */
export const sessionKey = (): string =>
  createHmac('sha256', world().secret).update('neram session').digest('hex');

/** Cookies go over https alone where the public address is https. */
export const secureCookies = (): boolean => readEnv().publicUrl.startsWith('https:');

type Limits = { neramSignInLimits?: SignInLimits; neramResetLimits?: ResetLimits };

// One of each per process: each sweeps its own old counts by a timer.
const holder = globalThis as typeof globalThis & Limits;

/** The limits of this web process's database. */
export const signInLimits = (): SignInLimits =>
  (holder.neramSignInLimits ??= openSignInLimits(world().database));

export const resetLimits = (): ResetLimits => (holder.neramResetLimits ??= openResetLimits(world().database));

/** Sign-in by e-mail, password and, where set up, a code. The reason of a refusal travels as the error's text. */
export function authOptions(): NextAuthOptions {
  tellNextAuth(readEnv());
  return {
    secret: sessionKey(),
    useSecureCookies: secureCookies(),
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {}, code: {} },
        async authorize(given, request) {
          const { database, clock, secret } = world();
          const outcome = await signIn(
            { database, clock, unseal: (sealed) => unseal(sealed, secret) },
            signInLimits(),
            {
              email: given?.email ?? '',
              password: given?.password ?? '',
              code: given?.code ?? '',
              address: addressOf(new Headers(request.headers as Record<string, string>)),
            },
          );
          if (!outcome.ok)
            throw new Error(
              outcome.reason === 'too-often' ? `too-often:${String(outcome.waitSeconds)}` : outcome.reason,
            );
          const { id, email, name, sessionVersion } = outcome.value;
          return { id, email, name, sessionVersion };
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        return { ...token, ...('sessionVersion' in user && { version: user.sessionVersion }) };
      },
    },
  };
}
