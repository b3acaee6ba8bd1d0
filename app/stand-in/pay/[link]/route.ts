import { showStandInCheckout } from '../../../../lib/web/payment-stand-in';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ link: string }> };

const handle = async (request: Request, { params }: Context): Promise<Response> =>
  showStandInCheckout(request, (await params).link);

export { handle as GET, handle as POST };
