import { may } from '../../../../../../lib/kernel/roles';
import { attention } from '../../../../../../lib/payments/desk/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { loadAttention } from '../../../../../../lib/workflows/money/desk/load-money';

export const GET = staffRoute(
  {
    permission: 'payment.view',
    summary: 'Money that needs a person, and what is wrong with the way to the gateway.',
    answer: attention,
  },
  ({ world, scope, membership }) =>
    loadAttention(world.database.prisma, scope, {
      now: world.clock.now(),
      raw: may(membership.role, 'payment.raw'),
    }),
);
