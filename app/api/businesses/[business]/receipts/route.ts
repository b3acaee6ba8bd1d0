import { receiptList, receiptListQuery } from '../../../../../lib/receipts/schema';
import { staffRoute } from '../../../../../lib/web/staff-route';
import { listReceipts } from '../../../../../lib/workflows/money/list-receipts';

export const GET = staffRoute(
  {
    permission: 'report.view',
    summary: 'Receipts of all bookings, newest first: of a month, or those found.',
    query: receiptListQuery,
    answer: receiptList,
  },
  ({ world, scope, membership, query }) => listReceipts(world.database.prisma, scope, membership.zone, query),
);
