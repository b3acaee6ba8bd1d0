import { AppError } from '../../../../lib/kernel/app-error';
import { pdfAnswer } from '../../../../lib/web/pdf-answer';
import { route } from '../../../../lib/web/route';
import { world as webWorld } from '../../../../lib/web/world';
import { linkedReceipt } from '../../../../lib/workflows/money/receipt-file';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ token: string }> };

/** One receipt as a PDF file, for whoever holds its link: the customer, and WhatsApp, which fetches it for them. */
export const GET = route<Context>(async (world, _request, { params }) => {
  const found = await linkedReceipt(world, webWorld().secret, (await params).token);
  if (!found)
    throw new AppError('not-found', 'This receipt link is not valid. Open the one in your latest message.');
  return pdfAnswer(found);
});
