import { z } from 'zod';
import { priceFormSchema, seenSchema } from '../../../../../../../lib/catalog/setup/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { savePrices } from '../../../../../../../lib/workflows/setup/save-prices';

export const PUT = staffRoute(
  {
    permission: 'setup.change',
    summary: 'Writes the price rules of a service anew.',
    params: z.object({ service: z.uuid() }),
    body: priceFormSchema.extend(seenSchema.shape),
  },
  async ({ body, params, ...editor }) => {
    await savePrices(editor, params.service, body);
    return undefined;
  },
);
