import { bookingParams } from '../../../../../../../lib/booking/desk/schema';
import { issuedReceipts } from '../../../../../../../lib/receipts/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { issueAtDesk, loadReceipts } from '../../../../../../../lib/workflows/money/receipts-at-desk';

export const GET = staffRoute(
  {
    permission: 'booking.view',
    summary: 'The receipts of a booking, and whether one is due.',
    params: bookingParams,
    answer: issuedReceipts,
  },
  ({ world, scope, membership, params }) =>
    loadReceipts(world.database.prisma, scope, { ...params, within: membership.resourceId }),
);

export const POST = staffRoute(
  {
    permission: 'booking.change',
    summary: 'Issues the receipts that are due for a booking; those issued before stay as they are.',
    params: bookingParams,
    answer: issuedReceipts,
  },
  ({ world, scope, membership, params, actor }) =>
    issueAtDesk(world, scope, { ...params, within: membership.resourceId, actor }),
);
