import type { NextRequest } from 'next/server';
import { may } from '../../../../../lib/kernel/roles';
import { route } from '../../../../../lib/web/route';
import { actorOf, sessionOf } from '../../../../../lib/web/session';
import { world as webWorld } from '../../../../../lib/web/world';
import { readConsentState, takeConsent } from '../../../../../lib/workflows/calendars/consent';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

/**
 * Where Google sends a member back to after they let us into their calendars, or did not. Only the very person who was
 * sent there, still signed in and allowed, comes back as themselves.
 */
export const GET = route<unknown, NextRequest>(async (world, request) => {
  const query = request.nextUrl.searchParams;
  const to = (path: string): Response =>
    new Response(null, { status: 303, headers: { location: `${world.publicUrl}${path}` } });
  const sent = readConsentState(world, webWorld().secret, query.get('state') ?? '');
  const session = await sessionOf(request.cookies.getAll());
  const membership = session?.memberships.find(({ scope }) => scope.businessId === sent?.businessId);
  if (!session || !membership || session.user.id !== sent?.userId) return to('/welcome');
  const page = `/${membership.slug}/settings/calendars`;
  const code = query.get('code');
  if (!code || !may(membership.role, 'calendar.connect')) return to(`${page}?google=refused`);
  const actor = actorOf({ ...session, membership }, request.headers);
  return to(`${page}?google=${await takeConsent(world, membership.scope, { actor, code })}`);
});
