import { AppError } from '../../../../lib/kernel/app-error';
import { qrPath } from '../../../../lib/web/qr-code';
import { route } from '../../../../lib/web/route';
import { world as webWorld } from '../../../../lib/web/world';
import { loadPayPage } from '../../../../lib/workflows/money/load-pay-page';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ token: string }> };

/** How one payment stands, for its page. */
export const GET = route<Context>(async (world, _request, { params }) => {
  const { token } = await params;
  const view = await loadPayPage(world, { secret: webWorld().secret, token, qrOf: qrPath });
  if (!view)
    throw new AppError('not-found', 'This payment link is not valid. Open the one in your latest message.');
  return Response.json(view, { headers: { 'cache-control': 'no-store' } });
});
