import { messagePriceFormSchema } from '../../../../../../lib/costs/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { saveMessagePrice } from '../../../../../../lib/workflows/costs/change-costs';

export const PUT = staffRoute(
  {
    permission: 'cost.change',
    summary:
      'Writes a price of messages of the business itself; it stands instead of the list from its day on.',
    body: messagePriceFormSchema,
  },
  async ({ body, ...editor }) => {
    await saveMessagePrice(editor, body);
    return undefined;
  },
);
