import { settlementDays } from '../../../../../../lib/payments/desk/schema';
import { listSettlementDays } from '../../../../../../lib/payments/desk/queries';
import { staffRoute } from '../../../../../../lib/web/staff-route';

export const GET = staffRoute(
  {
    permission: 'payment.settle',
    summary: 'What the gateway and our books say of each of the newest compared days.',
    answer: settlementDays,
  },
  async ({ world, scope }) => ({ days: await listSettlementDays(world.database.prisma, scope) }),
);
