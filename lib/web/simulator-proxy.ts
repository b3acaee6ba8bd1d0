import { readEnv } from '../env';
import { AppError } from '../kernel/app-error';
import { isForeignSite } from './origin';
import { faultProblem, problem } from './problem';

/** Where the simulator listens, or null when it is switched off. */
export const simulatorUrl = (): string | null => {
  const env = readEnv();
  if (!env.simulator) return null;
  return env.NERAM_SIMULATOR_URL ?? `http://127.0.0.1:${String(env.NERAM_SIMULATOR_PORT ?? env.PORT + 1)}`;
};

const maxBodyBytes = 128 * 1024;

const switchedOff = (): Response => problem(new AppError('not-found', 'The simulator is switched off.'));
const notThePage = (): Response => problem(new AppError('forbidden', 'Only the simulator page may do this.'));

/** The answer to a request that is not the simulator page's own: 404 while it is off, 403 to other sites; else null. */
export function refusedBySimulator(request: Request, base: string | null = simulatorUrl()): Response | null {
  if (base === null) return switchedOff();
  return isForeignSite(request.headers) ? notThePage() : null;
}

const readSmallBody = async (request: Request): Promise<string | null> => {
  if (request.method === 'GET') return null;
  const body = await request.text();
  if (Buffer.byteLength(body) > maxBodyBytes)
    throw new AppError('too-large', 'The body is larger than 128 KiB.');
  return body;
};

const forward = async (base: string, request: Request, path: readonly string[]): Promise<Response> => {
  const body = await readSmallBody(request);
  const answer = await fetch(`${base}/_phone/${path.map(encodeURIComponent).join('/')}`, {
    method: request.method,
    body,
    // Closing the page closes the feed behind it too.
    signal: request.signal,
    cache: 'no-store',
    headers: { 'Content-Type': 'application/json' },
  });
  return new Response(answer.body, {
    status: answer.status,
    headers: {
      'Content-Type': answer.headers.get('content-type') ?? 'application/json',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
};

/**
 * Passes a request of the simulator page on to the simulator's phones, the live feed included.
 * Answers 404 while the simulator is off, 403 to other sites, 503 while it cannot be reached.
 */
export const proxyToSimulator = async (
  request: Request,
  path: readonly string[],
  base: string | null = simulatorUrl(),
): Promise<Response> => {
  if (base === null) return switchedOff();
  if (path.some((part) => part === '.' || part === '..'))
    return problem(new AppError('not-found', 'There is no such path.'));
  if (isForeignSite(request.headers)) return notThePage();
  try {
    return await forward(base, request, path);
  } catch (error) {
    if (error instanceof AppError) return problem(error);
    if (!(error instanceof TypeError) && !request.signal.aborted) return faultProblem();
    return Response.json(
      {
        type: 'urn:neram:problem:unavailable',
        title: 'The simulator does not answer',
        status: 503,
        detail: 'It may be starting. The page tries again by itself.',
      },
      { status: 503, headers: { 'Content-Type': 'application/problem+json' } },
    );
  }
};
