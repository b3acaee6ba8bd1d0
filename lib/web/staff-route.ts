import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import { AppError } from '../kernel/app-error';
import type { Language } from '../kernel/local-text';
import { preferenceCookies } from '../kernel/preferences';
import { may, type Permission } from '../kernel/roles';
import type { BusinessScope, Membership, StaffActor, StaffUser } from '../tenancy/types';
import { isForeignSite } from './origin';
import { languageOf } from './preferences';
import { readBody } from './read-body';
import { route } from './route';
import { actorOf, sessionOf } from './session';
import type { world } from './world';

type Shape = z.ZodType | undefined;
type Out<S extends Shape> = S extends z.ZodType ? z.output<S> : undefined;

/** What one route of the dashboard takes and gives; the OpenAPI file is made from these. */
export type RouteDefinition<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends Shape = Shape,
  Answer extends Shape = Shape,
> = {
  permission: Permission;
  /** One sentence for the reader of the API's description. */
  summary: string;
  /** Of the address, beside `business`. */
  params?: Params;
  query?: Query;
  body?: Body;
  /** Absent: the handler answers with a Response of its own (a file, a stream), or with nothing (204). */
  answer?: Answer;
};

export type StaffRequest<Params extends Shape, Query extends Shape, Body extends Shape> = {
  world: ReturnType<typeof world>;
  scope: BusinessScope;
  user: StaffUser;
  membership: Membership;
  actor: StaffActor;
  /** In which they read the pages, and so their files. */
  language: Language;
  params: Out<Params>;
  query: Out<Query>;
  body: Out<Body>;
  request: NextRequest;
};

type Context = { params: Promise<Record<string, string>> };

export type StaffRoute = ((request: NextRequest, context: Context) => Promise<Response>) & {
  definition: RouteDefinition;
};

/** Photos are the largest thing that staff send. */
const maxBodyBytes = 6 * 1024 * 1024;

/**
 * A route of one business's dashboard, under /api/businesses/{business}: session, membership, permission, then the
 * shapes of what comes in, then the handler, whose answer passes through its schema too.
 * 401 nobody signed in · 404 not a business of theirs · 403 not for their role or from another site · 400 bad input
 * with the fields named.
 */
export function staffRoute<
  Params extends Shape = undefined,
  Query extends Shape = undefined,
  Body extends Shape = undefined,
  Answer extends Shape = undefined,
>(
  definition: RouteDefinition<Params, Query, Body, Answer>,
  handler: (
    input: StaffRequest<Params, Query, Body>,
  ) => Promise<Answer extends z.ZodType ? z.input<Answer> : Response | undefined>,
): StaffRoute {
  const serve = route<Context, NextRequest>(async (opened, request, context) => {
    if (isForeignSite(request.headers))
      throw new AppError('forbidden', 'Only Neram’s own pages may do this.');
    const session = await sessionOf(request.cookies.getAll());
    if (!session) throw new AppError('unauthenticated', 'Sign in first.');
    const { business, ...params } = await context.params;
    const membership = session.memberships.find((one) => one.slug === business);
    if (!membership) throw new AppError('not-found', 'There is nothing here.');
    if (!may(membership.role, definition.permission))
      throw new AppError('forbidden', 'Your role does not allow this. Ask the owner.');
    const found = await handler({
      // The web process's own world; `route` passes it typed as any world.
      world: opened as ReturnType<typeof world>,
      scope: membership.scope,
      user: session.user,
      membership,
      actor: actorOf({ ...session, membership }, request.headers),
      language: languageOf(
        request.cookies.get(preferenceCookies.language)?.value,
        request.headers.get('accept-language'),
      ),
      params: readShape(definition.params, params, 'address') as Out<Params>,
      query: readShape(
        definition.query,
        Object.fromEntries(request.nextUrl.searchParams),
        'address',
      ) as Out<Query>,
      body: (definition.body
        ? readShape(definition.body, await readJson(request), 'body')
        : undefined) as Out<Body>,
      request,
    });
    if (found instanceof Response) return found;
    if (found === undefined) return new Response(null, { status: 204 });
    const answer = definition.answer?.parse(found) ?? found;
    return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
  });
  return Object.assign(serve, { definition: definition });
}

export async function readJson(request: NextRequest): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\b/i.test(type))
    throw new AppError('invalid', 'The body must be application/json.');
  const bytes = await readBody(request, maxBodyBytes);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new AppError('invalid', 'The body is not JSON.');
  }
}

export function readShape(shape: Shape, given: unknown, where: string): unknown {
  if (!shape) return undefined;
  const read = shape.safeParse(given);
  if (read.success) return read.data;
  const fields = read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new AppError('invalid', `Some fields of the ${where} need another value.`, fields);
}
