import { closureSchema } from '../../../../../../lib/catalog/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { close } from '../../../../../../lib/workflows/closures/close';

export const POST = staffRoute(
  {
    permission: 'setup.change',
    summary: 'Adds a holiday, leave or maintenance; bookings on it stay until they are settled.',
    body: closureSchema,
  },
  async ({ body, ...editor }) => {
    await close(editor, body);
    return undefined;
  },
);
