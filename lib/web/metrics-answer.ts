import { createHash, timingSafeEqual } from 'node:crypto';
import { readEnv } from '../env';
import { AppError } from '../kernel/app-error';
import type { World } from '../workflows/types';
import { isNear, renderMetrics } from './metrics';

/**
 * The figures, for monitors. With `NERAM_METRICS_TOKEN` they need it as a bearer token (401 without); where none is set, a
 * request must come from this machine or a private network (403 from elsewhere, as the proxy in between says it).
 */
export async function metricsAnswer(
  world: World,
  headers: Headers,
  token = readEnv().NERAM_METRICS_TOKEN,
): Promise<Response> {
  if (token !== undefined && !isSame(headers.get('authorization') ?? '', `Bearer ${token}`))
    throw new AppError('unauthenticated', 'The metrics need NERAM_METRICS_TOKEN as a bearer token.');
  if (token === undefined && !cameFromNear(headers))
    throw new AppError(
      'forbidden',
      'Without NERAM_METRICS_TOKEN the metrics are for this machine and private networks only.',
    );
  const { contentType, body } = await renderMetrics(world);
  return new Response(body, { headers: { 'content-type': contentType, 'cache-control': 'no-store' } });
}

/** Every address on the way, since the first of them is the sender's own word. Next names its peer where no proxy does. */
const cameFromNear = (headers: Headers): boolean =>
  (headers.get('x-forwarded-for') ?? '').split(',').every((address) => isNear(address.trim()));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** In constant time, whatever the lengths. */
const isSame = (given: string, wanted: string): boolean => timingSafeEqual(digest(given), digest(wanted));
