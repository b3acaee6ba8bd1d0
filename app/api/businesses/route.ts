import type { NextRequest } from 'next/server';
import { AppError } from '../../../lib/kernel/app-error';
import { newBusinessBody, type NewBusinessInput } from '../../../lib/tenancy/schema';
import { isForeignSite, originOf } from '../../../lib/web/origin';
import { route } from '../../../lib/web/route';
import { mayFound, sessionOf } from '../../../lib/web/session';
import { readJson, readShape } from '../../../lib/web/staff-route';
import { foundBusiness } from '../../../lib/workflows/found-business';

export const runtime = 'nodejs';

/** Founds a business, empty and owned by who asks. */
export const POST = route<object, NextRequest>(async (world, request) => {
  if (isForeignSite(request.headers)) throw new AppError('forbidden', 'Only Neram’s own pages may do this.');
  const session = await sessionOf(request.cookies.getAll());
  if (!session) throw new AppError('unauthenticated', 'Sign in first.');
  if (!mayFound(session)) throw new AppError('forbidden', 'Only an owner adds a business.');
  // The shape's own output.
  const input = readShape(newBusinessBody, await readJson(request), 'body') as NewBusinessInput;
  const from = originOf(request.headers);
  await foundBusiness(world, input, { user: session.user, from });
  return Response.json({ slug: input.slug }, { status: 201 });
});
