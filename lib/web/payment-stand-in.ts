import { readEnv } from '../env';
import { AppError } from '../kernel/app-error';
import { isForeignSite } from './origin';
import { problem } from './problem';

/** Where the built-in payment stand-in listens; null where it does not run. */
const standInUrl = (): string | null => readEnv().NERAM_PAYMENT_STAND_IN_URL ?? null;

const maxBodyBytes = 4_096;

const askedIn = (request: Request): string => {
  const language = /(?:^|;\s*)neram-language=(ta|en)/.exec(request.headers.get('cookie') ?? '')?.[1];
  return language ?? request.headers.get('accept-language') ?? 'en';
};

/** An address of our own leads back to the host that the browser came by, whatever that is called. */
const locationFor = (location: string): string => {
  const { origin } = new URL(readEnv().publicUrl);
  return location.startsWith(`${origin}/`) ? location.slice(origin.length) : location;
};

/**
 * The stand-in's checkout for a payer, who reaches the web server alone. Answers 404 where it does not run, 403 to what
 * another site's page posts, 503 while it cannot be reached.
 */
export async function showStandInCheckout(
  request: Request,
  linkId: string,
  base: string | null = standInUrl(),
): Promise<Response> {
  if (base === null) return problem(new AppError('not-found', 'There is no payment stand-in here.'));
  const isPost = request.method === 'POST';
  if (isPost && isForeignSite(request.headers))
    return problem(new AppError('forbidden', 'Only the checkout page may do this.'));
  const body = isPost ? await request.text() : null;
  if (body !== null && body.length > maxBodyBytes)
    return problem(new AppError('too-large', 'The body is larger than 4 KiB.'));
  const { search } = new URL(request.url);
  const answer = await fetch(`${base}/pay/${encodeURIComponent(linkId)}${search}`, {
    method: request.method,
    body,
    redirect: 'manual',
    cache: 'no-store',
    signal: AbortSignal.timeout(10_000),
    headers: {
      'Accept-Language': askedIn(request),
      ...(isPost ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
    },
  }).catch(() => null);
  if (!answer)
    return new Response('The payment stand-in does not answer. Try again in a moment.', { status: 503 });
  const location = answer.headers.get('location');
  return new Response(location === null ? answer.body : null, {
    status: answer.status,
    headers: {
      'Cache-Control': 'no-store',
      'Content-Type': answer.headers.get('content-type') ?? 'text/html; charset=utf-8',
      ...(location === null ? {} : { Location: locationFor(location) }),
    },
  });
}
