import { refundList, refundListQuery } from '../../../../../../lib/payments/desk/schema';
import { listRefundPage } from '../../../../../../lib/payments/desk/queries';
import { staffRoute } from '../../../../../../lib/web/staff-route';

export const GET = staffRoute(
  {
    permission: 'payment.view',
    summary: 'Refunds, the newest first, with the payment each comes from.',
    query: refundListQuery,
    answer: refundList,
  },
  ({ world, scope, query }) => listRefundPage(world.database.prisma, scope, query),
);
