import type { NextRequest } from 'next/server';
import { AppError } from '../../../lib/kernel/app-error';
import { joinBody, type JoinInput } from '../../../lib/tenancy/schema';
import { isForeignSite, originOf } from '../../../lib/web/origin';
import { route } from '../../../lib/web/route';
import { sessionOf } from '../../../lib/web/session';
import { sessionCookie } from '../../../lib/web/session-cookie';
import { readJson, readShape } from '../../../lib/web/staff-route';
import { joinBusiness } from '../../../lib/workflows/join-business';

export const runtime = 'nodejs';

/** Accepts an invitation: as who is signed in, or with a new account, which is signed in at once. */
export const POST = route<object, NextRequest>(async (world, request) => {
  if (isForeignSite(request.headers)) throw new AppError('forbidden', 'Only Neram’s own pages may do this.');
  // The shape's own output.
  const input = readShape(joinBody, await readJson(request), 'body') as JoinInput;
  const session = await sessionOf(request.cookies.getAll());
  const from = originOf(request.headers);
  const done = await joinBusiness(world, { ...input, signedIn: session?.user ?? null, from });
  if (!done.ok) {
    const paths: Record<string, string> = { 'email-known': 'email', 'same-as-email': 'password' };
    throw new AppError('conflict', 'The invitation cannot be accepted like this.', [
      { path: paths[done.reason] ?? 'token', message: done.reason },
    ]);
  }
  const cookie = session ? null : await sessionCookie(done.value);
  return new Response(null, { status: 204, ...(cookie && { headers: { 'set-cookie': cookie } }) });
});
