import { packParams } from '../../../../../../../lib/packs/schema';
import { issuedReceipts } from '../../../../../../../lib/receipts/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { issueAtDesk, loadReceipts } from '../../../../../../../lib/workflows/money/receipts-at-desk';

export const GET = staffRoute(
  {
    permission: 'customer.view',
    summary: 'The receipts of a sold pack, and whether one is due.',
    params: packParams,
    answer: issuedReceipts,
  },
  ({ world, scope, params }) => loadReceipts(world.database.prisma, scope, params),
);

export const POST = staffRoute(
  {
    permission: 'payment.take',
    summary: 'Issues the receipts that are due for a sold pack; those issued before stay as they are.',
    params: packParams,
    answer: issuedReceipts,
  },
  ({ world, scope, params, actor }) => issueAtDesk(world, scope, { ...params, actor }),
);
