import { AppError } from '../../../../lib/kernel/app-error';
import { route } from '../../../../lib/web/route';
import { world as webWorld } from '../../../../lib/web/world';
import { loadUpiPicture } from '../../../../lib/workflows/money/upi-picture';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ token: string }> };

/** The QR code of one UPI payment, for whoever holds its link: the customer, and WhatsApp, which fetches it for them. */
export const GET = route<Context>(async (world, _request, { params }) => {
  const picture = await loadUpiPicture(world, webWorld().secret, (await params).token);
  if (!picture)
    throw new AppError('not-found', 'There is nothing to pay by this code. Open the latest message.');
  return new Response(new Uint8Array(picture), {
    headers: {
      'content-type': 'image/png',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    },
  });
});
