import { slotQuerySchema, slotQuoteSchema } from '../../../../../../lib/booking/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { quoteSlot } from '../../../../../../lib/workflows/quote-slot';
import { checkCalendar } from '../../../../../../lib/web/own-calendar';

export const GET = staffRoute(
  {
    permission: 'calendar.view',
    summary: 'What a time would cost, which rules it bends, and whom it would meet. Takes nothing.',
    query: slotQuerySchema,
    answer: slotQuoteSchema,
  },
  ({ world, scope, membership, query }) => {
    checkCalendar(membership, query.resourceId);
    return quoteSlot(world, scope, {
      ...query,
      within: membership.resourceId,
      startsAt: new Date(query.startsAt),
      now: world.clock.now(),
      except: query.except ? [query.except] : [],
    });
  },
);
