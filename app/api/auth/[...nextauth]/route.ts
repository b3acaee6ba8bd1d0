import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { authOptions } from '../../../../lib/web/auth';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own routes: csrf, sign-in callback, session, sign-out. */
const handler = (request: NextRequest, context: Context): Promise<Response> =>
  // Its type is a handler of either router; called with a route handler's arguments it answers a Response.
  NextAuth(request as never, context as never, authOptions()) as Promise<Response>;

export { handler as GET, handler as POST };
