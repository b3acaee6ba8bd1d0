import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import { AppError } from '../../../../lib/kernel/app-error';
import { askResetBody } from '../../../../lib/tenancy/schema';
import { resetLimits } from '../../../../lib/web/auth';
import { addressOf, isForeignSite } from '../../../../lib/web/origin';
import { route } from '../../../../lib/web/route';
import { readJson, readShape } from '../../../../lib/web/staff-route';
import { askForReset } from '../../../../lib/workflows/ask-for-reset';

export const runtime = 'nodejs';

/** Asks for a link to choose a new password. Answers alike for everybody's e-mail. */
export const POST = route<object, NextRequest>(async (world, request) => {
  if (isForeignSite(request.headers)) throw new AppError('forbidden', 'Only Neram’s own pages may do this.');
  // The shape's own output.
  const { email } = readShape(askResetBody, await readJson(request), 'body') as z.infer<typeof askResetBody>;
  const address = addressOf(request.headers);
  if (!(await askForReset(world, resetLimits(), { email, address })))
    throw new AppError('too-often', 'Wait a quarter of an hour.');
  return new Response(null, { status: 202 });
});
