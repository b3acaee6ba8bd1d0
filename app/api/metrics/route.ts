import { metricsAnswer } from '../../../lib/web/metrics-answer';
import { route } from '../../../lib/web/route';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

/** Prometheus text, for whoever has the token, or without one for the private network. */
export const GET = route((world, request) => metricsAnswer(world, request.headers));
