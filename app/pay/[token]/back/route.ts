import { AppError } from '../../../../lib/kernel/app-error';
import { route } from '../../../../lib/web/route';
import { world as webWorld } from '../../../../lib/web/world';
import { noteReturn } from '../../../../lib/workflows/money/load-pay-page';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ token: string }> };

/** Where a gateway's page sends or posts the payer's browser: how the payment stands is looked up and shown, never believed. */
const back = route<Context>(async (world, _request, { params }) => {
  const { token } = await params;
  if (!(await noteReturn(world, webWorld().secret, token)))
    throw new AppError('not-found', 'This payment link is not valid. Open the one in your latest message.');
  return new Response(null, { status: 303, headers: { location: `/pay/${token}?back=1` } });
});

export { back as GET, back as POST };
