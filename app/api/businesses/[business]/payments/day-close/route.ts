import { AppError } from '../../../../../../lib/kernel/app-error';
import { may } from '../../../../../../lib/kernel/roles';
import { dayClose, dayCloseBody, dayCloseQuery } from '../../../../../../lib/payments/desk/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { closeDay, loadDayClose } from '../../../../../../lib/workflows/money/desk/day-close';

export const GET = staffRoute(
  {
    permission: 'payment.view',
    summary: 'What was taken and handed back on a day, by who did it and how, beside what was counted.',
    query: dayCloseQuery,
    answer: dayClose,
  },
  ({ world, scope, membership, query }) =>
    loadDayClose(world.database.prisma, scope, { ...query, zone: membership.zone }),
);

export const PUT = staffRoute(
  {
    permission: 'payment.take',
    summary: 'Writes down the cash that was counted at the end of a day.',
    body: dayCloseBody,
    answer: dayClose,
  },
  async ({ world, scope, membership, actor, body }) => {
    const { zone } = membership;
    if (body.staffId !== actor.userId && !may(membership.role, 'payment.settle'))
      throw new AppError('forbidden', 'Only a manager or the owner may count for somebody else.');
    await closeDay({ world, scope, actor }, { ...body, zone });
    return loadDayClose(world.database.prisma, scope, { on: body.on, zone });
  },
);
