import type { World } from '../workflows/types';
import { AppError } from '../kernel/app-error';
import { faultProblem, problem } from './problem';
import { world } from './world';

/**
 * Wraps a route handler: gives it the world, and turns what it throws into problem details. A bug or an outage
 * is logged once, here.
 */
export const route =
  <Context, Incoming extends Request = Request>(
    handler: (world: World, request: Incoming, context: Context) => Promise<Response> | Response,
  ) =>
  async (request: Incoming, context: Context): Promise<Response> => {
    try {
      return await handler(world(), request, context);
    } catch (error) {
      if (error instanceof AppError) return problem(error);
      world().log.error({ err: error, path: new URL(request.url).pathname }, 'a request failed');
      return faultProblem();
    }
  };
