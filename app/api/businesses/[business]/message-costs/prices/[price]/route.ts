import { z } from 'zod';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { removeMessagePrice } from '../../../../../../../lib/workflows/costs/change-costs';

export const DELETE = staffRoute(
  {
    permission: 'cost.change',
    summary: 'Takes a price of the business itself away, so that the list stands again.',
    params: z.object({ price: z.uuid() }),
  },
  async ({ params, ...editor }) => {
    await removeMessagePrice(editor, params.price);
    return undefined;
  },
);
