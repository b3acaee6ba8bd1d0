import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import { AppError } from '../../../lib/kernel/app-error';
import { resetBody } from '../../../lib/tenancy/schema';
import { isForeignSite } from '../../../lib/web/origin';
import { route } from '../../../lib/web/route';
import { readJson, readShape } from '../../../lib/web/staff-route';
import { resetPassword } from '../../../lib/workflows/reset-password';

export const runtime = 'nodejs';

/** Chooses a new password by a link. */
export const POST = route<object, NextRequest>(async (world, request) => {
  if (isForeignSite(request.headers)) throw new AppError('forbidden', 'Only Neram’s own pages may do this.');
  // The shape's own output.
  const input = readShape(resetBody, await readJson(request), 'body') as z.infer<typeof resetBody>;
  const done = await resetPassword(world, input);
  if (done.ok) return new Response(null, { status: 204 });
  const path = done.reason === 'link-used' ? 'token' : 'password';
  throw new AppError('invalid', 'The password was not changed.', [{ path, message: done.reason }]);
});
