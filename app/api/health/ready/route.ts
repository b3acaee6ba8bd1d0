import { checkReadiness } from '../../../../lib/web/readiness';
import { route } from '../../../../lib/web/route';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

/** 200 when messages that arrive now will be stored and answered; 503 with the reasons otherwise. */
export const GET = route(async (world) => {
  const checks = await checkReadiness(world);
  const ready = Object.values(checks).every((check) => check === 'ok');
  return Response.json({ status: ready ? 'ready' : 'not-ready', checks }, { status: ready ? 200 : 503 });
});
