import { bookingParams } from '../../../../../../../lib/booking/desk/schema';
import { AppError } from '../../../../../../../lib/kernel/app-error';
import { may } from '../../../../../../../lib/kernel/roles';
import { bookingMoney, moneyAct, type MoneyAct } from '../../../../../../../lib/payments/desk/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { actOnMoney } from '../../../../../../../lib/workflows/money/desk/act-on-money';
import { loadBookingMoney } from '../../../../../../../lib/workflows/money/desk/load-money';

const leadsOnly: ReadonlySet<MoneyAct['act']> = new Set(['refund', 'return-surplus', 'discount']);

export const GET = staffRoute(
  {
    permission: 'booking.view',
    summary: 'A booking’s money: asked for, paid, due, on its way back, and every payment.',
    params: bookingParams,
    answer: bookingMoney,
  },
  ({ world, scope, membership, params }) =>
    loadBookingMoney(world.database.prisma, scope, {
      ...params,
      within: membership.resourceId,
      now: world.clock.now(),
    }),
);

export const POST = staffRoute(
  {
    permission: 'payment.take',
    summary: 'Takes money at the desk, gives it back, lets some of a price go, or settles a payment by UPI.',
    params: bookingParams,
    body: moneyAct,
    answer: bookingMoney,
  },
  async ({ world, scope, membership, actor, params, body }) => {
    if (leadsOnly.has(body.act) && !may(membership.role, 'payment.settle'))
      throw new AppError('forbidden', 'Only a manager or the owner may do this.');
    const within = membership.resourceId;
    await actOnMoney({ world, scope, actor }, { ...params, within, act: body });
    return loadBookingMoney(world.database.prisma, scope, { ...params, within, now: world.clock.now() });
  },
);
