import { getToken, type JWT } from 'next-auth/jwt';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { may, type Permission } from '../kernel/roles';
import { findStaffUser, listMemberships } from '../tenancy/queries';
import type { Membership, StaffActor, StaffUser } from '../tenancy/types';
import { secureCookies, sessionKey } from './auth';
import { originOf } from './origin';
import { world } from './world';

/** Somebody signed in, with the businesses they belong to. */
export type Session = { user: StaffUser; memberships: Membership[] };

/** Somebody signed in, acting in one of their businesses. */
export type StaffSession = { user: StaffUser; memberships: Membership[]; membership: Membership };

type Cookie = { name: string; value: string };

const claims = z.object({ sub: z.uuid(), version: z.number().int() });

/**
 * Who a request's cookies sign in, looked up anew each time: a changed role, a removed member and "sign out
 * everywhere" count at once. Null for nobody.
 */
export async function sessionOf(jar: readonly Cookie[]): Promise<Session | null> {
  const request = { cookies: Object.fromEntries(jar.map(({ name, value }) => [name, value])), headers: {} };
  const token = await getToken({
    // It reads these two properties and nothing else of a request. Source: next-auth 4, jwt/index.
    req: request as unknown as Parameters<typeof getToken>[0]['req'],
    secret: sessionKey(),
    secureCookie: secureCookies(),
  });
  return token && sessionWith(token);
}

async function sessionWith(token: JWT): Promise<Session | null> {
  const claimed = claims.safeParse(token);
  if (!claimed.success) return null;
  const { prisma } = world().database;
  const [user, memberships] = await Promise.all([
    findStaffUser(prisma, claimed.data.sub),
    listMemberships(prisma, claimed.data.sub),
  ]);
  return user && user.sessionVersion === claimed.data.version ? { user, memberships } : null;
}

/** Whoever owns a business may add another one: an installation is opened to strangers by nobody else. */
export const mayFound = ({ memberships }: Session): boolean =>
  memberships.some((one) => one.role === 'owner');

/** The page's session, read once a request; null for nobody. */
export const loadSession = cache(async (): Promise<Session | null> => sessionOf((await cookies()).getAll()));

/**
 * The gate of a business's pages. Nobody signed in: to the sign-in page and back here afterwards. A business that is
 * not theirs and one that does not exist are the same "not found".
 */
export const loadStaff = cache(async (slug: string): Promise<StaffSession> => {
  const session = await loadSession();
  if (!session) {
    const path = (await headers()).get('x-neram-path') ?? `/${slug}/calendar`;
    redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  }
  const membership = session.memberships.find((one) => one.slug === slug);
  if (!membership) notFound();
  return { ...session, membership };
});

/** The gate of a page that not every role may see; null where theirs may not, for the page to say so. */
export async function loadPermitted(slug: string, permission: Permission): Promise<StaffSession | null> {
  const staff = await loadStaff(slug);
  return may(staff.membership.role, permission) ? staff : null;
}

/** Who acts, for histories and the audit log. */
export const actorOf = ({ user, membership }: StaffSession, requestHeaders: Headers): StaffActor => ({
  userId: user.id,
  name: user.name,
  role: membership.role,
  ...originOf(requestHeaders),
});
