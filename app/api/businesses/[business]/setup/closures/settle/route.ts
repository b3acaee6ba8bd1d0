import { settledSchema, settleSchema } from '../../../../../../../lib/catalog/closures/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { settleAffected } from '../../../../../../../lib/workflows/closures/settle-affected';

export const POST = staffRoute(
  {
    permission: 'setup.change',
    summary:
      'Cancels or moves one booking on a closed time, or asks its customer for another, and tells them.',
    body: settleSchema,
    answer: settledSchema,
  },
  ({ body, ...desk }) => settleAffected(desk, body),
);
