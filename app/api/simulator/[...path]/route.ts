import { proxyToSimulator } from '../../../../lib/web/simulator-proxy';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ path: string[] }> };

const handle = async (request: Request, { params }: Context): Promise<Response> =>
  proxyToSimulator(request, (await params).path);

export { handle as GET, handle as POST };
