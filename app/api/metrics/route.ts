import { renderMetrics } from '../../../lib/web/metrics';
import { route } from '../../../lib/web/route';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export const GET = route(async (world) => {
  const { contentType, body } = await renderMetrics(world);
  return new Response(body, { headers: { 'content-type': contentType } });
});
