import { listAccounts, listConflicts, listLinks } from '../../mirrors/links/queries';
import { listMirroredById } from '../../mirrors/queries';
import type { CalendarsPage, ShownConflict } from '../../mirrors/schema';
import type { BusinessScope } from '../../tenancy/types';
import type { World } from '../types';
import { mayUse } from './connect-calendar';
import type { CalendarViewer } from './load-calendars';

/** The Google accounts and calendars that a member may see, how they stand, and what waits for a decision. */
export async function loadGoogle(
  world: World,
  scope: BusinessScope,
  { userId, within, leads }: CalendarViewer,
): Promise<CalendarsPage['google']> {
  const { prisma } = world.database;
  const [accounts, links, conflicts] = await Promise.all([
    listAccounts(prisma, scope),
    listLinks(prisma, scope),
    loadConflicts(world, scope, within),
  ]);
  const connects = leads || within !== null;
  return {
    consent: connects && world.calendars.consent !== null,
    accounts: accounts
      .filter((account) => connects && mayUse(account, { within, userId }))
      .map(({ id, kind, label }) => ({ id, kind, label })),
    whole: leads,
    links: links
      .filter(({ resourceId }) => (within === null ? leads : resourceId === within))
      .map((link) => ({
        ...link,
        stateSince: link.stateSince.toISOString(),
        writtenAt: link.writtenAt?.toISOString() ?? null,
        readAt: link.readAt?.toISOString() ?? null,
      })),
    conflicts,
  };
}

/** What waits for a decision, with names; of one court or doctor or (null) of all. */
async function loadConflicts(
  world: World,
  scope: BusinessScope,
  within: string | null,
): Promise<ShownConflict[]> {
  const { prisma } = world.database;
  const conflicts = await listConflicts(prisma, scope);
  if (conflicts.length === 0) return [];
  const ids = conflicts.map(({ bookingId }) => bookingId);
  const [bookings, links] = await Promise.all([
    listMirroredById(prisma, scope, ids),
    listLinks(prisma, scope),
  ]);
  const byId = new Map(bookings.map((booking) => [booking.id, booking]));
  const names = new Map(links.map(({ id, calendarName }) => [id, calendarName]));
  return conflicts.flatMap(({ id, kind, linkId, bookingId, startsAt, endsAt }) => {
    const booking = byId.get(bookingId);
    if (!booking || (within !== null && booking.resourceId !== within)) return [];
    return [
      {
        id,
        kind,
        calendarName: names.get(linkId) ?? '',
        bookingId,
        reference: booking.reference,
        who: booking.who,
        resourceName: booking.resourceName,
        bookingStartsAt: booking.startsAt.toISOString(),
        bookingEndsAt: booking.endsAt.toISOString(),
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
      },
    ];
  });
}
