import { paymentList, paymentListQuery } from '../../../../../lib/payments/desk/schema';
import { staffRoute } from '../../../../../lib/web/staff-route';
import { listMoney } from '../../../../../lib/workflows/money/desk/load-money';

export const GET = staffRoute(
  {
    permission: 'payment.view',
    summary: 'Payments, the newest first: of days, of a kind, or those found.',
    query: paymentListQuery,
    answer: paymentList,
  },
  ({ world, scope, membership, query }) => listMoney(world.database.prisma, scope, membership.zone, query),
);
