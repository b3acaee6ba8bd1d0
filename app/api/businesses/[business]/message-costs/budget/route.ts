import { budgetFormSchema } from '../../../../../../lib/costs/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { saveMessageBudget } from '../../../../../../lib/workflows/costs/change-costs';

export const PUT = staffRoute(
  {
    permission: 'cost.change',
    summary: 'Sets what messages may cost in a month before the owner is warned; null takes the budget away.',
    body: budgetFormSchema,
  },
  async ({ body, ...editor }) => {
    await saveMessageBudget(editor, body.budgetPaise);
    return undefined;
  },
);
