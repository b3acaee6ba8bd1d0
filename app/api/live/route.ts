import type { NextRequest } from 'next/server';
import { AppError } from '../../../lib/kernel/app-error';
import { liveStream } from '../../../lib/web/live-stream';
import { route } from '../../../lib/web/route';
import { sessionOf } from '../../../lib/web/session';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

/** Server-sent events: what changes in the business, named by `?business=`, or the first of the signed-in person's. */
export const GET = route<object, NextRequest>(async (_world, request) => {
  const { cookies, nextUrl } = request;
  const session = await sessionOf(cookies.getAll());
  if (!session) throw new AppError('unauthenticated', 'Sign in first.');
  const slug = nextUrl.searchParams.get('business');
  const membership = session.memberships.find((one) => slug === null || one.slug === slug);
  if (!membership) throw new AppError('not-found', 'There is nothing here.');
  return liveStream(membership.scope.businessId, request.signal);
});
