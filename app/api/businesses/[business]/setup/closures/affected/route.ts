import { affectedSchema } from '../../../../../../../lib/catalog/closures/schema';
import { closureSchema } from '../../../../../../../lib/catalog/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { listAffected } from '../../../../../../../lib/workflows/closures/list-affected';

export const POST = staffRoute(
  {
    permission: 'setup.change',
    summary: 'Who is booked while a closure would hold. Changes nothing.',
    body: closureSchema,
    answer: affectedSchema,
  },
  async ({ body, world, scope }) => ({
    bookings: await listAffected(world.database.prisma, scope, {
      closure: body,
      now: world.clock.now(),
    }),
  }),
);
