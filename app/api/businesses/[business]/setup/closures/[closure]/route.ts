import { z } from 'zod';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { lift } from '../../../../../../../lib/workflows/closures/lift';

export const DELETE = staffRoute(
  {
    permission: 'setup.change',
    summary: 'Lifts a closure for all its days; whoever waits for a place then is asked.',
    params: z.object({ closure: z.uuid() }),
  },
  async ({ params, ...editor }) => {
    await lift(editor, params.closure);
    return undefined;
  },
);
