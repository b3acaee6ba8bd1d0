import { encode } from 'next-auth/jwt';
import type { StaffUser } from '../tenancy/types';
import { secureCookies, sessionKey, sessionSeconds } from './auth';

/** The name under which next-auth keeps its session. Source: next-auth 4, core/lib/cookie. */
const cookieName = (): string =>
  secureCookies() ? '__Secure-next-auth.session-token' : 'next-auth.session-token';

/** A `set-cookie` that signs a person in on this device, as signing in by hand would. */
export async function sessionCookie(user: Pick<StaffUser, 'id' | 'name' | 'email' | 'sessionVersion'>) {
  const { id, name, email, sessionVersion } = user;
  const token = await encode({
    token: { sub: id, name, email, version: sessionVersion },
    secret: sessionKey(),
    maxAge: sessionSeconds,
  });
  const secure = secureCookies() ? '; Secure' : '';
  return `${cookieName()}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${String(sessionSeconds)}${secure}`;
}
