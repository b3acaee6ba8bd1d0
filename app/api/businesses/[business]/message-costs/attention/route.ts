import { messageAttentionSchema } from '../../../../../../lib/costs/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { loadMessageAttention } from '../../../../../../lib/workflows/costs/load-costs';

export const GET = staffRoute(
  {
    permission: 'report.view',
    summary:
      "How far this month's costs of messages are from the budget, and how many wait for the messaging limit.",
    answer: messageAttentionSchema,
  },
  ({ world, scope }) => loadMessageAttention(world.database.prisma, scope, world.clock.now()),
);
