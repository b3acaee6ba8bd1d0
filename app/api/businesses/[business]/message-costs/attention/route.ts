import { budgetStateSchema } from '../../../../../../lib/costs/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { loadBudgetState } from '../../../../../../lib/workflows/costs/load-costs';

export const GET = staffRoute(
  {
    permission: 'report.view',
    summary: "How far this month's costs of messages are from the budget.",
    answer: budgetStateSchema,
  },
  ({ world, scope }) => loadBudgetState(world.database.prisma, scope, world.clock.now()),
);
