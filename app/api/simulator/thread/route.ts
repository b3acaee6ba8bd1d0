import { route } from '../../../../lib/web/route';
import { refusedBySimulator } from '../../../../lib/web/simulator-proxy';
import { loadThreadView } from '../../../../lib/workflows/load-thread-view';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

/** The channel that the simulator's webhooks come in by. */
const channelKey = 'demo';

/** What the engine remembers of the chat with a phone of the simulator, by `waId` or `bsuid`; null before it writes. */
export const GET = route(async (world, request: Request) => {
  const refused = refusedBySimulator(request);
  if (refused) return refused;
  const query = new URL(request.url).searchParams;
  const [waId, bsuid] = [query.get('waId'), query.get('bsuid')];
  const view = await loadThreadView(world, { channelKey, ...(waId && { waId }), ...(bsuid && { bsuid }) });
  return Response.json({ thread: view }, { headers: { 'Cache-Control': 'no-store' } });
});
